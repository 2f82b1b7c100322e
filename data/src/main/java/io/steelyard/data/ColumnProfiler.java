package io.steelyard.data;

import io.steelyard.stats.DistinctCount;
import io.steelyard.stats.Moments;
import io.steelyard.stats.QuantileSample;
import io.steelyard.stats.TopValues;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Looks at a column, batch by batch, in bounded memory.
final class ColumnProfiler {
    private static final int MOST_TOP = 10;
    private static final double[] PROBABILITIES = {0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99};

    private final Field field;
    private final DistinctCount distinct = new DistinctCount();
    private final Moments moments = new Moments();
    private final QuantileSample sample = new QuantileSample();
    private final TopValues<Double> topNumbers = new TopValues<>();
    private final TopValues<Long> topIntegers = new TopValues<>();
    private final TopValues<String> topTexts = new TopValues<>();
    private long rows;
    private long missing;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    ColumnProfiler(Field field) {
        this.field = field;
    }

    void add(Column column) {
        rows += column.size();
        for (int row = 0; row < column.size(); row++) {
            if (column.isMissing(row)) {
                missing++;
            } else {
                switch (column) {
                    case DoubleColumn c -> add(c.values()[row]);
                    case LongColumn c -> add(c.values()[row]);
                    case BooleanColumn c -> add(c.values()[row] ? 1L : 0L);
                    case TimestampColumn c -> addInstant(c.values()[row]);
                    case StringColumn c -> addText(c.values()[row]);
                }
            }
        }
    }

    ColumnProfile profile() {
        return switch (field.type()) {
            case DOUBLE -> profile(topNumbers, d -> Double.toString(d));
            case LONG -> profile(topIntegers, l -> Long.toString(l));
            case BOOLEAN -> profile(topIntegers, l -> l == 1 ? "true" : "false");
            case TIMESTAMP -> profile(topIntegers, ColumnProfiler::instant);
            case STRING -> profile(topTexts, text -> text);
        };
    }

    private void add(double value) {
        double plain = value + 0.0;
        distinct.add(plain);
        moments.add(value);
        sample.add(value);
        // Of a measured number every value may be a new one: nothing to be found, and slow.
        if (topNumbers.error() == 0) {
            topNumbers.add(plain);
        }
    }

    private void add(long value) {
        distinct.add(value);
        moments.add((double) value);
        sample.add((double) value);
        topIntegers.add(value);
    }

    private void addInstant(long micros) {
        distinct.add(micros);
        first = Math.min(first, micros);
        last = Math.max(last, micros);
        topIntegers.add(micros);
    }

    private void addText(@Nullable String text) {
        if (text != null) {
            distinct.add(text);
            topTexts.add(text);
        }
    }

    private <T extends Comparable<T>> ColumnProfile profile(TopValues<T> values, Function<T, String> text) {
        boolean few = field.type() != ColumnType.DOUBLE || values.error() == 0;
        List<ColumnProfile.TopValue> top = new ArrayList<>();
        if (few) {
            values.top(MOST_TOP).forEach(v -> top.add(new ColumnProfile.TopValue(text.apply(v.value()), v.count())));
        }
        return new ColumnProfile(
                field.name(),
                field.type(),
                missing,
                // An estimate may be greater than what there is.
                Math.min(distinct.estimate(), rows - missing),
                distinct.relativeError(),
                numbers(),
                first > last ? null : new ColumnProfile.Span(instant(first), instant(last)),
                top,
                few ? values.error() : 0);
    }

    private ColumnProfile.@Nullable Numbers numbers() {
        if (moments.count() == 0) {
            return null;
        }
        double[] values = sample.quantiles(PROBABILITIES);
        List<ColumnProfile.Quantile> quantiles = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            quantiles.add(new ColumnProfile.Quantile(PROBABILITIES[i], values[i]));
        }
        return new ColumnProfile.Numbers(
                moments.infinite(),
                moments.min(),
                moments.max(),
                moments.mean(),
                moments.std(),
                quantiles,
                sample.rankError());
    }

    private static String instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
    }
}
