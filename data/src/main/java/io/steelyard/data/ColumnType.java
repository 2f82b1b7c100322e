package io.steelyard.data;

import java.util.Locale;

/// The types a column can have. A file's other types are read as the nearest of these: every integer as [#LONG], every
/// floating and decimal number as [#DOUBLE], dates and times as [#TIMESTAMP].
public enum ColumnType {
    /// 64-bit floating point; NaN is missing.
    DOUBLE,
    /// 64-bit signed integer.
    LONG,
    /// True or false.
    BOOLEAN,
    /// Text of any length.
    STRING,
    /// An instant in UTC, in microseconds since 1970-01-01.
    TIMESTAMP;

    /// Whether values of this type can stand as a number in a model's input row.
    ///
    /// @return true for [#DOUBLE], [#LONG] and [#BOOLEAN] (true is 1)
    public boolean isNumeric() {
        return switch (this) {
            case DOUBLE, LONG, BOOLEAN -> true;
            case STRING, TIMESTAMP -> false;
        };
    }

    /// The name as people write it in configuration files.
    ///
    /// @return the lower-case name, for example `double`
    public String spelling() {
        return name().toLowerCase(Locale.ROOT);
    }
}
