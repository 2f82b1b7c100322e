package io.steelyard.pipeline;

import io.steelyard.data.Batch;
import io.steelyard.models.Predictor;
import io.steelyard.monitoring.ColumnDrift;
import io.steelyard.monitoring.DriftReference;
import io.steelyard.monitoring.DriftReport;
import io.steelyard.monitoring.DriftTest;
import io.steelyard.monitoring.PredictionHistory;
import io.steelyard.monitoring.QualityReport;
import io.steelyard.monitoring.WatchedTime;
import io.steelyard.monitoring.Windowing;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The step `watch`: drift by month and quality by week, from the prediction log alone.
///
/// @param spec the pipeline
/// @param log the prediction log's folder
/// @param version the version whose predictions count
record WatchLive(PipelineSpec spec, Path log, int version) {
    private static final List<String> QUALITY_METRICS = List.of("roc_auc", "log_loss", "positive_rate");

    /// What the step brings.
    ///
    /// @param drift by month
    /// @param quality by week
    record Watched(List<DriftReport> drift, List<QualityReport> quality) {
        List<PipelineSummary.DriftLine> driftLines() {
            return drift.stream()
                    .map(month -> new PipelineSummary.DriftLine(
                            month.window(),
                            month.rows(),
                            month.drifted(),
                            present(month.score().psi()),
                            month.columns().stream().map(Watched::line).toList()))
                    .toList();
        }

        List<PipelineSummary.QualityLine> qualityLines() {
            return quality.stream()
                    .map(week -> new PipelineSummary.QualityLine(
                            week.window(), week.rows(), week.labelled(), chosen(week.metrics())))
                    .toList();
        }

        private static PipelineSummary.ColumnDriftLine line(ColumnDrift column) {
            boolean ks = column.test() == DriftTest.KOLMOGOROV_SMIRNOV;
            return new PipelineSummary.ColumnDriftLine(
                    column.column(),
                    present(column.psi()),
                    ks ? column.statistic() : null,
                    ks ? column.pValue() : null,
                    column.state().name());
        }

        private static Map<String, Double> chosen(Map<String, Double> metrics) {
            Map<String, Double> chosen = new java.util.LinkedHashMap<>();
            for (String name : QUALITY_METRICS) {
                Double value = metrics.get(name);
                if (value != null) {
                    chosen.put(name, value);
                }
            }
            return chosen;
        }

        private static double present(@Nullable Double value) {
            return value == null ? Double.NaN : value;
        }
    }

    Watched run(Predictor predictor, Batch train) {
        DriftReference reference = DriftReference.fit(train.select(spec.model().features()), predictor.score(train));
        PredictionHistory history = new PredictionHistory(log, spec.register().model(), Integer.toString(version));
        SplitSpec split = spec.split();
        WatchedTime live = new WatchedTime(
                split.live().from().atStartOfDay(split.zone()).toInstant(),
                split.live().to().atStartOfDay(split.zone()).toInstant(),
                split.zone());
        return new Watched(
                history.windows(Windowing.MONTH, live).stream()
                        .map(reference::compare)
                        .toList(),
                history.windows(Windowing.ISO_WEEK, live).stream()
                        .map(QualityReport::of)
                        .toList());
    }
}
