package io.steelyard.monitoring;

import io.steelyard.data.Batch;
import io.steelyard.data.Column;
import io.steelyard.data.ColumnType;
import io.steelyard.data.DoubleColumn;
import io.steelyard.data.Field;
import io.steelyard.data.LongColumn;
import io.steelyard.data.Schema;
import io.steelyard.data.StringColumn;
import io.steelyard.evaluation.BinaryEvaluation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// How good a binary classifier's predictions of a window were, by the labels that have come so far. Labels that come later
/// change the report of the window in which the prediction was made: make it again.
///
/// @param window the window, for example `2013-W40`
/// @param rows how many predictions it has
/// @param labelled how many of them have a label
/// @param metrics what [BinaryEvaluation] measures on those, by name (`roc_auc`, `log_loss`, `f1`, …); a metric that is not
///     defined, as `roc_auc` where only one label occurs, is left out, and without labels all are
public record QualityReport(String window, int rows, int labelled, Map<String, Double> metrics) {
    private static final double THRESHOLD = 0.5;
    private static final List<String> TABLE_METRICS =
            List.of("roc_auc", "log_loss", "f1", "brier", "accuracy", "precision", "recall", "positive_rate");

    public QualityReport {
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }

    /// Weighs the predictions of a window.
    ///
    /// @param window the predictions; scores from 0 to 1
    /// @return the report
    /// @throws IllegalArgumentException where a label is not 0 or 1
    public static QualityReport of(PredictionWindow window) {
        double[] actuals = window.actuals();
        double[] scores = window.scores();
        double[] labels = new double[actuals.length];
        double[] labelledScores = new double[actuals.length];
        int labelled = 0;
        for (int row = 0; row < actuals.length; row++) {
            if (!Double.isNaN(actuals[row])) {
                labels[labelled] = actuals[row];
                labelledScores[labelled++] = scores[row];
            }
        }
        Map<String, Double> metrics = new LinkedHashMap<>();
        if (labelled > 0) {
            metrics.putAll(BinaryEvaluation.of(
                    Arrays.copyOf(labels, labelled), Arrays.copyOf(labelledScores, labelled), THRESHOLD));
            metrics.remove(BinaryEvaluation.ROWS);
            metrics.values().removeIf(value -> value.isNaN());
        }
        return new QualityReport(window.name(), actuals.length, labelled, metrics);
    }

    /// Which share of the predictions has a label.
    ///
    /// @return from 0 to 1; 0 where there are no predictions
    public double labelCoverage() {
        return rows == 0 ? 0 : (double) labelled / rows;
    }

    /// Reports as a table, one row a window: `window`, `rows`, `labelled`, `label_coverage`, and a column for each of `roc_auc`,
    /// `log_loss`, `f1`, `brier`, `accuracy`, `precision`, `recall` and `positive_rate`, missing where it is not defined.
    ///
    /// @param reports the reports
    /// @return the table
    public static Batch table(List<QualityReport> reports) {
        List<Field> fields = new ArrayList<>(List.of(
                new Field("window", ColumnType.STRING),
                new Field("rows", ColumnType.LONG),
                new Field("labelled", ColumnType.LONG),
                new Field("label_coverage", ColumnType.DOUBLE)));
        List<Column> columns = new ArrayList<>(List.of(
                new StringColumn(reports.stream().map(QualityReport::window).toArray(String[]::new)),
                new LongColumn(reports.stream().mapToLong(QualityReport::rows).toArray()),
                new LongColumn(
                        reports.stream().mapToLong(QualityReport::labelled).toArray()),
                numbers(reports, QualityReport::labelCoverage)));
        for (String metric : TABLE_METRICS) {
            fields.add(new Field(metric, ColumnType.DOUBLE));
            columns.add(numbers(reports, report -> report.metrics.getOrDefault(metric, Double.NaN)));
        }
        return new Batch(new Schema(fields), columns);
    }

    private static Column numbers(List<QualityReport> reports, ToDoubleFunction<QualityReport> value) {
        return new DoubleColumn(reports.stream().mapToDouble(value).toArray());
    }
}
