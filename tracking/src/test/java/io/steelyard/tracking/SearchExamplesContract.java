package io.steelyard.tracking;

import static io.steelyard.tracking.StoreFixture.metric;
import static io.steelyard.tracking.StoreFixture.readAll;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every tracking store finds, by example; [SearchContract] asks at random.
interface SearchExamplesContract extends StoreFixture {
    private Run run(long start, Map<String, String> tags, Metric... metrics) {
        Run run = store().createRun(new NewRun("0", "run-" + start, "me", start, tags));
        metrics(run, metrics);
        return run;
    }

    private List<String> names(String filter, LifecycleView view, String... order) {
        return readAll(token -> store().searchRuns(new RunSearch(List.of("0"), filter, List.of(order), view, 2, token)))
                .stream()
                .map(Run::name)
                .toList();
    }

    @Test
    default void runsAreFoundByWhatTheyRecorded() {
        run(1, Map.of("kind", "a"), metric("auc", 0.5, 1, 0), metric("auc", 0.9, 2, 1));
        run(2, Map.of("kind", "b"), metric("auc", Double.NaN, 1, 0));
        Run third = run(3, Map.of(), metric("auc", 0.7, 1, 0), metric("loss", 1, 1, 1));
        Run deleted = run(4, Map.of("kind", "a"), metric("auc", 1, 1, 1));
        store().log(third.id(), RunBatch.param("depth", "3"));
        store().deleteRun(deleted.id());

        assertThat(names("", LifecycleView.ACTIVE_ONLY)).containsExactly("run-3", "run-2", "run-1");
        assertThat(names("", LifecycleView.DELETED_ONLY)).containsExactly("run-4");
        assertThat(names("", LifecycleView.ALL)).hasSize(4);
        assertThat(names("metrics.auc > 0.6", LifecycleView.ACTIVE_ONLY)).containsExactly("run-3", "run-1");
        assertThat(names("tags.kind = 'a' OR params.depth = '3'", LifecycleView.ALL))
                .containsExactly("run-4", "run-3", "run-1");
        assertThat(names("NOT metrics.loss > 0", LifecycleView.ACTIVE_ONLY)).containsExactly("run-2", "run-1");
        assertThat(names("", LifecycleView.ACTIVE_ONLY, "metrics.auc DESC")).containsExactly("run-1", "run-3", "run-2");
        assertThat(names("", LifecycleView.ACTIVE_ONLY, "metrics.loss ASC")).containsExactly("run-3", "run-2", "run-1");
        assertThat(store().searchRuns(new RunSearch(List.of(), "", List.of(), LifecycleView.ALL, 10, null))
                        .items())
                .isEmpty();
    }

    @Test
    default void experimentsAreFoundByNameAndTag() {
        store().createExperiment(new NewExperiment("flights", null, Map.of("team", "a")));
        store().createExperiment(new NewExperiment("trains", null, Map.of("team", "b")));
        store().deleteExperiment(store().experimentNamed("gone").id());
        assertThat(experiments("tags.team IS NOT NULL", LifecycleView.ACTIVE_ONLY, "name DESC"))
                .containsExactly("trains", "flights");
        assertThat(experiments("name LIKE '%light%'", LifecycleView.ALL)).containsExactly("flights");
        assertThat(experiments("", LifecycleView.ALL, "name")).containsExactly("Default", "flights", "gone", "trains");
        assertThat(experiments("", LifecycleView.DELETED_ONLY)).containsExactly("gone");
    }

    private List<String> experiments(String filter, LifecycleView view, String... order) {
        return readAll(token -> store().searchExperiments(new ExperimentSearch(filter, List.of(order), view, 1, token)))
                .stream()
                .map(Experiment::name)
                .toList();
    }

    @Test
    default void loggedModelsAreFoundByTheirMetricsOnADataSet() {
        Run run = start();
        String good = model("good");
        String poor = model("poor");
        String deleted = model("deleted");
        store().deleteLoggedModel(deleted);
        List<ModelMetric> metrics = List.of(
                new ModelMetric(good, metric("auc", 0.9, 1, 0), run.id(), "test", "abc"),
                new ModelMetric(good, metric("auc", 0.2, 2, 1), run.id(), "train", "def"),
                new ModelMetric(poor, metric("auc", 0.4, 1, 0), run.id(), "test", "abc"),
                new ModelMetric(deleted, metric("auc", 1, 1, 0), run.id(), "test", "abc"));
        store().log(run.id(), new RunBatch(List.of(), Map.of(), Map.of(), metrics, RunBatch.Form.MANY));
        model("unmeasured");

        LoggedModelSearch.Dataset test = new LoggedModelSearch.Dataset("test", null);
        LoggedModelSearch.Order byAuc = new LoggedModelSearch.Order("metrics.auc", false, test);
        assertThat(models("", List.of(), byAuc)).containsExactly("good", "poor", "unmeasured");
        assertThat(models("", List.of(), new LoggedModelSearch.Order("metrics.auc", false, null)))
                .containsExactly("poor", "good", "unmeasured");
        assertThat(models("", List.of(test), byAuc)).containsExactly("good", "poor");
        assertThat(models("metrics.auc < 0.5", List.of(test))).containsExactly("poor");
        assertThat(models("metrics.auc < 0.5", List.of(), byAuc)).containsExactly("good", "poor");
        assertThat(models("name = 'unmeasured'", List.of())).containsExactly("unmeasured");
    }

    private String model(String name) {
        return store().createLoggedModel(new NewLoggedModel("0", name, "", null, Map.of(), Map.of()))
                .id();
    }

    private List<String> models(
            String filter, List<LoggedModelSearch.Dataset> datasets, LoggedModelSearch.Order... order) {
        return readAll(token -> store().searchLoggedModels(
                                new LoggedModelSearch(List.of("0"), filter, datasets, List.of(order), 2, token)))
                .stream()
                .map(LoggedModel::name)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 6, 100})
    default void pagesGiveEachRunOnce(int size) {
        for (int i = 0; i < 6; i++) {
            run(7, Map.of(), metric("m", i % 2, 1, 1));
        }
        List<Run> all = store().searchRuns(
                        new RunSearch(List.of("0"), "", List.of("metrics.m"), LifecycleView.ALL, 100, null))
                .items();
        assertThat(readAll(token -> store().searchRuns(
                                new RunSearch(List.of("0"), "", List.of("metrics.m"), LifecycleView.ALL, size, token))))
                .isEqualTo(all)
                .hasSize(6);
    }
}
