package io.steelyard.evaluation;

import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows of a classification into several classes.
///
/// @param classes the names of the classes, 2 or more, in the order of their numbers
/// @param labels what came true: the class's number from 0, one a row, handed over
/// @param scores what was predicted, handed over: row after row the probability of each class, `labels.length *
///     classes.size()` numbers, each row with the sum 1
/// @param weights how much each row counts, handed over; null: all the same
public record MulticlassRows(List<String> classes, int[] labels, double[] scores, double @Nullable [] weights)
        implements EvaluatedRows<MulticlassRows> {
    /// How far from 1 the sum of a row's probabilities may be: those of float models sum to 1 within this.
    public static final double SUM_TOLERANCE = 1e-5;

    /// Checks the rows.
    ///
    /// @throws IllegalArgumentException where there are no rows, fewer than two classes, a class twice, the lengths
    ///     differ, a label is not a class's number, a row's scores are not probabilities, or a weight is not a finite
    ///     number from 0; the message names the row
    public MulticlassRows {
        classes = List.copyOf(classes);
        if (classes.size() < 2 || new HashSet<>(classes).size() < classes.size()) {
            throw new IllegalArgumentException("the classes are " + classes + ", but must be two or more, each once");
        }
        if (scores.length != labels.length * classes.size()) {
            throw new IllegalArgumentException("there are " + labels.length + " labels and " + scores.length
                    + " scores, but each row needs " + classes.size() + " scores, one a class");
        }
        RowWeights.requireSameLength(labels.length, labels.length, "rows of scores");
        for (int row = 0; row < labels.length; row++) {
            if (labels[row] < 0 || labels[row] >= classes.size()) {
                throw new IllegalArgumentException("the label of row " + row + " is " + labels[row]
                        + ", but must be a class's number from 0 to " + (classes.size() - 1));
            }
            requireProbabilities(row, scores, classes);
        }
        RowWeights.require(weights, labels.length);
    }

    /// Rows that all count the same.
    ///
    /// @param classes the names of the classes, 2 or more, in the order of their numbers
    /// @param labels what came true: the class's number from 0, one a row, handed over
    /// @param scores row after row the probability of each class, handed over
    public MulticlassRows(List<String> classes, int[] labels, double[] scores) {
        this(classes, labels, scores, null);
    }

    /// Rows of which only the predicted class is known: its probability is taken as 1, that of the others as 0.
    ///
    /// @param classes the names of the classes, 2 or more, in the order of their numbers
    /// @param labels what came true: the class's number from 0, one a row
    /// @param predicted what was predicted: the class's number from 0, one a row
    /// @return the rows
    /// @throws IllegalArgumentException as the constructor does
    public static MulticlassRows ofPredicted(List<String> classes, int[] labels, int[] predicted) {
        RowWeights.requireSameLength(labels.length, predicted.length, "predicted classes");
        double[] scores = new double[predicted.length * classes.size()];
        for (int row = 0; row < predicted.length; row++) {
            if (predicted[row] < 0 || predicted[row] >= classes.size()) {
                throw new IllegalArgumentException("the predicted class of row " + row + " is " + predicted[row]
                        + ", but must be a class's number from 0 to " + (classes.size() - 1));
            }
            scores[row * classes.size() + predicted[row]] = 1;
        }
        return new MulticlassRows(classes, labels.clone(), scores);
    }

    @Override
    public int size() {
        return labels.length;
    }

    @Override
    public MulticlassRows take(int[] rows) {
        int[] taken = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            taken[i] = labels[rows[i]];
        }
        return new MulticlassRows(
                classes, taken, RowWeights.take(scores, rows, classes.size()), RowWeights.take(weights, rows));
    }

    /// The class that is predicted for a row: the most likely one, among equally likely ones the first.
    ///
    /// @param row the row from 0
    /// @return the class's number
    public int predicted(int row) {
        int first = row * classes.size();
        int best = 0;
        for (int c = 1; c < classes.size(); c++) {
            best = scores[first + c] > scores[first + best] ? c : best;
        }
        return best;
    }

    /// One class against all others.
    ///
    /// @param number the class's number from 0
    /// @return rows of the same number, whose label is 1 where the class came true, and whose score is its probability
    public BinaryRows oneVersusRest(int number) {
        double[] isClass = new double[labels.length];
        double[] score = new double[labels.length];
        for (int row = 0; row < labels.length; row++) {
            isClass[row] = labels[row] == number ? 1 : 0;
            score[row] = scores[row * classes.size() + number];
        }
        return new BinaryRows(isClass, score, weights);
    }

    private static void requireProbabilities(int row, double[] scores, List<String> classes) {
        double sum = 0;
        for (int c = 0; c < classes.size(); c++) {
            double score = scores[row * classes.size() + c];
            if (!(score >= 0 && score <= 1)) {
                throw new IllegalArgumentException("the score of row " + row + " for class '" + classes.get(c) + "' is "
                        + score + ", but must be a probability from 0 to 1");
            }
            sum += score;
        }
        if (Math.abs(sum - 1) > SUM_TOLERANCE) {
            throw new IllegalArgumentException(
                    "the probabilities of row " + row + " sum to " + sum + ", but must sum to 1");
        }
    }
}
