package io.steelyard.tracking;

import static io.steelyard.tracking.search.SearchField.attribute;
import static io.steelyard.tracking.search.SearchField.metric;
import static io.steelyard.tracking.search.SearchField.param;
import static io.steelyard.tracking.search.SearchField.tag;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.steelyard.tracking.search.ExperimentRow;
import io.steelyard.tracking.search.Filter;
import io.steelyard.tracking.search.LoggedModelRow;
import io.steelyard.tracking.search.OrderBy;
import io.steelyard.tracking.search.RandomFilters;
import io.steelyard.tracking.search.RunRow;
import io.steelyard.tracking.search.SearchField;
import io.steelyard.tracking.search.SearchGrammar;
import io.steelyard.tracking.search.SearchRow;
import io.steelyard.tracking.search.Source;
import io.steelyard.tracking.search.ValueType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What searches of every tracking store find: on random entities, with random filters, orders and pages, what
/// [Filter#matches] and [OrderBy#comparator] say of each entity alone.
public abstract class SearchContract {
    private static final List<String> TEXTS = List.of(
            "a",
            "b",
            "ab",
            "aB",
            "AB",
            "a%b",
            "a_b",
            "a*b",
            "a?b",
            "a[b]",
            "it's",
            "\"a\"",
            "a\\b",
            "é",
            "É",
            "z",
            "\uFFFD",
            "😀",
            "",
            "a".repeat(64),
            "a".repeat(64) + "a",
            "a".repeat(64) + "b",
            "FINISHED",
            "RUNNING");
    private static final List<String> NAMES = List.of("a", "b", "ab", "aB", "a_b", "é");
    private static final List<Double> NUMBERS =
            List.of(-1.0, 0.0, 0.5, 1.0, 2.0, 3.0, 1e300, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
    private static final List<String> KEYS = List.of("a", "b c", "d/e.f");

    private final Random random = new Random(7);

    protected abstract TrackingStore store();

    @Test
    void runsAreFoundAsEachAloneMatches() {
        List<String> experiments =
                List.of("0", store().createExperiment(NewExperiment.named("b")).id());
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            runs.add(run(experiments.get(random.nextInt(2)), i));
        }
        List<SearchField> sortable = Stream.concat(
                        KEYS.stream().flatMap(key -> Stream.of(metric(key), param(key), tag(key))),
                        Stream.of(
                                attribute("start_time", ValueType.NUMBER),
                                attribute("end_time", ValueType.NUMBER),
                                attribute("run_id", ValueType.TEXT),
                                attribute("run_name", ValueType.TEXT),
                                attribute("status", ValueType.TEXT)))
                .toList();
        List<SearchField> fields = Stream.concat(
                        sortable.stream(),
                        Stream.of("name", "digest", "context")
                                .map(key -> new SearchField(Source.DATASET, key, ValueType.TEXT)))
                .toList();
        RandomFilters filters = new RandomFilters(random, fields, TEXTS, NUMBERS);
        for (int i = 0; i < 250; i++) {
            String filter = i % 10 == 0 ? "" : filters.next(3).text();
            List<String> order = filters.order(sortable);
            LifecycleView view = filters.any(List.of(LifecycleView.values()));
            List<String> asked =
                    filters.any(List.of(experiments, experiments.subList(0, 1), experiments.subList(1, 2)));
            List<Run> seen = runs.stream()
                    .filter(run -> asked.contains(run.experimentId()) && view.shows(run.lifecycle()))
                    .toList();
            check(
                    seen,
                    RunRow::new,
                    SearchGrammar.RUNS.filter(filter),
                    SearchGrammar.RUNS.order(order),
                    1 + random.nextInt(30),
                    (size, token) -> store().searchRuns(new RunSearch(asked, filter, order, view, size, token)));
        }
    }

    private Run run(String experiment, int number) {
        Run run = store().createRun(new NewRun(experiment, text(), text(), random.nextInt(5), Map.of()));
        Map<String, String> params = new HashMap<>();
        Map<String, String> tags = new HashMap<>();
        List<Metric> metrics = new ArrayList<>();
        for (String key : KEYS) {
            if (random.nextBoolean()) {
                params.put(key, text());
            }
            if (random.nextBoolean()) {
                tags.put(key, text());
            }
            if (random.nextInt(3) > 0) {
                double value = random.nextInt(5) == 0 ? Double.NaN : NUMBERS.get(random.nextInt(NUMBERS.size()));
                metrics.add(new Metric(key, value, number, random.nextInt(3)));
            }
        }
        store().log(run.id(), RunBatch.of(metrics, params, tags));
        if (random.nextBoolean()) {
            store().updateRun(run.id(), new RunUpdate(RunStatus.FINISHED, (long) random.nextInt(4), null));
        }
        store().logInputs(
                        run.id(),
                        IntStream.range(0, random.nextInt(3))
                                .mapToObj(i -> new RunInput(
                                        "a" + i,
                                        "b",
                                        "local",
                                        "here",
                                        null,
                                        null,
                                        random.nextBoolean() ? Map.of() : Map.of(RunInput.CONTEXT_TAG, "ab")))
                                .toList());
        if (random.nextInt(5) == 0) {
            store().deleteRun(run.id());
        }
        return store().run(run.id());
    }

    private String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    @Test
    void experimentsAreFoundAsEachAloneMatches() {
        List<Experiment> experiments = new ArrayList<>(List.of(store().experiment("0")));
        for (int i = 0; i < 25; i++) {
            Map<String, String> tags = new HashMap<>();
            KEYS.forEach(key -> {
                if (random.nextBoolean()) {
                    tags.put(key, text());
                }
            });
            Experiment made = store().createExperiment(new NewExperiment(text() + i, null, tags));
            if (random.nextInt(4) == 0) {
                store().deleteExperiment(made.id());
            }
            experiments.add(store().experiment(made.id()));
        }
        List<SearchField> sortable = List.of(
                attribute("name", ValueType.TEXT),
                attribute("experiment_id", ValueType.ID),
                attribute("creation_time", ValueType.NUMBER),
                attribute("last_update_time", ValueType.NUMBER));
        List<SearchField> fields = Stream.concat(
                        sortable.stream(), KEYS.stream().map(SearchField::tag))
                .toList();
        RandomFilters filters = new RandomFilters(random, fields, TEXTS, List.of(0.0, 1.0, 1e13));
        for (int i = 0; i < 200; i++) {
            String filter = i % 5 == 0 ? "" : filters.next(3).text();
            List<String> order = filters.order(sortable);
            LifecycleView view = filters.any(List.of(LifecycleView.values()));
            check(
                    experiments.stream().filter(e -> view.shows(e.lifecycle())).toList(),
                    ExperimentRow::new,
                    SearchGrammar.EXPERIMENTS.filter(filter),
                    SearchGrammar.EXPERIMENTS.order(order),
                    1 + random.nextInt(10),
                    (size, token) -> store().searchExperiments(new ExperimentSearch(filter, order, view, size, token)));
        }
    }

    @Test
    void loggedModelsAreFoundAsEachAloneMatches() {
        String run = store().createRun(new NewRun("0", "r", "", 1, Map.of())).id();
        String other = store().createRun(new NewRun("0", "r", "", 1, Map.of())).id();
        List<LoggedModel> models = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            models.add(model(random.nextBoolean() ? run : other));
        }
        List<SearchField> sortable = Stream.concat(
                        KEYS.stream().map(SearchField::metric),
                        Stream.of(
                                attribute("name", ValueType.TEXT),
                                attribute("source_run_id", ValueType.TEXT),
                                attribute("creation_timestamp", ValueType.NUMBER)))
                .toList();
        List<SearchField> fields = Stream.concat(
                        sortable.stream(), KEYS.stream().flatMap(key -> Stream.of(param(key), tag(key))))
                .toList();
        RandomFilters filters = new RandomFilters(random, fields, TEXTS, NUMBERS);
        List<LoggedModelSearch.Dataset> known =
                List.of(new LoggedModelSearch.Dataset("d", null), new LoggedModelSearch.Dataset("e", "1"));
        for (int i = 0; i < 200; i++) {
            String filter = i % 5 == 0 ? "" : filters.next(3).text();
            List<LoggedModelSearch.Dataset> datasets = known.subList(0, random.nextInt(3));
            List<LoggedModelSearch.Order> order = filters.order(sortable).stream()
                    .map(clause -> new LoggedModelSearch.Order(
                            clause.replaceAll(" (ASC|desc)$|`", ""),
                            !clause.endsWith("desc"),
                            random.nextBoolean() ? null : known.get(random.nextInt(2))))
                    .toList();
            Filter read = SearchGrammar.LOGGED_MODELS.filter(filter);
            boolean metrics = read.tests().anyMatch(test -> test.field().source() == Source.METRIC);
            check(
                    models.stream()
                            .filter(m -> metrics || new LoggedModelRow(m, datasets).isMeasured())
                            .toList(),
                    model -> new LoggedModelRow(model, datasets),
                    read,
                    SearchGrammar.modelOrder(order),
                    1 + random.nextInt(20),
                    (size, token) -> store().searchLoggedModels(
                                    new LoggedModelSearch(List.of("0"), filter, datasets, order, size, token)));
        }
    }

    private LoggedModel model(String run) {
        Map<String, String> params = new HashMap<>();
        Map<String, String> tags = new HashMap<>();
        KEYS.forEach(key -> {
            if (random.nextBoolean()) {
                params.put(key, text());
                tags.put(key, text());
            }
        });
        String source = random.nextBoolean() ? run : null;
        LoggedModel model = store().createLoggedModel(
                        new NewLoggedModel("0", NAMES.get(random.nextInt(NAMES.size())), "", source, params, tags));
        for (int i = 0; i < random.nextInt(5); i++) {
            double value = random.nextInt(5) == 0 ? Double.NaN : NUMBERS.get(random.nextInt(NUMBERS.size()));
            Metric metric = new Metric(KEYS.get(random.nextInt(3)), value, random.nextInt(2), random.nextInt(2));
            String dataset = List.of("d", "e").get(random.nextInt(2));
            boolean named = random.nextBoolean();
            store().log(
                            run,
                            new RunBatch(
                                    List.of(),
                                    Map.of(),
                                    Map.of(),
                                    List.of(new ModelMetric(
                                            model.id(), metric, run, named ? dataset : null, named ? "1" : null)),
                                    RunBatch.Form.MANY));
        }
        return store().loggedModel(model.id());
    }

    private interface Search<T> {
        Page<T> page(int size, @Nullable String token);
    }

    private static <T> void check(
            List<T> all,
            Function<T, SearchRow> row,
            Filter filter,
            List<OrderBy> order,
            int pageSize,
            Search<T> search) {
        Comparator<SearchRow> comparator = OrderBy.comparator(order);
        List<T> expected = all.stream()
                .filter(one -> filter.matches(row.apply(one)))
                .sorted((a, b) -> comparator.compare(row.apply(a), row.apply(b)))
                .toList();
        List<T> found = new ArrayList<>();
        String token = null;
        do {
            Page<T> page = search.page(pageSize, token);
            assertThat(page.items().size()).isLessThanOrEqualTo(pageSize);
            found.addAll(page.items());
            token = page.nextToken();
        } while (token != null && found.size() <= all.size());
        assertThat(found)
                .as(filter.text() + " by " + order + ", at " + places(all, expected) + ", but " + places(all, found))
                .isEqualTo(expected);
    }

    private static <T> List<Integer> places(List<T> all, List<T> some) {
        return some.stream().map(all::indexOf).toList();
    }

    @Test
    void aTokenOfAnotherSearchIsRefused() {
        for (int i = 0; i < 3; i++) {
            store().createRun(new NewRun("0", "r" + i, "", i, Map.of()));
        }
        String token = store().searchRuns(runs("", List.of(), null)).nextToken();
        assertThat(store().searchRuns(runs(" ", List.of(), token)).items()).hasSize(1);
        assertThatExceptionOfType(TrackingException.class)
                .isThrownBy(() -> store().searchRuns(runs("metrics.a > 1", List.of(), token)))
                .withMessageStartingWith("Invalid page token");
        assertThatExceptionOfType(TrackingException.class)
                .isThrownBy(() -> store().searchRuns(runs("", List.of("run_name"), token)))
                .withMessageStartingWith("Invalid page token");
        assertThatExceptionOfType(TrackingException.class)
                .isThrownBy(() -> store().searchRuns(runs("", List.of(), "x")))
                .withMessageStartingWith("Invalid page token");
    }

    private static RunSearch runs(String filter, List<String> order, @Nullable String token) {
        return new RunSearch(List.of("0"), filter, order, LifecycleView.ACTIVE_ONLY, 1, token);
    }

    @Test
    void aLongListIsLookedUp() {
        Run run = store().createRun(new NewRun("0", "r", "", 1, Map.of()));
        String others = "'x',".repeat(40_000);
        assertThat(store().searchRuns(new RunSearch(
                                List.of("0"),
                                "run_id IN (" + others + "'" + run.id() + "')",
                                List.of(),
                                LifecycleView.ALL,
                                5,
                                null))
                        .items())
                .hasSize(1);
    }

    @Test
    void noExperimentsHaveNoRunsAndUnknownOnesNeither() {
        store().createRun(new NewRun("0", "r", "", 1, Map.of()));
        for (List<String> experiments : List.of(List.<String>of(), List.of("123456"))) {
            assertThat(store().searchRuns(new RunSearch(experiments, "", List.of(), LifecycleView.ALL, 5, null))
                            .items())
                    .isEmpty();
        }
    }
}
