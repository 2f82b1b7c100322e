package io.steelyard.monitoring;

import io.steelyard.data.Batch;
import org.jspecify.annotations.Nullable;

/// A reference's values of one column, and what others are compared by.
sealed interface ReferenceColumn permits ReferenceNumbers, ReferenceTexts {
    /// A test needs as many values on each side.
    int LEAST_VALUES = 30;

    /// The column's name.
    String name();

    DriftTest test();

    /// How far other values are from these.
    ///
    /// @param rows at least one row with a column of this name
    /// @throws io.steelyard.data.DataException where it has no such column, or one of another type
    Difference against(Batch rows);

    /// A difference; statistic or p-value are null where one side has too few values to test.
    record Difference(@Nullable Double statistic, @Nullable Double pValue, double psi) {}

    /// A column's values, of at least one row; a column of instants has none, as time always moves on.
    static @Nullable ReferenceColumn of(Batch rows, String name) {
        return switch (rows.column(name).type()) {
            case STRING -> ReferenceTexts.of(rows, name);
            case DOUBLE, LONG, BOOLEAN -> ReferenceNumbers.of(name, rows.doubles(name));
            case TIMESTAMP -> null;
        };
    }
}
