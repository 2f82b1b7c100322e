package io.steelyard.evaluation;

/// The area under the precision-recall curve as average precision: the sum over the distinct scores, the greatest first,
/// of precision × growth of recall. From 0 to 1, best; a random order gives about the share of label 1. It looks at the
/// order of the scores only, so they need not be probabilities and may be infinite.
///
/// Equals scikit-learn's `average_precision_score`, which does not interpolate between scores. 0 where no row came true as
/// 1, as in scikit-learn; 1 where all did.
public record PrAucScore() implements BinaryMetric {
    @Override
    public String name() {
        return "pr_auc";
    }

    @Override
    public Direction direction() {
        return Direction.GREATER_IS_BETTER;
    }

    @Override
    public double of(BinaryRows rows) {
        Ranking ranking = Ranking.of(rows);
        double sum = 0;
        double before = 0;
        for (int i = 0; i < ranking.size(); i++) {
            double positives = ranking.positives()[i];
            if (positives > before) {
                sum += (positives - before) * (positives / (positives + ranking.negatives()[i]));
                before = positives;
            }
        }
        return ConfusionMatrix.shareOrZero(sum, ranking.allPositives());
    }
}
