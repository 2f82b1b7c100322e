package io.steelyard.evaluation;

/// The share of the rows predicted as a class that came true as it, over all classes. From 0 to 1, best.
///
/// A share of nothing is 0. Classes that neither came true nor were predicted are left out of a macro mean, as in
/// scikit-learn. The micro average equals the accuracy.
///
/// @param averaging how the classes become one number
public record MulticlassPrecisionScore(Averaging averaging) implements MulticlassMetric {
    @Override
    public String name() {
        return "precision_" + averaging.spelling();
    }

    @Override
    public Direction direction() {
        return Direction.GREATER_IS_BETTER;
    }

    @Override
    public double of(MulticlassRows rows) {
        return ClassAverage.of(rows, averaging, ConfusionMatrix::precision);
    }
}
