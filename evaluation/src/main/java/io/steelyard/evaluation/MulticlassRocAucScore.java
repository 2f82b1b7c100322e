package io.steelyard.evaluation;

/// The area under the ROC curve of each class against all others, over all classes. From 0 to 1, best. The macro mean is NaN
/// where a class does not occur; the weighted mean leaves such a class out and is NaN where all rows are of one.
///
/// @param averaging how the classes become one number; macro or weighted
public record MulticlassRocAucScore(Averaging averaging) implements MulticlassMetric {
    public MulticlassRocAucScore {
        ClassAverage.requireByClass(averaging);
    }

    @Override
    public String name() {
        return ClassAverage.oneVersusRestName("roc_auc_ovr", averaging);
    }

    @Override
    public Direction direction() {
        return Direction.GREATER_IS_BETTER;
    }

    @Override
    public double of(MulticlassRows rows) {
        return ClassAverage.oneVersusRest(rows, averaging, new RocAucScore());
    }
}
