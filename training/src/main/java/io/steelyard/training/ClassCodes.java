package io.steelyard.training;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Values as numbers from 0, as `numpy.unique` numbers them: in ascending order of the values.
///
/// @param codes the number of each row's value
/// @param names the values in the order of their numbers, as text for messages
record ClassCodes(int[] codes, List<String> names) {
    static ClassCodes of(double[] values) {
        double[] sorted = new double[values.length];
        for (int row = 0; row < values.length; row++) {
            if (Double.isNaN(values[row])) {
                throw new TrainingException(
                        "the label of row " + row + " is NaN: rows without a label belong left out before a split");
            }
            sorted[row] = values[row] + 0.0; // makes -0 a 0
        }
        double[] distinct = Arrays.stream(sorted).sorted().distinct().toArray();
        int[] codes = IntStream.range(0, values.length)
                .map(row -> Arrays.binarySearch(distinct, values[row] + 0.0))
                .toArray();
        return new ClassCodes(
                codes, Arrays.stream(distinct).mapToObj(ClassCodes::text).toList());
    }

    static ClassCodes of(long[] values) {
        long[] distinct = Arrays.stream(values).sorted().distinct().toArray();
        int[] codes = Arrays.stream(values)
                .mapToInt(value -> Arrays.binarySearch(distinct, value))
                .toArray();
        return new ClassCodes(
                codes, Arrays.stream(distinct).mapToObj(Long::toString).toList());
    }

    static ClassCodes of(List<String> values) {
        List<String> distinct = values.stream()
                .distinct()
                .sorted(Comparator.comparing(text -> text.codePoints().toArray(), Arrays::compare))
                .toList();
        Map<String, Integer> numbers = new HashMap<>();
        for (String value : distinct) {
            numbers.put(value, numbers.size());
        }
        return new ClassCodes(values.stream().mapToInt(numbers::get).toArray(), distinct);
    }

    int rows() {
        return codes.length;
    }

    int classes() {
        return names.size();
    }

    int[] counts() {
        int[] counts = new int[classes()];
        for (int code : codes) {
            counts[code]++;
        }
        return counts;
    }

    private static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
