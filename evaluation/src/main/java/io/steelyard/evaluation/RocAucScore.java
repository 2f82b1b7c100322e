package io.steelyard.evaluation;

/// The area under the ROC curve: how likely a row of label 1 has a greater score than a row of label 0, equal scores
/// counting half. From 0 to 1, where 1 is best and 0.5 is no order at all. It looks at the order of the scores only,
/// so they need not be probabilities and may be infinite.
///
/// Without weights it is counted in whole numbers, so it is exact but for one rounding and the same in any order of the
/// rows. NaN where only one label occurs.
public record RocAucScore() implements BinaryMetric {
    @Override
    public String name() {
        return "roc_auc";
    }

    @Override
    public Direction direction() {
        return Direction.GREATER_IS_BETTER;
    }

    @Override
    public double of(BinaryRows rows) {
        return rows.weights() == null ? counted(rows) : weighed(Ranking.of(rows));
    }

    private static double counted(BinaryRows rows) {
        ScoreKeys keys = ScoreKeys.of(rows);
        long[] positives = keys.ones();
        long[] negatives = keys.zeros();
        long halves = 0;
        int below = 0;
        int notAbove = 0;
        for (long positive : positives) {
            while (below < negatives.length && negatives[below] < positive) {
                below++;
            }
            while (notAbove < negatives.length && negatives[notAbove] <= positive) {
                notAbove++;
            }
            halves += (long) below + notAbove;
        }
        return halves / (2.0 * positives.length * negatives.length);
    }

    private static double weighed(Ranking ranking) {
        double area = 0;
        double positives = 0;
        double negatives = 0;
        for (int i = 0; i < ranking.size(); i++) {
            area += (ranking.negatives()[i] - negatives) * (ranking.positives()[i] + positives) / 2;
            positives = ranking.positives()[i];
            negatives = ranking.negatives()[i];
        }
        return area / (ranking.allPositives() * ranking.allNegatives());
    }
}
