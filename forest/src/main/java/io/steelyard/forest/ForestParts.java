package io.steelyard.forest;

import java.util.List;

/// What a forest is made of, for those who write it in another format: `link(margin)`, where a margin of an output is
/// `base + offset` and the sum of its trees' leaves, those divided by `divisor`, in the type that the [Library] says.
///
/// @param trees the trees, in the order in which they are summed
/// @param aggregation how leaves are joined
/// @param base one number an output, before the first tree
/// @param divisor what the joined leaves are divided by, 1 where they are summed
/// @param offset one number an output, added at the end
/// @param steepness the factor of the margin in [Link#LOGISTIC]
/// @param comparesFloats whether a value is rounded to a float before it is compared
public record ForestParts(
        List<TreeParts> trees,
        Aggregation aggregation,
        List<Double> base,
        double divisor,
        List<Double> offset,
        double steepness,
        boolean comparesFloats) {
    /// How the leaves of the trees become one number. A closed set.
    public enum Aggregation {
        /// Added up.
        SUM,
        /// The least one.
        LEAST,
        /// The greatest one.
        GREATEST
    }

    public ForestParts {
        trees = List.copyOf(trees);
        base = List.copyOf(base);
        offset = List.copyOf(offset);
    }
}
