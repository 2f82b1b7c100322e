package io.steelyard.data;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which columns of a table are learned from, and which one is learned.
///
/// @param features the columns of the numbers, at least one, each once
/// @param target the column of the labels
/// @param weight the column that says how much each row counts; null where all count alike
public record LabelledColumns(
        List<String> features, String target, @Nullable String weight) {
    public LabelledColumns {
        features = List.copyOf(features);
        if (features.isEmpty()) {
            throw new IllegalArgumentException("there must be at least one feature");
        }
        if (features.contains(target) || (weight != null && (features.contains(weight) || weight.equals(target)))) {
            throw new IllegalArgumentException("target '" + target + "'"
                    + (weight == null ? "" : " and weight '" + weight + "'")
                    + " must be columns of their own, beside the features " + features);
        }
    }

    /// Columns whose rows all count alike.
    ///
    /// @param features the columns of the numbers
    /// @param target the column of the labels
    public LabelledColumns(List<String> features, String target) {
        this(features, target, null);
    }

    List<String> all() {
        List<String> all = new ArrayList<>(features);
        all.add(target);
        if (weight != null) {
            all.add(weight);
        }
        return all;
    }
}
