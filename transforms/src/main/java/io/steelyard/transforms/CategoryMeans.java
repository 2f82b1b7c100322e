package io.steelyard.transforms;

import java.util.Arrays;
import java.util.function.IntPredicate;

/// The smoothed mean of the labels by category.
///
/// @param codes the category of each row; missing values have the code `categories`
/// @param labels one label a row
/// @param categories how many categories there are, missing not counted
/// @param smoothing how far a category is drawn to the mean of all
record CategoryMeans(int[] codes, double[] labels, int categories, TargetEncoding.Smoothing smoothing) {
    /// What some rows taught.
    ///
    /// @param encodings the number of each category, that of missing values last
    /// @param mean the mean of all labels
    record Learned(double[] encodings, double mean) {
        FittedTargetEncoding.Output output(String name) {
            int categories = encodings.length - 1;
            return new FittedTargetEncoding.Output(
                    name, Doubles.of(Arrays.copyOf(encodings, categories)), encodings[categories], mean);
        }
    }

    /// Each row encoded by the rows of the other folds.
    double[] crossFitted(int[] held, int folds) {
        double[] encoded = new double[codes.length];
        for (int fold = 0; fold < folds; fold++) {
            int out = fold;
            Learned learned = learned(row -> held[row] != out);
            for (int row = 0; row < codes.length; row++) {
                if (held[row] == out) {
                    encoded[row] = learned.encodings()[codes[row]];
                }
            }
        }
        return encoded;
    }

    Learned learned(IntPredicate from) {
        double[] sums = new double[categories + 1];
        int[] counts = new int[categories + 1];
        double[] used = new double[labels.length];
        int rows = 0;
        for (int row = 0; row < labels.length; row++) {
            if (from.test(row)) {
                used[rows++] = labels[row];
                sums[codes[row]] += labels[row];
                counts[codes[row]]++;
            }
        }
        double mean = Sums.of(used, 0, rows) / rows;
        double[] encodings = new double[categories + 1];
        switch (smoothing) {
            case TargetEncoding.Smoothing.Rows(double more) ->
                Arrays.setAll(
                        encodings, c -> counts[c] + more == 0 ? mean : (sums[c] + more * mean) / (counts[c] + more));
            case TargetEncoding.Smoothing.Auto() -> {
                double variance = Sums.squares(used, 0, rows, mean) / rows;
                double[] squares = squares(from, sums, counts);
                Arrays.setAll(encodings, c -> {
                    double own = variance * counts[c];
                    double lambda = own / (own + squares[c] / counts[c]);
                    return Double.isNaN(lambda) ? mean : lambda * (sums[c] / counts[c]) + (1 - lambda) * mean;
                });
            }
        }
        return new Learned(encodings, mean);
    }

    /// The sum of squared deviations from the category's own mean.
    private double[] squares(IntPredicate from, double[] sums, int[] counts) {
        double[] squares = new double[sums.length];
        for (int row = 0; row < labels.length; row++) {
            if (from.test(row)) {
                int code = codes[row];
                double deviation = labels[row] - sums[code] / counts[code];
                squares[code] += deviation * deviation;
            }
        }
        return squares;
    }
}
