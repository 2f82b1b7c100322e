package io.steelyard.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// How precise a prediction is for how much it finds, as the threshold rises.
///
/// @param points from the least score, where recall is 1, to precision 1 at recall 0 and an infinite threshold
public record PrecisionRecallCurve(List<Point> points) {
    public PrecisionRecallCurve {
        points = List.copyOf(points);
    }

    /// One point.
    ///
    /// @param precision the share of the rows whose score is at or above the threshold that have label 1
    /// @param recall the share of the rows of label 1 whose score is at or above the threshold; 1 where no row has label 1,
    ///     as in scikit-learn
    /// @param threshold the score
    public record Point(double precision, double recall, double threshold) {}

    /// Draws the curve, leaving out points between two others of the same recall: a plot and the best precision at each
    /// recall stay the same. Equals scikit-learn's `precision_recall_curve` with `drop_intermediate=True`; the last point,
    /// (1, 0), has no threshold there.
    ///
    /// @param rows the rows; scores may be infinite
    /// @return the curve
    public static PrecisionRecallCurve of(BinaryRows rows) {
        Ranking all = Ranking.of(rows);
        double[] found = all.positives();
        return curve(all.take(IntStream.range(0, all.size())
                .filter(i -> i == 0 || i == all.size() - 1 || found[i] != found[i - 1] || found[i + 1] != found[i])
                .toArray()));
    }

    /// Draws the curve with a point for each distinct score.
    ///
    /// @param rows the rows; scores may be infinite
    /// @return the curve
    public static PrecisionRecallCurve ofAllScores(BinaryRows rows) {
        return curve(Ranking.of(rows));
    }

    private static PrecisionRecallCurve curve(Ranking ranking) {
        double ones = ranking.allPositives();
        List<Point> points = new ArrayList<>();
        for (int i = ranking.size() - 1; i >= 0; i--) {
            double found = ranking.positives()[i];
            points.add(new Point(
                    found / (found + ranking.negatives()[i]), ones == 0 ? 1 : found / ones, ranking.thresholds()[i]));
        }
        points.add(new Point(1, 0, Double.POSITIVE_INFINITY));
        return new PrecisionRecallCurve(points);
    }
}
