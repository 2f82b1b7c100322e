package io.steelyard.evaluation;

/// The average precision of each class against all others, over all classes. From 0 to 1, best; that of a class that does
/// not occur is 0, as in scikit-learn.
///
/// @param averaging how the classes become one number; macro or weighted
public record MulticlassPrAucScore(Averaging averaging) implements MulticlassMetric {
    public MulticlassPrAucScore {
        ClassAverage.requireByClass(averaging);
    }

    @Override
    public String name() {
        return ClassAverage.oneVersusRestName("pr_auc_ovr", averaging);
    }

    @Override
    public Direction direction() {
        return Direction.GREATER_IS_BETTER;
    }

    @Override
    public double of(MulticlassRows rows) {
        return ClassAverage.oneVersusRest(rows, averaging, new PrAucScore());
    }
}
