package io.steelyard.tracking.search;

import io.steelyard.tracking.LoggedModel;
import io.steelyard.tracking.LoggedModelSearch.Dataset;
import io.steelyard.tracking.ModelMetric;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A logged model as the filters of [SearchGrammar#LOGGED_MODELS] see it. A filter tests each of its metrics, an order
/// compares the latest one by timestamp, then step; of equal ones that of the first run id, then the
/// greatest.
///
/// @param model the model
/// @param datasets the data sets whose metrics a filter tests; none: all metrics
public record LoggedModelRow(LoggedModel model, List<Dataset> datasets) implements SearchRow {
    private static final Comparator<ModelMetric> LATEST = Comparator.<ModelMetric>comparingLong(
                    m -> m.metric().timestampMillis())
            .thenComparingLong(m -> m.metric().step())
            .thenComparing(ModelMetric::runId, Comparator.reverseOrder())
            .thenComparing(m -> !Double.isNaN(m.metric().value()))
            .thenComparingDouble(m -> m.metric().value());

    public LoggedModelRow {
        datasets = List.copyOf(datasets);
    }

    /// Says whether the model was measured on one of the data sets. A search with data sets and without a test of a
    /// metric gives only such models.
    ///
    /// @return true where it was, or where there are no data sets
    public boolean isMeasured() {
        return datasets.isEmpty() || model.metrics().stream().anyMatch(this::isAskedFor);
    }

    @Override
    public List<String> texts(SearchField field) {
        return switch (field.source()) {
            case ATTRIBUTE -> attribute(field);
            case PARAM -> RunRow.one(model.params().get(field.key()));
            case TAG -> RunRow.one(model.tags().get(field.key()));
            case METRIC, DATASET -> throw RunRow.unknown(field);
        };
    }

    @Override
    public List<Double> numbers(SearchField field) {
        return switch (field.source()) {
            case ATTRIBUTE -> List.of(time(field));
            case METRIC ->
                metrics(field)
                        .filter(this::isAskedFor)
                        .map(m -> m.metric().value())
                        .toList();
            case PARAM, TAG, DATASET -> throw RunRow.unknown(field);
        };
    }

    @Override
    public @Nullable Double sortNumber(OrderBy order) {
        return switch (order.field().source()) {
            case ATTRIBUTE -> time(order.field());
            case METRIC ->
                metrics(order.field())
                        .filter(m -> order.dataset() == null || isOf(m, order.dataset()))
                        .max(LATEST)
                        .map(m -> m.metric().value())
                        .orElse(null);
            case PARAM, TAG, DATASET -> throw RunRow.unknown(order.field());
        };
    }

    private Stream<ModelMetric> metrics(SearchField field) {
        return model.metrics().stream().filter(m -> m.metric().key().equals(field.key()));
    }

    private boolean isAskedFor(ModelMetric metric) {
        return datasets.isEmpty() || datasets.stream().anyMatch(dataset -> isOf(metric, dataset));
    }

    private static boolean isOf(ModelMetric metric, Dataset dataset) {
        return dataset.name().equals(metric.datasetName())
                && (dataset.digest() == null || dataset.digest().equals(metric.datasetDigest()));
    }

    private List<String> attribute(SearchField field) {
        return switch (field.key()) {
            case "name" -> List.of(model.name());
            case "model_id" -> List.of(model.id());
            case "model_type" -> List.of(model.modelType());
            case "status" -> List.of(model.status().name());
            case "source_run_id" -> RunRow.one(model.sourceRunId());
            default -> throw RunRow.unknown(field);
        };
    }

    private double time(SearchField field) {
        return switch (field.key()) {
            case "creation_timestamp" -> model.creationTimeMillis();
            case "last_updated_timestamp" -> model.lastUpdateTimeMillis();
            default -> throw RunRow.unknown(field);
        };
    }
}
