package io.steelyard.transforms;

import io.steelyard.data.Batch;
import io.steelyard.data.ColumnType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The categories of a training column and how many rows have each. Text is in the order of its code points, numbers in
/// theirs, as in `numpy.unique`.
///
/// @param categories the categories, at least one
/// @param counts how many rows have each, by its code
/// @param missing how many rows have none
record CategoryCounts(Categories categories, int[] counts, int missing) {
    /// As Python compares texts: by code points. UTF-16 units differ from it beyond U+D7FF only.
    static final Comparator<String> BY_CODE_POINTS = CategoryCounts::compare;

    static CategoryCounts of(Batch training, String column) {
        return training.schema().field(column).type() == ColumnType.STRING
                ? ofTexts(training.strings(column).values(), column)
                : ofNumbers(training.doubles(column), column);
    }

    /// The code of the category that most rows have; the first among several.
    int mostFrequent() {
        int best = 0;
        for (int code = 1; code < counts.length; code++) {
            if (counts[code] > counts[best]) {
                best = code;
            }
        }
        return best;
    }

    private static CategoryCounts ofTexts(@Nullable String[] values, String column) {
        Map<String, int[]> seen = new HashMap<>();
        int missing = 0;
        for (String value : values) {
            if (value == null) {
                missing++;
            } else {
                seen.computeIfAbsent(value, v -> new int[1])[0]++;
            }
        }
        requireSome(seen.size(), column, values.length);
        List<String> sorted = new ArrayList<>(seen.keySet());
        sorted.sort(BY_CODE_POINTS);
        return new CategoryCounts(
                new TextCategories(sorted),
                sorted.stream().mapToInt(value -> count(seen.get(value))).toArray(),
                missing);
    }

    private static CategoryCounts ofNumbers(double[] values, String column) {
        Map<Double, int[]> seen = new HashMap<>();
        int missing = 0;
        for (double value : values) {
            if (Double.isNaN(value)) {
                missing++;
            } else {
                seen.computeIfAbsent(value + 0.0, v -> new int[1])[0]++;
            }
        }
        requireSome(seen.size(), column, values.length);
        List<Double> sorted = seen.keySet().stream().sorted().toList();
        return new CategoryCounts(
                new NumberCategories(sorted),
                sorted.stream().mapToInt(value -> count(seen.get(value))).toArray(),
                missing);
    }

    private static int count(int @Nullable [] counted) {
        return counted == null ? 0 : counted[0];
    }

    private static void requireSome(int categories, String column, int rows) {
        if (categories == 0) {
            throw Observed.nothing(column, rows);
        }
    }

    private static int compare(String a, String b) {
        int length = Math.min(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                return Character.isSurrogate(x) == Character.isSurrogate(y)
                        ? Character.compare(x, y)
                        : Boolean.compare(Character.isSurrogate(x), Character.isSurrogate(y));
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
