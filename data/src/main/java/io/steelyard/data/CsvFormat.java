package io.steelyard.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// How a CSV file is written. Nothing of this is guessed; [#standard] is a header line, commas, and double quotes that
/// are doubled inside of a quoted value, as in RFC 4180. The text is UTF-8, with or without a byte order mark; lines end
/// with LF, CRLF or CR, all in the same way. A line without anything is passed over, except in a table of one column,
/// where it is a missing value.
///
/// An empty value is missing, quoted or not. Numbers are written as in `-12.5e3`, with `nan`, `inf` and `infinity` in
/// any case; NaN is missing. Truth values are `true` and `false` in any case. Instants are written as in `2013-07-01`,
/// `2013-07-01 05:00` or `2013-07-01T05:00:00.123Z`, with a zone such as `+02:00` or none, which is UTC.
///
/// A column whose type is not declared gets it from all of its values: LONG where all are integers of 64 bits, DOUBLE
/// where all are numbers, BOOLEAN, TIMESTAMP; STRING where most are none of these, where none is there, and where all
/// are integers but one begins with a zero too many, as postal codes do. A column of which most values are of one type
/// and some are not is an error that names the first.
///
/// @param delimiter what stands between two values, an ASCII character
/// @param quote what stands around a value that holds a delimiter or a line end, an ASCII character; null where quotes
///     mean nothing
/// @param escape what stands before a quote inside of a quoted value: usually the quote itself; of no meaning without
///     quotes
/// @param header whether the first line holds the columns' names
/// @param nulls what a missing value is written as, besides an empty one; quoted or not
/// @param decimal what stands before a number's fraction, usually a point
/// @param timestampFormat how instants are written, in DuckDB's directives as in `%d/%m/%Y %H:%M`, in UTC; null for the
///     usual ways. A column of them has to be declared
/// @param types the types of the columns that are not to be found out, by the column's name
public record CsvFormat(
        char delimiter,
        @Nullable Character quote,
        @Nullable Character escape,
        Header header,
        Set<String> nulls,
        char decimal,
        @Nullable String timestampFormat,
        Map<String, ColumnType> types) {
    private static final int ASCII = 128;

    /// Whether a file names its columns.
    public enum Header {
        /// The first line holds the names.
        PRESENT,
        /// The first line is a row; the columns are called `column0`, `column1` and so on.
        ABSENT
    }

    public CsvFormat {
        requireAscii("delimiter", delimiter);
        requireAscii("decimal", decimal);
        requireAscii("quote", quote);
        requireAscii("escape", escape);
        if ((quote != null && (quote == delimiter || quote == decimal))
                || delimiter == '.'
                || Character.isDigit(decimal)) {
            throw new IllegalArgumentException("delimiter '" + delimiter + "', quote '" + quote + "' and decimal '"
                    + decimal + "' cannot be told apart in a file: choose others");
        }
        if (quote == null || escape == null) {
            escape = quote;
        }
        if (timestampFormat != null && timestampFormat.toLowerCase(Locale.ROOT).contains("%z")) {
            throw new IllegalArgumentException("the timestamp format '" + timestampFormat
                    + "' has a zone, which can only be read in the usual ways of writing instants: leave it out");
        }
        nulls = Collections.unmodifiableSet(new TreeSet<>(nulls));
        types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
    }

    /// A header line, commas, double quotes, a decimal point, all types found out.
    ///
    /// @return the usual format
    public static CsvFormat standard() {
        return new CsvFormat(',', '"', '"', Header.PRESENT, Set.of(), '.', null, Map.of());
    }

    /// This format with another delimiter.
    ///
    /// @param character an ASCII character, for example `;` or a tab
    /// @return a new format
    public CsvFormat withDelimiter(char character) {
        return new CsvFormat(character, quote, escape, header, nulls, decimal, timestampFormat, types);
    }

    /// This format with another quote, which is doubled inside of a quoted value.
    ///
    /// @param character an ASCII character, or null where quotes mean nothing
    /// @return a new format
    public CsvFormat withQuote(@Nullable Character character) {
        return new CsvFormat(delimiter, character, character, header, nulls, decimal, timestampFormat, types);
    }

    /// This format with another character before a quote inside of a quoted value.
    ///
    /// @param character an ASCII character, for example a backslash
    /// @return a new format
    public CsvFormat withEscape(char character) {
        return new CsvFormat(delimiter, quote, character, header, nulls, decimal, timestampFormat, types);
    }

    /// This format with or without a header line.
    ///
    /// @param choice whether the first line holds names
    /// @return a new format
    public CsvFormat withHeader(Header choice) {
        return new CsvFormat(delimiter, quote, escape, choice, nulls, decimal, timestampFormat, types);
    }

    /// This format with other spellings of a missing value.
    ///
    /// @param spellings for example `NA`; an empty value is missing in any case
    /// @return a new format
    public CsvFormat withNulls(String... spellings) {
        return new CsvFormat(
                delimiter, quote, escape, header, Set.copyOf(List.of(spellings)), decimal, timestampFormat, types);
    }

    /// This format with another character before a number's fraction.
    ///
    /// @param character an ASCII character, for example a comma
    /// @return a new format
    public CsvFormat withDecimal(char character) {
        return new CsvFormat(delimiter, quote, escape, header, nulls, character, timestampFormat, types);
    }

    /// This format with instants written in another way.
    ///
    /// @param format DuckDB's directives, for example `%d/%m/%Y`
    /// @return a new format
    public CsvFormat withTimestampFormat(String format) {
        return new CsvFormat(delimiter, quote, escape, header, nulls, decimal, format, types);
    }

    /// This format with a column's type declared.
    ///
    /// @param column the column's name
    /// @param type its type
    /// @return a new format
    public CsvFormat withType(String column, ColumnType type) {
        Map<String, ColumnType> more = new LinkedHashMap<>(types);
        more.put(column, type);
        return new CsvFormat(delimiter, quote, escape, header, nulls, decimal, timestampFormat, more);
    }

    private static void requireAscii(String what, @Nullable Character character) {
        if (character != null && (character >= ASCII || character == '\n' || character == '\r' || character == 0)) {
            throw new IllegalArgumentException("the " + what + " '" + character + "' (U+"
                    + Integer.toHexString(character) + ") must be one ASCII character that ends no line");
        }
    }
}
