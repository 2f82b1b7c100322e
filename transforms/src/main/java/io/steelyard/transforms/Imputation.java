package io.steelyard.transforms;

import io.steelyard.data.Batch;
import io.steelyard.data.ColumnType;
import java.util.Arrays;

/// Replaces missing values, as scikit-learn's `SimpleImputer`. A numeric column becomes one of doubles.
///
/// Differs from it in a column without any value: that is an error and not a column that vanishes. To keep trace of what
/// was missing, put a [MissingIndicator] before it.
///
/// @param column the column, numeric or, for the most frequent value and a constant, text
/// @param filling what stands for a missing value
public record Imputation(String column, Filling filling) implements InputTransform {
    /// What stands for a missing value.
    public sealed interface Filling {}

    /// What a column's training rows have.
    public enum Learned implements Filling {
        /// The mean.
        MEAN,
        /// The median; of an even number of values the mean of the middle two.
        MEDIAN,
        /// The value that most rows have; among several the least (of text the first by its code points).
        MOST_FREQUENT
    }

    /// A number, for numeric columns.
    ///
    /// @param value the number, not NaN
    public record NumberValue(double value) implements Filling {
        public NumberValue {
            if (Double.isNaN(value)) {
                throw new IllegalArgumentException("what stands for a missing value must not be NaN");
            }
        }
    }

    /// A text, for text columns.
    ///
    /// @param value the text
    public record TextValue(String value) implements Filling {}

    @Override
    public FittedTransform fit(Batch training) {
        return switch (filling) {
            case Learned learned ->
                switch (learned) {
                    case MEAN ->
                        new FittedImputation(
                                column, Observed.of(training, column).mean());
                    case MEDIAN -> new FittedImputation(column, Observed.quantiles(training, column, 0.5)[0]);
                    case MOST_FREQUENT -> mostFrequent(training);
                };
            case NumberValue number -> {
                training.take(new int[0]).doubles(column);
                yield new FittedImputation(column, number.value());
            }
            case TextValue text -> {
                training.strings(column);
                yield new FittedTextImputation(column, text.value());
            }
        };
    }

    private FittedTransform mostFrequent(Batch training) {
        if (training.schema().field(column).type() == ColumnType.STRING) {
            CategoryCounts counts = CategoryCounts.of(training, column);
            return new FittedTextImputation(column, counts.categories().name(counts.mostFrequent()));
        }
        double[] sorted = Arrays.stream(Observed.of(training, column).values())
                .filter(x -> !Double.isNaN(x))
                .map(x -> x + 0.0)
                .toArray();
        Arrays.parallelSort(sorted);
        double best = sorted[0];
        int bestCount = 0;
        for (int from = 0; from < sorted.length; ) {
            int to = from;
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            if (to - from > bestCount) {
                bestCount = to - from;
                best = sorted[from];
            }
            from = to;
        }
        return new FittedImputation(column, best);
    }
}
