package io.steelyard.transforms;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;

/// Categories of a numeric column (true is 1, false 0).
public final class NumberCategories implements Categories {
    private static final int LARGEST_TABLE = 1 << 16;
    private static final double LARGEST_WHOLE = 1L << 53;

    private final List<Double> values;
    private final double[] sorted;
    private final int[] codes;
    /// The code of each whole number from the least category on, where that is a small table; else empty.
    private final int[] table;

    /// Categories in the order of their codes.
    ///
    /// @param values each once, none NaN; may be empty
    public NumberCategories(List<Double> values) {
        this.values = Doubles.copyOf(values);
        double[] numbers = Doubles.array(this.values);
        sorted = numbers.clone();
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] += 0.0;
        }
        Arrays.sort(sorted);
        codes = new int[sorted.length];
        for (int code = 0; code < numbers.length; code++) {
            if (Double.isNaN(numbers[code])) {
                throw new IllegalArgumentException("a category must be a number, not NaN");
            }
            codes[Arrays.binarySearch(sorted, numbers[code] + 0.0)] = code;
        }
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i - 1] == sorted[i]) {
                throw new IllegalArgumentException("the category " + sorted[i] + " stands twice");
            }
        }
        table = tableOf(sorted, codes);
    }

    private static int[] tableOf(double[] sorted, int[] codes) {
        if (sorted.length == 0
                || sorted[sorted.length - 1] - sorted[0] >= LARGEST_TABLE
                || !Arrays.stream(sorted).allMatch(NumberCategories::isWhole)) {
            return new int[0];
        }
        int[] table = new int[(int) (sorted[sorted.length - 1] - sorted[0]) + 1];
        Arrays.fill(table, -1);
        for (int i = 0; i < sorted.length; i++) {
            table[(int) (sorted[i] - sorted[0])] = codes[i];
        }
        return table;
    }

    /// The categories in the order of their codes.
    ///
    /// @return an immutable list
    @JsonValue
    public List<Double> values() {
        return values;
    }

    @Override
    public int size() {
        return values.size();
    }

    @Override
    public String name(int code) {
        return name((double) values.get(code));
    }

    /// The code of a number that is not NaN, or -1.
    int code(double number) {
        if (table.length > 0) {
            double at = number - sorted[0];
            int whole = (int) at;
            return whole == at && whole >= 0 && whole < table.length ? table[whole] : -1;
        }
        int at = Arrays.binarySearch(sorted, number + 0.0);
        return at < 0 ? -1 : codes[at];
    }

    static String name(double number) {
        return isWhole(number) ? Long.toString((long) number) : Double.toString(number);
    }

    private static boolean isWhole(double number) {
        return Math.rint(number) == number && Math.abs(number) <= LARGEST_WHOLE;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NumberCategories that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
