package io.steelyard.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.datasketches.frequencies.ErrorType;
import org.apache.datasketches.frequencies.FrequentItemsSketch;

/// The most frequent values, in bounded memory: a sketch of frequent items
/// ([theory](https://datasketches.apache.org/docs/Frequency/FrequentItemsOverview.html)).
///
/// Exact up to 12,288 different values. With more, a count may be too high by [#error], which is at most about
/// 1/4,600 of all values added; a value that is more frequent than that is never left out. The same values in the same
/// order give the same counts. Not for several threads.
///
/// @param <T> the values' type, with a stable hash code
public final class TopValues<T extends Comparable<T>> {
    private static final int MAP_SIZE = 1 << 14;

    private final FrequentItemsSketch<T> sketch = new FrequentItemsSketch<>(MAP_SIZE);

    /// A value and how often it was added.
    ///
    /// @param value the value
    /// @param count how often, at most
    /// @param <T> the value's type
    public record Counted<T>(T value, long count) {}

    /// Counts of no values.
    public TopValues() {}

    /// Adds a value.
    ///
    /// @param value the value
    public void add(T value) {
        sketch.update(value);
    }

    /// The most frequent values.
    ///
    /// @param most how many at most
    /// @return the values, the most frequent first, equally frequent ones in their natural order; fewer than `most` where
    ///     there are no more whose place is certain
    public List<Counted<T>> top(int most) {
        return Arrays.stream(sketch.getFrequentItems(ErrorType.NO_FALSE_NEGATIVES))
                .filter(row -> row.getLowerBound() > sketch.getMaximumError() || sketch.getMaximumError() == 0)
                .map(row -> new Counted<>(row.getItem(), row.getEstimate()))
                .sorted(Comparator.comparingLong((Counted<T> counted) -> -counted.count())
                        .thenComparing(Counted::value))
                .limit(most)
                .toList();
    }

    /// By how much a count may be too high.
    ///
    /// @return 0 where all counts are exact
    public long error() {
        return sketch.getMaximumError();
    }
}
