package io.steelyard.training;

import io.steelyard.evaluation.BinaryEvaluation;
import io.steelyard.evaluation.Evaluation;
import io.steelyard.evaluation.MulticlassEvaluation;
import io.steelyard.evaluation.RegressionEvaluation;
import java.util.List;

/// Labels that a task knows.
///
/// @param labels one a row
/// @param classes the names of the classes; empty for a regression
record FoldLabels(double[] labels, List<String> classes) {
    static FoldLabels of(double[] labels, Evaluation<?> evaluation) {
        List<String> classes = switch (evaluation) {
            case BinaryEvaluation _ -> List.of("0", "1");
            case MulticlassEvaluation several -> several.classes();
            case RegressionEvaluation _ -> List.of();
        };
        for (int row = 0; row < labels.length; row++) {
            double label = labels[row];
            boolean known = classes.isEmpty()
                    ? Double.isFinite(label)
                    : label >= 0 && label < classes.size() && label == (int) label;
            if (!known) {
                throw new TrainingException("the label of row " + row + " is " + label + ", but must be "
                        + (classes.isEmpty() ? "a finite number" : "a class's number from 0 to " + (classes.size() - 1))
                        + "; rows without a label belong left out");
            }
        }
        return new FoldLabels(labels, classes);
    }

    void requireClassesLearned(int number, Fold fold) {
        boolean[] learned = new boolean[classes.size()];
        if (classes.isEmpty()) {
            return;
        }
        for (int row : fold.trainingRows()) {
            learned[(int) labels[row]] = true;
        }
        for (int row : fold.testRows()) {
            int code = (int) labels[row];
            if (!learned[code]) {
                throw new TrainingException("in fold " + (number + 1) + " class '" + classes.get(code)
                        + "' is tested (row "
                        + row + "), but no training row has it: StratifiedKFold spreads the classes over the folds;"
                        + " or ask for fewer folds, or leave the class out");
            }
        }
    }
}
