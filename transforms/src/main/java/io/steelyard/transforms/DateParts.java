package io.steelyard.transforms;

import io.steelyard.data.Batch;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;

/// Instants into parts of their date and time: adds a column `<column>_<part>` of integers for each. Missing stays
/// missing. For parts that go round, such as the hour, put a [CycleEncoding] behind it.
///
/// @param column the column of instants
/// @param parts which parts, at least one
/// @param zone the time zone whose clock and calendar are read
public record DateParts(String column, List<Part> parts, ZoneId zone) implements InputTransform {
    /// A part of a date and time.
    public enum Part {
        /// The year.
        YEAR,
        /// The quarter of the year, 1 to 4.
        QUARTER,
        /// The month, 1 to 12.
        MONTH,
        /// The week of the year by ISO 8601, 1 to 53.
        WEEK,
        /// The day of the month, 1 to 31.
        DAY,
        /// The day of the week, 1 (Monday) to 7 (ISO 8601).
        DAY_OF_WEEK,
        /// The day of the year, 1 to 366.
        DAY_OF_YEAR,
        /// How many days the month has, 28 to 31.
        DAYS_IN_MONTH,
        /// Days since 1970-01-01 on the zone's calendar.
        EPOCH_DAY,
        /// The hour, 0 to 23.
        HOUR,
        /// The minute of the hour, 0 to 59.
        MINUTE,
        /// The second of the minute, 0 to 59.
        SECOND,
        /// 1 on Saturday and Sunday, else 0.
        WEEKEND,
        /// 1 on the first day of a month, else 0.
        MONTH_START,
        /// 1 on the last day of a month, else 0.
        MONTH_END;

        long of(ZonedDateTime time) {
            return switch (this) {
                case YEAR -> time.getYear();
                case QUARTER -> time.get(IsoFields.QUARTER_OF_YEAR);
                case MONTH -> time.getMonthValue();
                case WEEK -> time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
                case DAY -> time.getDayOfMonth();
                case DAY_OF_WEEK -> time.getDayOfWeek().getValue();
                case DAY_OF_YEAR -> time.getDayOfYear();
                case DAYS_IN_MONTH -> time.toLocalDate().lengthOfMonth();
                case EPOCH_DAY -> time.toLocalDate().toEpochDay();
                case HOUR -> time.getHour();
                case MINUTE -> time.getMinute();
                case SECOND -> time.getSecond();
                case WEEKEND -> time.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0 ? 1 : 0;
                case MONTH_START -> time.getDayOfMonth() == 1 ? 1 : 0;
                case MONTH_END -> time.getDayOfMonth() == time.toLocalDate().lengthOfMonth() ? 1 : 0;
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
