package io.steelyard.transforms;

import io.steelyard.data.Batch;
import io.steelyard.data.DataException;

/// The values of a numeric training column from which a step can learn: at least one that is not missing, and none
/// infinite.
///
/// @param values the column, NaN where a value is missing; not to be written to
/// @param count how many are not missing
/// @param sum their sum
/// @param least the least of them
/// @param greatest the greatest of them
record Observed(double[] values, int count, double sum, double least, double greatest) {
    static Observed of(Batch training, String column) {
        double[] values = training.doubles(column);
        int pieces = Chunks.pieces(values.length);
        int[] counts = new int[pieces];
        double[] sums = new double[pieces];
        double[] least = new double[pieces];
        double[] greatest = new double[pieces];
        Chunks.eachPiece(values.length, (piece, from, to) -> {
            int count = 0;
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int row = from; row < to; row++) {
                double x = values[row];
                if (x == x) {
                    count++;
                    low = Math.min(low, x);
                    high = Math.max(high, x);
                }
            }
            counts[piece] = count;
            least[piece] = low;
            greatest[piece] = high;
            sums[piece] = Sums.of(values, from, to);
        });
        int count = 0;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int piece = 0; piece < pieces; piece++) {
            count += counts[piece];
            low = Math.min(low, least[piece]);
            high = Math.max(high, greatest[piece]);
        }
        if (count == 0) {
            throw nothing(column, values.length);
        }
        if (Double.isInfinite(low) || Double.isInfinite(high)) {
            throw infinite(column, values);
        }
        return new Observed(values, count, Sums.total(sums), low, high);
    }

    /// The error of a column without values.
    static DataException nothing(String column, int rows) {
        return new DataException(
                DataException.Kind.EMPTY,
                "column '" + column + "' has no value to learn from: "
                        + (rows == 0 ? "there are no training rows" : "all " + rows + " rows are missing"));
    }

    private static DataException infinite(String column, double[] values) {
        int row = 0;
        while (!Double.isInfinite(values[row])) {
            row++;
        }
        return new DataException(
                DataException.Kind.WRONG_TYPE,
                "column '" + column + "' holds " + values[row] + " in row " + (row + 1)
                        + ", but nothing can be learned from infinite values; make it missing or finite");
    }

    double mean() {
        return sum / count;
    }
}
