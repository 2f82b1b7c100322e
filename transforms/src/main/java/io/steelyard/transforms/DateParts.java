package io.steelyard.transforms;

import io.steelyard.data.Batch;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;

/// Instants into parts of their date and time: adds a column `<column>_<part>` of integers for each. Missing stays
/// missing.
///
/// @param column the column of instants
/// @param parts which parts, at least one
/// @param zone the time zone whose clock and calendar are read
public record DateParts(String column, List<Part> parts, ZoneId zone) implements Transform {
    /// A part of a date and time.
    public enum Part {
        /// The year.
        YEAR,
        /// The month, 1 to 12.
        MONTH,
        /// The day of the month, 1 to 31.
        DAY,
        /// The day of the week, 1 (Monday) to 7 (ISO 8601).
        DAY_OF_WEEK,
        /// The day of the year, 1 to 366.
        DAY_OF_YEAR,
        /// The hour, 0 to 23.
        HOUR,
        /// The minute of the hour, 0 to 59.
        MINUTE;

        long of(ZonedDateTime time) {
            return switch (this) {
                case YEAR -> time.getYear();
                case MONTH -> time.getMonthValue();
                case DAY -> time.getDayOfMonth();
                case DAY_OF_WEEK -> time.getDayOfWeek().getValue();
                case DAY_OF_YEAR -> time.getDayOfYear();
                case HOUR -> time.getHour();
                case MINUTE -> time.getMinute();
            };
        }

        String columnOf(String column) {
            return column + "_" + name().toLowerCase(Locale.ROOT);
        }
    }

    public DateParts {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException(
                    "which parts of column '" + column + "'? There are " + List.of(Part.values()));
        }
    }

    /// Checks that the column is there.
    ///
    /// @param training the training rows
    /// @return the step
    /// @throws io.steelyard.data.DataException where the column is missing or not of instants
    @Override
    public FittedDateParts fit(Batch training) {
        training.timestamps(column);
        return new FittedDateParts(column, parts, zone);
    }
}
