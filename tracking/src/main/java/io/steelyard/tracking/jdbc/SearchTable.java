package io.steelyard.tracking.jdbc;

import io.steelyard.tracking.search.SearchField;
import io.steelyard.tracking.search.Source;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Where the fields of an entity stand in the database. In a search its table is called `r`.
///
/// @param table its table
/// @param no the table's key
/// @param columns the columns of its attributes
/// @param nullable the attributes that may be missing
/// @param entries the tables of its parameters and tags
/// @param metrics the table of its metrics; empty: none
/// @param metricValue the column of a metric's value
/// @param metricIsNan the column that says whether that is NaN
record SearchTable(
        String table,
        String no,
        Map<String, String> columns,
        Set<String> nullable,
        Map<Source, String> entries,
        String metrics,
        String metricValue,
        String metricIsNan) {
    static final SearchTable RUNS = new SearchTable(
            "runs",
            "run_no",
            Map.of(
                    "artifact_uri", "artifact_uri",
                    "end_time", "end_time",
                    "run_id", "run_id",
                    "run_name", "name",
                    "start_time", "start_time",
                    "status", "status",
                    "user_id", "user_id"),
            Set.of("end_time"),
            Map.of(Source.PARAM, "params", Source.TAG, "tags"),
            "series",
            "latest_value",
            "latest_is_nan");

    static final SearchTable EXPERIMENTS = new SearchTable(
            "experiments",
            "experiment_id",
            Map.of(
                    "name", "name",
                    "experiment_id", "experiment_id",
                    "creation_time", "creation_time",
                    "last_update_time", "last_update_time"),
            Set.of(),
            Map.of(Source.TAG, "experiment_tags"),
            "",
            "",
            "");

    static final SearchTable LOGGED_MODELS = new SearchTable(
            "logged_models",
            "model_no",
            Map.of(
                    "name", "name",
                    "model_id", "model_id",
                    "model_type", "model_type",
                    "status", "status",
                    "source_run_id", "source_run_id",
                    "creation_timestamp", "creation_time",
                    "last_updated_timestamp", "last_update_time"),
            Set.of("source_run_id"),
            Map.of(Source.PARAM, "logged_model_params", Source.TAG, "logged_model_tags"),
            "logged_model_metrics",
            "value",
            "is_nan");

    String column(SearchField attribute) {
        return "r." + Objects.requireNonNull(columns.get(attribute.key()), attribute.key());
    }

    String entries(SearchField field) {
        return Objects.requireNonNull(entries.get(field.source()), field.key());
    }
}
