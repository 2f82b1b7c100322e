package io.steelyard.stats;

import java.util.Arrays;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// How often each category of a string column occurs.
///
/// @param counts the count of each category, 0 or more, in the strings' natural order
/// @param missing how many values are missing, 0 or more
public record CategoryCounts(SortedMap<String, Long> counts, long missing) {
    public CategoryCounts {
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
        counts.forEach(CategoryCounts::requireCount);
        requireCount("missing", missing);
    }

    /// Counts a column.
    ///
    /// @param values the values; null is a missing one
    /// @return their counts; of no values, no counts
    public static CategoryCounts of(@Nullable String[] values) {
        SortedMap<String, Long> counts = new TreeMap<>();
        Arrays.stream(values).filter(Objects::nonNull).forEach(value -> counts.merge(value, 1L, Long::sum));
        long present = counts.values().stream().mapToLong(Long::longValue).sum();
        return new CategoryCounts(counts, values.length - present);
    }

    /// The number of values, missing ones included.
    ///
    /// @return the sum of all counts, 0 or more
    public long rows() {
        return missing + counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /// The counts of two columns side by side: in row 0 the reference's, in row 1 the current ones, a place for each
    /// category that either has, missing being one.
    ///
    /// @throws IllegalArgumentException where a column has no rows; the message names which
    static long[][] table(CategoryCounts reference, CategoryCounts current) {
        reference.requireRows("reference values");
        current.requireRows("current values");
        TreeSet<String> categories = new TreeSet<>(reference.counts.keySet());
        categories.addAll(current.counts.keySet());
        categories.removeIf(category -> reference.count(category) + current.count(category) == 0);
        int missingPlaces = reference.missing + current.missing > 0 ? 1 : 0;
        long[][] table = new long[2][categories.size() + missingPlaces];
        int place = 0;
        for (String category : categories) {
            table[0][place] = reference.count(category);
            table[1][place] = current.count(category);
            place++;
        }
        if (missingPlaces == 1) {
            table[0][place] = reference.missing;
            table[1][place] = current.missing;
        }
        return table;
    }

    long count(String category) {
        return counts.getOrDefault(category, 0L);
    }

    void requireRows(String name) {
        if (rows() == 0) {
            throw new IllegalArgumentException("the " + name + " are empty; give at least one value");
        }
    }

    private static void requireCount(String category, long count) {
        if (count < 0) {
            throw new IllegalArgumentException(
                    "the count of '" + category + "' is " + count + ", but must be 0 or more");
        }
    }
}
