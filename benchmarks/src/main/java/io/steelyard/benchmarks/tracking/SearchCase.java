package io.steelyard.benchmarks.tracking;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// A search for the first 100 runs.
///
/// @param name what reports call it
/// @param filter the filter
/// @param orderBy the order; none: the newest first
/// @param kind which mark it has to meet
/// @param grammar who understands the filter
record SearchCase(String name, String filter, List<String> orderBy, Kind kind, Grammar grammar) {
    static final int RESULTS = 100;

    /// Which mark a search has to meet.
    enum Kind {
        ORDINARY,
        WORST
    }

    /// Whether the filter is in MLflow's grammar, or goes beyond it.
    enum Grammar {
        MLFLOW,
        STEELYARD
    }

    /// The searches of every size.
    static final List<SearchCase> ORDINARY = List.of(
            ordinary("metric filter", "metrics.metric_0 > 0.99"),
            ordinary("order by metric", "", "metrics.metric_0 DESC"));

    /// Searches that a store would rather not be asked: little to find, much to look at, nothing to walk along.
    static final List<SearchCase> WORST = List.of(
            worst("no run at all", "metrics.metric_0 > 2"),
            worst("every run, by another metric", "metrics.metric_0 > -1", "metrics.metric_1 ASC"),
            worst(
                    "two wide metrics and a rare one",
                    "metrics.metric_0 > 0.2 and metrics.metric_1 > 0.2 and metrics.metric_2 > 0.9999",
                    "metrics.metric_0 ASC"),
            worst(
                    "two halves that hardly meet",
                    "metrics.metric_0 < 0.5 and metrics.metric_1 < 0.0001 and params.param_0 = 'value_1'"),
            worst("parameter LIKE, nothing found", "params.param_0 LIKE '%nothing%'"),
            worst("tag LIKE, nothing found", "tags.tag_0 LIKE '%nothing%'"),
            worst("tag unlike, all found", "tags.tag_0 != 'nothing'", "metrics.metric_2 DESC"),
            worst("name ILIKE, one found", "attributes.run_name ILIKE '%0077777'"),
            worst("parameters that never meet", "params.param_0 = 'value_3' and params.param_1 = 'value_3'"),
            worst("order by parameter", "", "params.param_0 ASC"),
            worst("order by tag, then metric", "", "tags.tag_1 DESC", "metrics.metric_1 ASC"),
            worst("a metric that no run has", "metrics.none > 0", "metrics.none DESC"),
            new SearchCase(
                    "OR of a metric and a parameter",
                    "metrics.metric_0 > 0.99999 OR params.param_0 = 'nothing'",
                    List.of(),
                    Kind.WORST,
                    Grammar.STEELYARD),
            new SearchCase(
                    "NOT of what is common",
                    "NOT (tags.tag_0 LIKE 'text%' AND metrics.metric_1 > 0.00001)",
                    List.of(),
                    Kind.WORST,
                    Grammar.STEELYARD));

    SearchCase {
        orderBy = List.copyOf(orderBy);
    }

    private static SearchCase ordinary(String name, String filter, String... orderBy) {
        return new SearchCase(name, filter, List.of(orderBy), Kind.ORDINARY, Grammar.MLFLOW);
    }

    private static SearchCase worst(String name, String filter, String... orderBy) {
        return new SearchCase(name, filter, List.of(orderBy), Kind.WORST, Grammar.MLFLOW);
    }

    /// The request's body.
    String body(String experiment) {
        return JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "experiment_ids", List.of(experiment),
                        "filter", filter,
                        "max_results", RESULTS,
                        "order_by", orderBy));
    }
}
