package io.steelyard.models;

import io.steelyard.models.graph.ElementType;
import io.steelyard.models.graph.Tensor;
import io.steelyard.transforms.DateParts;
import io.steelyard.transforms.FittedDateParts;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Date parts as nodes of a graph: whole numbers throughout. The calendar is Howard Hinnant's `civil_from_days`
/// (<https://howardhinnant.github.io/date_algorithms.html>), in which a year begins in March; a zone's offsets are those of
/// its transitions up to the year 2100.
///
/// @param columns the columns of the graph
record OnnxDates(OnnxColumns columns) {
    private static final int LAST_YEAR = 2100;
    private static final long MICROS = 1_000_000;
    private static final long MINUTE = 60 * MICROS;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    /// From 0000-03-01 to 1970-01-01.
    private static final long EPOCH_DAY = 719_468;

    private static final long ERA_DAYS = 146_097;
    private static final long SATURDAY = 6;
    private static final Tensor DAYS_IN_MONTH =
            Tensor.longs(List.of(13), 0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31);

    void add(FittedDateParts step) {
        String given = columns.instants(step.column());
        String missing = node("Equal", given, whole(Long.MIN_VALUE));
        String instant = columns.where(missing, whole(0), given);
        String local = node("Add", instant, offset(instant, step.zone()));
        String timeOfDay = node("Mod", local, whole(DAY));
        String days = node("Div", node("Sub", local, timeOfDay), whole(DAY));
        for (DateParts.Part part : step.parts()) {
            String value = columns.cast(part(part, days, timeOfDay), ElementType.DOUBLE);
            columns.put(
                    step.column() + "_" + part.name().toLowerCase(Locale.ROOT),
                    OnnxColumns.Kind.NUMBER,
                    columns.where(missing, columns.number(Double.NaN), value));
        }
    }

    private String part(DateParts.Part part, String days, String timeOfDay) {
        return switch (part) {
            case YEAR -> new Calendar(days).year();
            case QUARTER -> plus(over(plus(new Calendar(days).month(), -1), 3), 1);
            case MONTH -> new Calendar(days).month();
            case WEEK -> week(days);
            case DAY -> new Calendar(days).day();
            case DAY_OF_WEEK -> dayOfWeek(days);
            case DAY_OF_YEAR -> new Calendar(days).dayOfYear();
            case DAYS_IN_MONTH -> new Calendar(days).daysInMonth();
            case EPOCH_DAY -> days;
            case HOUR -> over(timeOfDay, HOUR);
            case MINUTE -> node("Mod", over(timeOfDay, MINUTE), whole(60));
            case SECOND -> node("Mod", over(timeOfDay, MICROS), whole(60));
            case WEEKEND -> oneWhere(node("GreaterOrEqual", dayOfWeek(days), whole(SATURDAY)));
            case MONTH_START -> oneWhere(node("Equal", new Calendar(days).day(), whole(1)));
            case MONTH_END -> {
                Calendar calendar = new Calendar(days);
                yield oneWhere(node("Equal", calendar.day(), calendar.daysInMonth()));
            }
        };
    }

    private String dayOfWeek(String days) {
        return plus(node("Mod", plus(days, 3), whole(7)), 1);
    }

    /// The week is that of its Thursday.
    private String week(String days) {
        String thursday = plus(node("Sub", days, dayOfWeek(days)), 4);
        return plus(over(plus(new Calendar(thursday).dayOfYear(), -1), 7), 1);
    }

    private String oneWhere(String truth) {
        return columns.cast(truth, ElementType.INT64);
    }

    /// The parts of a date, of the days since 1970. All divisions are of numbers from 0 on.
    private final class Calendar {
        private final String era;
        private final String yearOfEra;
        private final String dayFromMarch;
        private final String monthFromMarch;

        Calendar(String days) {
            String shifted = plus(days, EPOCH_DAY);
            String day = node("Mod", shifted, whole(ERA_DAYS));
            era = node("Div", node("Sub", shifted, day), whole(ERA_DAYS));
            String leaps = node("Sub", over(day, 36_524), node("Add", over(day, 1_460), over(day, 146_096)));
            yearOfEra = over(node("Add", day, leaps), 365);
            String before = node("Add", times(yearOfEra, 365), node("Sub", over(yearOfEra, 4), over(yearOfEra, 100)));
            dayFromMarch = node("Sub", day, before);
            monthFromMarch = over(plus(times(dayFromMarch, 5), 2), 153);
        }

        String year() {
            String year = node("Add", yearOfEra, times(era, 400));
            return columns.where(afterDecember(), plus(year, 1), year);
        }

        String month() {
            return columns.where(afterDecember(), plus(monthFromMarch, -9), plus(monthFromMarch, 3));
        }

        String day() {
            return plus(node("Sub", dayFromMarch, over(plus(times(monthFromMarch, 153), 2), 5)), 1);
        }

        String dayOfYear() {
            return columns.where(
                    afterDecember(), plus(dayFromMarch, -305), node("Add", plus(dayFromMarch, 60), leap()));
        }

        String daysInMonth() {
            String month = month();
            String usual = node("Gather", columns.graph().constant("month", DAYS_IN_MONTH), month);
            String february = oneWhere(node("Equal", month, whole(2)));
            return node("Add", usual, node("Mul", february, leap()));
        }

        /// 1 in a leap year, else 0.
        private String leap() {
            String year = year();
            return node("Sub", node("Add", divides(4, year), divides(400, year)), divides(100, year));
        }

        private String afterDecember() {
            return node("GreaterOrEqual", monthFromMarch, whole(10));
        }

        private String divides(long divisor, String year) {
            return oneWhere(node("Equal", node("Mod", year, whole(divisor)), whole(0)));
        }
    }

    /// How far local time is before UTC, in microseconds.
    private String offset(String instant, ZoneId zone) {
        ZoneRules rules = zone.getRules();
        if (rules.isFixedOffset()) {
            return whole(rules.getOffset(Instant.EPOCH).getTotalSeconds() * MICROS);
        }
        List<ZoneOffsetTransition> transitions = new ArrayList<>(rules.getTransitions());
        Instant end = Instant.parse(LAST_YEAR + "-12-31T00:00:00Z");
        Instant last =
                transitions.isEmpty() ? Instant.EPOCH : transitions.getLast().getInstant();
        for (ZoneOffsetTransition next = rules.nextTransition(last);
                next != null && next.getInstant().isBefore(end);
                next = rules.nextTransition(next.getInstant())) {
            transitions.add(next);
        }
        int count = transitions.size();
        long[] times = new long[count];
        long[] offsets = new long[count + 1];
        offsets[0] = transitions.getFirst().getOffsetBefore().getTotalSeconds() * MICROS;
        for (int i = 0; i < count; i++) {
            times[i] = transitions.get(i).toEpochSecond() * MICROS;
            offsets[i + 1] = transitions.get(i).getOffsetAfter().getTotalSeconds() * MICROS;
        }
        String row = columns.graph().constant("transitions", Tensor.longs(List.of(1, count), times));
        String table = columns.graph().constant("offsets", Tensor.longs(List.of(count + 1), offsets));
        String passed = columns.cast(columns.count(node("GreaterOrEqual", instant, row)), ElementType.INT64);
        return node("Gather", table, passed);
    }

    private String plus(String value, long addend) {
        return node("Add", value, whole(addend));
    }

    private String times(String value, long factor) {
        return node("Mul", value, whole(factor));
    }

    private String over(String value, long divisor) {
        return node("Div", value, whole(divisor));
    }

    private String whole(long value) {
        return columns.whole(value);
    }

    private String node(String operator, String... arguments) {
        return columns.graph().node(operator, List.of(arguments));
    }
}
