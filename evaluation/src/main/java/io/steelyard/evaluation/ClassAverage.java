package io.steelyard.evaluation;

import java.util.stream.IntStream;

/// One number for all classes from one a class.
final class ClassAverage {
    private ClassAverage() {}

    /// A number of one class.
    @FunctionalInterface
    interface OfClass {
        double of(ConfusionMatrix matrix, int number);
    }

    static double of(MulticlassRows rows, Averaging averaging, OfClass value) {
        ConfusionMatrix matrix = ConfusionMatrix.of(rows);
        return switch (averaging) {
            case MICRO -> matrix.accuracy();
            case MACRO ->
                occurring(rows).mapToDouble(c -> value.of(matrix, c)).average().orElse(Double.NaN);
            case WEIGHTED ->
                IntStream.range(0, rows.classes().size())
                                .mapToDouble(c -> matrix.support(c) * value.of(matrix, c))
                                .sum()
                        / matrix.total();
        };
    }

    static double oneVersusRest(MulticlassRows rows, Averaging averaging, BinaryMetric metric) {
        double sum = 0;
        double whole = 0;
        for (int c = 0; c < rows.classes().size(); c++) {
            BinaryRows one = rows.oneVersusRest(c);
            double weight = averaging == Averaging.MACRO
                    ? 1
                    : RowWeights.sum(rows.weights(), rows.size(), row -> one.labels()[row]);
            if (weight > 0) {
                sum += weight * metric.of(one);
                whole += weight;
            }
        }
        return sum / whole;
    }

    static String oneVersusRestName(String name, Averaging averaging) {
        return averaging == Averaging.MACRO ? name : name + "_" + averaging.spelling();
    }

    static void requireByClass(Averaging averaging) {
        if (averaging == Averaging.MICRO) {
            throw new IllegalArgumentException(
                    "the averaging is micro, but an area is of one class against the others: it must be macro or weighted");
        }
    }

    private static IntStream occurring(MulticlassRows rows) {
        boolean[] occurs = new boolean[rows.classes().size()];
        for (int row = 0; row < rows.size(); row++) {
            occurs[rows.labels()[row]] = true;
            occurs[rows.predicted(row)] = true;
        }
        return IntStream.range(0, occurs.length).filter(c -> occurs[c]);
    }
}
