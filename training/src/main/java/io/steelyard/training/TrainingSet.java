package io.steelyard.training;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows ready for a learner: numbers only, after the transforms.
///
/// @param features the columns' names in order
/// @param values row after row, `labels.length * features.size()` numbers, handed over; NaN is missing
/// @param target the name of the column that the labels come from, for messages
/// @param labels one label a row, handed over; for classes the class number from 0; never NaN
/// @param weights how much each row counts, one finite number from 0 a row, handed over; missing where all count alike
public record TrainingSet(
        List<String> features, float[] values, String target, float[] labels, float @Nullable [] weights) {
    public TrainingSet {
        features = List.copyOf(features);
        if (values.length != (long) features.size() * labels.length) {
            throw new IllegalArgumentException(labels.length + " rows of " + features.size() + " features make "
                    + ((long) features.size() * labels.length) + " values, but " + values.length + " were given");
        }
        if (weights != null && weights.length != labels.length) {
            throw new IllegalArgumentException(
                    labels.length + " rows have one weight each, but " + weights.length + " were given");
        }
    }

    /// Rows that all count alike.
    ///
    /// @param features the columns' names in order
    /// @param values row after row, handed over; NaN is missing
    /// @param target the name of the column that the labels come from
    /// @param labels one label a row, handed over
    public TrainingSet(List<String> features, float[] values, String target, float[] labels) {
        this(features, values, target, labels, null);
    }

    /// Rows that all count alike, whose labels come from a column called `target`.
    ///
    /// @param features the columns' names in order
    /// @param values row after row, handed over; NaN is missing
    /// @param labels one label a row, handed over
    public TrainingSet(List<String> features, float[] values, float[] labels) {
        this(features, values, "target", labels, null);
    }

    /// How many rows there are.
    ///
    /// @return the number of rows
    public int rows() {
        return labels.length;
    }

    /// How much a row counts.
    ///
    /// @param row the row from 0
    /// @return its weight; 1 where there are no weights
    public float weight(int row) {
        return weights == null ? 1 : weights[row];
    }

    /// The same rows with other weights.
    ///
    /// @param rowWeights how much each row counts, one number a row, handed over
    /// @return the rows, sharing the values and labels
    public TrainingSet withWeights(float[] rowWeights) {
        return new TrainingSet(features, values, target, labels, rowWeights);
    }

    /// Some of the rows, copied.
    ///
    /// @param chosen the rows' numbers from 0, in the order in which they are wanted; one may come twice
    /// @return those rows
    public TrainingSet take(int[] chosen) {
        int width = features.size();
        float[] taken = new float[Math.multiplyExact(chosen.length, width)];
        float[] takenLabels = new float[chosen.length];
        float[] takenWeights = weights == null ? null : new float[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            System.arraycopy(values, chosen[i] * width, taken, i * width, width);
            takenLabels[i] = labels[chosen[i]];
            if (takenWeights != null) {
                takenWeights[i] = weight(chosen[i]);
            }
        }
        return new TrainingSet(features, taken, target, takenLabels, takenWeights);
    }
}
