package io.steelyard.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// How many rows of label 1 are found for how many of label 0 taken along, as the threshold falls.
///
/// @param points from (0, 0) at an infinite threshold to (1, 1)
public record RocCurve(List<Point> points) {
    public RocCurve {
        points = List.copyOf(points);
    }

    /// One point.
    ///
    /// @param falsePositiveRate the share of the rows of label 0 whose score is at or above the threshold; NaN where no
    ///     row has label 0
    /// @param truePositiveRate the share of the rows of label 1 whose score is at or above the threshold; NaN where no
    ///     row has label 1
    /// @param threshold the score
    public record Point(double falsePositiveRate, double truePositiveRate, double threshold) {}

    /// Draws the curve, leaving out points that lie between two others on a straight line at equal steps: the curve and
    /// its area stay the same. Equals scikit-learn's `roc_curve` with its usual `drop_intermediate=True`.
    ///
    /// @param rows the rows; scores may be infinite
    /// @return the curve
    public static RocCurve of(BinaryRows rows) {
        Ranking all = Ranking.of(rows);
        return curve(all.take(IntStream.range(0, all.size())
                .filter(i -> i == 0 || i == all.size() - 1 || bends(all.positives(), i) || bends(all.negatives(), i))
                .toArray()));
    }

    /// Draws the curve with a point for each distinct score.
    ///
    /// @param rows the rows; scores may be infinite
    /// @return the curve
    public static RocCurve ofAllScores(BinaryRows rows) {
        return curve(Ranking.of(rows));
    }

    private static boolean bends(double[] counts, int i) {
        return (counts[i + 1] - counts[i]) - (counts[i] - counts[i - 1]) != 0;
    }

    private static RocCurve curve(Ranking ranking) {
        double zeros = ranking.allNegatives() == 0 ? Double.NaN : ranking.allNegatives();
        double ones = ranking.allPositives() == 0 ? Double.NaN : ranking.allPositives();
        List<Point> points = new ArrayList<>();
        points.add(new Point(0 / zeros, 0 / ones, Double.POSITIVE_INFINITY));
        for (int i = 0; i < ranking.size(); i++) {
            points.add(
                    new Point(ranking.negatives()[i] / zeros, ranking.positives()[i] / ones, ranking.thresholds()[i]));
        }
        return new RocCurve(points);
    }
}
