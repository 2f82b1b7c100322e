package io.steelyard.pipeline;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a pipeline brought about. As JSON it is what `--json` prints.
///
/// @param pipeline the pipeline's name
/// @param question what the model answers; may be missing
/// @param runId the run's id
/// @param configHash the experiment configuration's hash
/// @param dataDigest the SHA-256 of the data's manifest
/// @param rows how many labelled rows each part had
/// @param metrics the test rows' metrics by name
/// @param groups the test rows' metrics by column and value of the column
/// @param gates what each gate said
/// @param passed whether every gate was passed
/// @param model the registered version
/// @param serving a request that was asked and answered; missing where nothing was served
/// @param drift how the live rows differ from the training rows, by month; empty where nothing was replayed
/// @param quality how good the live predictions were, by week; empty where nothing was replayed
/// @param files the files that were written, by what they are
public record PipelineSummary(
        String pipeline,
        @Nullable String question,
        String runId,
        String configHash,
        String dataDigest,
        Map<String, Long> rows,
        Map<String, Double> metrics,
        Map<String, Map<String, Map<String, Double>>> groups,
        List<GateLine> gates,
        boolean passed,
        ModelLine model,
        @Nullable ServingLine serving,
        List<DriftLine> drift,
        List<QualityLine> quality,
        Map<String, String> files) {
    /// A gate and its verdict.
    ///
    /// @param metricName the metric
    /// @param value the metric's value; missing where it was not measured
    /// @param comparison `gte`, `lte`, `gt` or `lt`
    /// @param threshold what it was compared with
    /// @param passed whether it holds
    public record GateLine(
            String metricName, @Nullable Double value, String comparison, double threshold, boolean passed) {}

    /// A registered version.
    ///
    /// @param name the registered model
    /// @param version the version's number
    /// @param stage `Production`, or `None` where it was not promoted
    /// @param digest the SHA-256 of the model file
    /// @param rounds the rounds of boosting that it holds
    public record ModelLine(String name, int version, String stage, String digest, int rounds) {}

    /// A request to the serving port that was answered.
    ///
    /// @param url where it was sent
    /// @param request its body
    /// @param response the answer's body
    /// @param liveRows how many rows were replayed
    public record ServingLine(String url, String request, String response, long liveRows) {}

    /// How a month differs from the training rows.
    ///
    /// @param window the month, for example `2013-10`
    /// @param rows how many rows it had
    /// @param drifted the columns that drifted, worst first
    /// @param scorePsi the population stability index of the predictions
    /// @param columns the numbers of each column
    public record DriftLine(
            String window, long rows, List<String> drifted, double scorePsi, List<ColumnDriftLine> columns) {}

    /// How a column of a month differs from the training rows.
    ///
    /// @param column the column
    /// @param psi the population stability index
    /// @param ksStatistic the Kolmogorov-Smirnov distance; missing for text
    /// @param ksPValue its p-value; missing for text
    /// @param state what was decided, for example `DRIFTED`
    public record ColumnDriftLine(
            String column,
            double psi,
            @Nullable Double ksStatistic,
            @Nullable Double ksPValue,
            String state) {}

    /// How good a week's predictions were.
    ///
    /// @param window the week, for example `2013-W40`
    /// @param rows how many predictions
    /// @param labelled how many of them have their label
    /// @param metrics the metrics over the labelled ones
    public record QualityLine(String window, long rows, long labelled, Map<String, Double> metrics) {}
}
