package io.steelyard.tracking.jdbc;

import io.steelyard.sql.Database;
import io.steelyard.tracking.Experiment;
import io.steelyard.tracking.ExperimentSearch;
import io.steelyard.tracking.Lifecycle;
import io.steelyard.tracking.LifecycleView;
import io.steelyard.tracking.LoggedModel;
import io.steelyard.tracking.LoggedModelSearch;
import io.steelyard.tracking.Page;
import io.steelyard.tracking.Run;
import io.steelyard.tracking.RunSearch;
import io.steelyard.tracking.jdbc.SearchQuery.Found;
import io.steelyard.tracking.search.Filter;
import io.steelyard.tracking.search.OrderBy;
import io.steelyard.tracking.search.SearchGrammar;
import io.steelyard.tracking.search.Source;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// The searches of the tracking store.
///
/// @param database the database
/// @param effort how much to look at before deciding
record JdbcSearch(Database database, SearchEffort effort) {
    Page<Run> runs(RunSearch search) {
        Filter filter = SearchGrammar.RUNS.filter(search.filter());
        List<OrderBy> order = SearchGrammar.RUNS.order(search.orderBy());
        List<Long> experiments = numbers(search.experimentIds());
        int limit = JdbcTrackingStore.more(search.maxResults());
        if (experiments.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        return database.read(sql -> {
            SearchDialect dialect = SearchDialect.of(sql);
            OrderSql columns = new OrderSql(SearchTable.RUNS, dialect, order);
            SearchToken token =
                    SearchToken.of(columns.columns(), "runs", experiments, search.view(), filter.text(), order);
            FilterSql filters = new FilterSql(SearchTable.RUNS, dialect, SqlText.NONE);
            SearchQuery query = new SearchQuery(
                    sql,
                    SearchTable.RUNS,
                    dialect,
                    columns,
                    filters.condition(filter),
                    token.read(search.pageToken()),
                    limit,
                    effort);
            RunScope scope = new RunScope(experiments, stages(search.view()));
            List<Found> found = new RunSearchPlan(query, scope, filters, filter).rows();
            return page(found, search.maxResults(), token, nos -> RunRows.numbered(sql, nos));
        });
    }

    Page<Experiment> experiments(ExperimentSearch search) {
        Filter filter = SearchGrammar.EXPERIMENTS.filter(search.filter());
        List<OrderBy> order = SearchGrammar.EXPERIMENTS.order(search.orderBy());
        int limit = JdbcTrackingStore.more(search.maxResults());
        return database.read(sql -> {
            SearchDialect dialect = SearchDialect.of(sql);
            OrderSql columns = new OrderSql(SearchTable.EXPERIMENTS, dialect, order);
            SearchToken token = SearchToken.of(columns.columns(), "experiments", search.view(), filter.text(), order);
            SqlText condition = new FilterSql(SearchTable.EXPERIMENTS, dialect, SqlText.NONE).condition(filter);
            SearchQuery query = new SearchQuery(
                    sql,
                    SearchTable.EXPERIMENTS,
                    dialect,
                    columns,
                    condition,
                    token.read(search.pageToken()),
                    limit,
                    effort);
            List<Found> found =
                    query.sorted(SqlText.of("experiments r"), dialect.in("r.lifecycle", stages(search.view())));
            return page(found, search.maxResults(), token, nos -> ExperimentRows.numbered(sql, nos));
        });
    }

    Page<LoggedModel> loggedModels(LoggedModelSearch search) {
        Filter filter = SearchGrammar.LOGGED_MODELS.filter(search.filter());
        List<OrderBy> order = SearchGrammar.modelOrder(search.orderBy());
        List<Long> experiments = numbers(search.experimentIds());
        int limit = JdbcTrackingStore.more(search.maxResults());
        if (experiments.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        return database.read(sql -> {
            SearchDialect dialect = SearchDialect.of(sql);
            OrderSql columns = new OrderSql(SearchTable.LOGGED_MODELS, dialect, order);
            SearchToken token =
                    SearchToken.of(columns.columns(), "models", experiments, search.datasets(), filter.text(), order);
            SqlText measured = measured(search.datasets());
            SqlText condition = new FilterSql(SearchTable.LOGGED_MODELS, dialect, measured).condition(filter);
            boolean testsMetrics = filter.tests().anyMatch(test -> test.field().source() == Source.METRIC);
            SqlText onDatasets = search.datasets().isEmpty() || testsMetrics
                    ? SqlText.TRUE
                    : measured.inside(
                            "EXISTS (SELECT 1 FROM logged_model_metrics m WHERE m.model_no = r.model_no", ")");
            SearchQuery query = new SearchQuery(
                    sql,
                    SearchTable.LOGGED_MODELS,
                    dialect,
                    columns,
                    condition,
                    token.read(search.pageToken()),
                    limit,
                    effort);
            List<Found> found = query.sorted(
                    SqlText.of("logged_models r"),
                    SqlText.all(
                            dialect.in("r.experiment_id", experiments),
                            SqlText.of("r.lifecycle = ?", Lifecycle.ACTIVE.name()),
                            onDatasets));
            return page(found, search.maxResults(), token, nos -> LoggedModelRows.numbered(sql, nos));
        });
    }

    private static SqlText measured(List<LoggedModelSearch.Dataset> datasets) {
        return datasets.isEmpty()
                ? SqlText.NONE
                : SqlText.join(
                                " OR ",
                                datasets.stream()
                                        .map(dataset -> {
                                            SqlText named = SqlText.of("m.dataset_name = ?", dataset.name());
                                            String digest = dataset.digest();
                                            return digest == null
                                                    ? named
                                                    : named.then(" AND m.dataset_digest = ?", digest);
                                        })
                                        .toList())
                        .inside(" AND (", ")");
    }

    private static List<Long> numbers(List<String> experimentIds) {
        return experimentIds.stream()
                .map(Experiment::number)
                .distinct()
                .sorted()
                .toList();
    }

    private static List<String> stages(LifecycleView view) {
        return Arrays.stream(Lifecycle.values())
                .filter(view::shows)
                .map(Lifecycle::name)
                .toList();
    }

    private static <T> Page<T> page(
            List<Found> found, int maxResults, SearchToken token, Function<List<Long>, List<T>> load) {
        List<Found> shown = found.subList(0, Math.min(found.size(), maxResults));
        List<T> items = load.apply(shown.stream().map(Found::no).toList());
        return new Page<>(
                items, found.size() > maxResults ? token.write(shown.getLast().sorted()) : null);
    }
}
