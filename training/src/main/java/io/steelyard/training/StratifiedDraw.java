package io.steelyard.training;

import io.steelyard.stats.Mt19937;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Draws rows of each class for the two sides of a split, as scikit-learn's `StratifiedShuffleSplit` does, draw for draw.
///
/// @param labels the class of each row
/// @param random where all draws come from, in one sequence
record StratifiedDraw(ClassCodes labels, Mt19937 random) {
    Fold draw(SplitSizes sizes) {
        int[] counts = labels.counts();
        requireDrawable(counts, sizes);
        int[] ofTraining = shares(counts, sizes.training());
        int[] left = new int[counts.length];
        Arrays.setAll(left, c -> counts[c] - ofTraining[c]);
        int[] ofTest = shares(left, sizes.test());
        IntStream.Builder training = IntStream.builder();
        IntStream.Builder test = IntStream.builder();
        for (int c = 0; c < counts.length; c++) {
            int code = c;
            int[] rows = RowNumbers.where(labels.rows(), row -> labels.codes()[row] == code);
            int[] shuffled = RowNumbers.take(rows, random.permutation(rows.length));
            int end = ofTraining[c] + ofTest[c];
            Arrays.stream(shuffled, 0, ofTraining[c]).forEach(training::add);
            Arrays.stream(shuffled, ofTraining[c], end).forEach(test::add);
        }
        int[] trainingRows = training.build().toArray();
        random.shuffle(trainingRows);
        int[] testRows = test.build().toArray();
        random.shuffle(testRows);
        return new Fold(trainingRows, testRows);
    }

    private void requireDrawable(int[] counts, SplitSizes sizes) {
        for (int c = 0; c < counts.length; c++) {
            if (counts[c] < 2) {
                throw new TrainingException("class " + labels.names().get(c)
                        + " has one row only, which cannot stand on both sides of a stratified split:"
                        + " leave the class out, or split without labels");
            }
        }
        if (Math.min(sizes.training(), sizes.test()) < counts.length) {
            throw new TrainingException("there are " + counts.length + " classes, but one side of the split has "
                    + Math.min(sizes.training(), sizes.test())
                    + " rows: a stratified split needs at least one row of each class on both sides");
        }
    }

    /// How many of `draws` rows each class gives: its share rounded down, then one more for the classes of the greatest
    /// remainders; among equal remainders by lot.
    private int[] shares(int[] counts, int draws) {
        double total = Arrays.stream(counts).sum();
        double[] remainder = new double[counts.length];
        int[] shares = new int[counts.length];
        for (int c = 0; c < counts.length; c++) {
            double exact = counts[c] / total * draws;
            shares[c] = (int) exact;
            remainder[c] = exact - shares[c];
        }
        int missing = draws - Arrays.stream(shares).sum();
        double[] ascending = Arrays.stream(remainder).sorted().distinct().toArray();
        for (int i = ascending.length - 1; i >= 0 && missing > 0; i--) {
            double value = ascending[i];
            int[] equal = RowNumbers.where(counts.length, c -> remainder[c] == value);
            int[] lots = random.permutation(equal.length);
            for (int k = 0; k < lots.length && missing > 0; k++, missing--) {
                shares[equal[lots[k]]]++;
            }
        }
        return shares;
    }
}
