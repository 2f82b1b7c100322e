package io.steelyard.training;

import io.steelyard.training.Learner.TrainingOptions;
import java.util.HashSet;
import java.util.Set;

/// Whether something can be learned from rows, and if not, what is wrong with them and where.
///
/// @param which `training` or `validation`, for messages
/// @param set the rows
/// @param options what they mean
record RowChecks(String which, TrainingSet set, TrainingOptions options) {
    /// What the rows of any set must be.
    void each() {
        if (set.rows() == 0) {
            throw new TrainingException(
                    "the " + which + " set is empty: check the query or the file it comes from, and where it is cut");
        }
        features();
        labels();
        weights();
        values();
    }

    /// What rows to learn from must be.
    void all() {
        each();
        classes();
    }

    private void features() {
        if (set.features().isEmpty()) {
            throw new TrainingException("the " + which + " set has no features to learn from");
        }
        Set<String> seen = new HashSet<>();
        for (String feature : set.features()) {
            if (!seen.add(feature)) {
                throw new TrainingException("the " + which + " set has the feature '" + feature
                        + "' twice: a feature is known by its name, rename or leave out one");
            }
        }
    }

    private void labels() {
        for (int row = 0; row < set.rows(); row++) {
            float label = set.labels()[row];
            boolean fits = Float.isFinite(label)
                    && switch (options.task()) {
                        case BINARY_CLASSIFICATION, MULTICLASS_CLASSIFICATION ->
                            label >= 0 && label < options.classes() && label == (int) label;
                        case REGRESSION -> true;
                    };
            if (!fits) {
                throw new TrainingException("the target '" + set.target() + "' is " + label + " in row " + row
                        + " of the " + which + " set, but must be " + wanted()
                        + "; rows without a label belong left out");
            }
        }
    }

    private String wanted() {
        return switch (options.task()) {
            case BINARY_CLASSIFICATION -> "0 or 1";
            case MULTICLASS_CLASSIFICATION -> "the number of a class from 0 to " + (options.classes() - 1);
            case REGRESSION -> "a finite number";
        };
    }

    private void weights() {
        float[] weights = set.weights();
        if (weights == null) {
            return;
        }
        boolean some = false;
        for (int row = 0; row < weights.length; row++) {
            if (!(weights[row] >= 0) || Float.isInfinite(weights[row])) {
                throw new TrainingException("the weight of row " + row + " of the " + which + " set is " + weights[row]
                        + ", but must be a finite number from 0");
            }
            some |= weights[row] > 0;
        }
        if (!some) {
            throw new TrainingException("the weights of the " + which
                    + " set are all 0, so no row counts: give a row that is to count a weight above 0");
        }
    }

    private void values() {
        int width = set.features().size();
        float[] values = set.values();
        for (int i = 0; i < values.length; i++) {
            if (Float.isInfinite(values[i])) {
                throw new TrainingException("the feature '" + set.features().get(i % width) + "' is " + values[i]
                        + " in row " + i / width + " of the " + which
                        + " set, but learners take finite numbers of a float's size (up to 3.4e38); NaN stands for a missing"
                        + " one");
            }
        }
    }

    private void classes() {
        switch (options.task()) {
            case BINARY_CLASSIFICATION, MULTICLASS_CLASSIFICATION -> {
                int[] rows = new int[options.classes()];
                for (int row = 0; row < set.rows(); row++) {
                    rows[(int) set.labels()[row]] += set.weight(row) > 0 ? 1 : 0;
                }
                everyClass(rows);
            }
            case REGRESSION -> {}
        }
    }

    private void everyClass(int[] rows) {
        String counting = set.weights() == null ? " rows)" : " rows that have a weight)";
        for (int one = 0; one < rows.length; one++) {
            int all = 0;
            for (int count : rows) {
                all += count;
            }
            if (rows[one] == all) {
                throw new TrainingException("the target '" + set.target() + "' has one class only (" + one + " in all "
                        + all + counting + ": a classifier needs rows of "
                        + (rows.length == 2 ? "both classes" : "all " + rows.length + " classes"));
            }
        }
        for (int missing = 0; missing < rows.length; missing++) {
            if (rows[missing] == 0) {
                throw new TrainingException("the target '" + set.target() + "' never has the class " + missing + " of "
                        + rows.length + " in the " + which
                        + " set: a classifier needs rows of every class; leave the class out and number the others"
                        + " from 0, or split so that each part has it");
            }
        }
    }
}
