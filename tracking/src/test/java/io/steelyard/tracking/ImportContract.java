package io.steelyard.tracking;

import static io.steelyard.tracking.StoreFixture.metric;
import static io.steelyard.tracking.StoreFixture.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.steelyard.tracking.TrackingException.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What every store does with what is brought over from another.
public interface ImportContract extends StoreFixture {
    /// @return the import of [#store]
    TrackingImport importing();

    private static Experiment experiment(String id, String name, Map<String, String> tags) {
        return new Experiment(id, name, "", Lifecycle.DELETED, 5, 6, tags);
    }

    private static Run run(String experimentId, RunStatus status, @Nullable Long end, Map<String, String> params) {
        return new Run(
                "0123456789abcdef0123456789abcdef",
                experimentId,
                "calm-heron-1",
                "ada",
                status,
                11,
                end,
                "mlflow-artifacts:/9/elsewhere",
                Lifecycle.DELETED,
                params,
                Map.of("t", "u"),
                Map.of("ignored", metric("ignored", 1, 1, 1)),
                List.of(RunInput.of(new DatasetInput("d", "1", "f", "training"))),
                List.of("m-1"),
                List.of(new ModelOutput("m-2", 3)));
    }

    @Test
    default void anExperimentKeepsItsIdAndTimes() {
        Experiment made = importing().importExperiment(experiment("7", "a", Map.of("x", "1")));
        assertThat(made)
                .isEqualTo(new Experiment("7", "a", "mlflow-artifacts:/7", Lifecycle.DELETED, 5, 6, Map.of("x", "1")));
        assertThat(store().experiment("7")).isEqualTo(made);
        Experiment again = importing().importExperiment(experiment("8", "a", Map.of("x", "2", "y", "3")));
        assertThat(again.id()).isEqualTo("7");
        assertThat(again.tags()).isEqualTo(Map.of("x", "1", "y", "3"));
        Experiment taken = importing().importExperiment(experiment("7", "b", Map.of()));
        assertThat(taken.id()).isNotEqualTo("7");
        Experiment ofFolders = importing().importExperiment(experiment("729381238129381923", "c", Map.of()));
        assertThat(Experiment.number(ofFolders.id())).isLessThan(100);
        assertThat(importing()
                        .importExperiment(experiment("0", "Default", Map.of()))
                        .id())
                .isEqualTo("0");
        assertThat(store().experimentNamed("new").id()).isNotIn("7", taken.id(), ofFolders.id());
    }

    @Test
    default void aRunKeepsAllAndIsAddedTo() {
        String experiment =
                importing().importExperiment(experiment("7", "a", Map.of())).id();
        Run source = run(experiment, RunStatus.RUNNING, null, Map.of("p", "1"));
        assertThat(importing().importRun(source)).isTrue();
        importing().importMetrics(source.id(), List.of(metric("a", 1, 1, 0), metric("a", 2, 2, 1)));
        Map<String, String> tags = new HashMap<>(source.tags());
        tags.put("mlflow.runName", "calm-heron-1");
        assertThat(store().run(source.id()))
                .isEqualTo(new Run(
                        source.id(),
                        experiment,
                        source.name(),
                        source.userId(),
                        RunStatus.RUNNING,
                        11,
                        null,
                        source.artifactUri(),
                        Lifecycle.DELETED,
                        source.params(),
                        tags,
                        Map.of("a", metric("a", 2, 2, 1)),
                        source.inputs(),
                        source.modelInputs(),
                        source.outputs()));

        assertThat(importing().importRun(run(experiment, RunStatus.FINISHED, 99L, Map.of("p", "2", "q", "3"))))
                .isFalse();
        importing().importMetrics(source.id(), List.of(metric("a", 2, 2, 1), metric("a", 3, 3, 2)));
        Run again = store().run(source.id());
        assertThat(again.params()).isEqualTo(Map.of("p", "1", "q", "3"));
        assertThat(again.status()).isEqualTo(RunStatus.FINISHED);
        assertThat(again.endTimeMillis()).isEqualTo(99);
        assertThat(again.inputs()).hasSize(1);
        assertThat(store().metricHistory(source.id(), "a"))
                .containsExactly(metric("a", 1, 1, 0), metric("a", 2, 2, 1), metric("a", 3, 3, 2));
        importing().importRun(run(experiment, RunStatus.FAILED, 100L, Map.of()));
        assertThat(store().run(source.id()))
                .isEqualTo(store().run(source.id()))
                .isEqualTo(new Run(
                        again.id(),
                        again.experimentId(),
                        again.name(),
                        again.userId(),
                        RunStatus.FINISHED,
                        11,
                        99L,
                        again.artifactUri(),
                        again.lifecycle(),
                        again.params(),
                        again.tags(),
                        Map.of("a", metric("a", 3, 3, 2)),
                        again.inputs(),
                        again.modelInputs(),
                        again.outputs()));
        store().restoreRun(source.id());
        store().log(source.id(), RunBatch.tag("now", "active"));
    }

    @Test
    default void aLoggedModelKeepsAllAndIsAddedTo() {
        Run run = start();
        ModelMetric here = new ModelMetric("m-7", metric("auc", 1, 1, 0), run.id(), "test", "abc");
        ModelMetric away = new ModelMetric("m-7", metric("auc", 1, 1, 0), "elsewhere", null, null);
        LoggedModel source = model(LoggedModelStatus.PENDING, Map.of("p", "1"), List.of(here, away));
        assertThat(importing().importLoggedModel(source, Lifecycle.ACTIVE)).isTrue();
        assertThat(store().loggedModel("m-7"))
                .isEqualTo(model(LoggedModelStatus.PENDING, Map.of("p", "1"), List.of(here)));
        ModelMetric later = new ModelMetric("m-7", metric("auc", 2, 2, 1), run.id(), null, null);
        assertThat(importing()
                        .importLoggedModel(
                                model(LoggedModelStatus.READY, Map.of("p", "2", "q", "3"), List.of(here, later)),
                                Lifecycle.ACTIVE))
                .isFalse();
        assertThat(store().loggedModel("m-7"))
                .isEqualTo(model(LoggedModelStatus.READY, Map.of("p", "1", "q", "3"), List.of(here, later)));
    }

    private static LoggedModel model(LoggedModelStatus status, Map<String, String> params, List<ModelMetric> metrics) {
        return new LoggedModel(
                "m-7", "0", "forest", "mlflow-artifacts:/x", status, null, "", 3, 4, params, Map.of("t", "u"), metrics);
    }

    @Test
    default void whatHasNoPlaceIsRefused() {
        refused(
                Kind.NOT_FOUND,
                "No Experiment with id=77 exists",
                () -> importing().importRun(run("77", RunStatus.RUNNING, null, Map.of())));
        refused(
                Kind.NOT_FOUND,
                "Run with id=nothing not found",
                () -> importing().importMetrics("nothing", List.of(metric("a", 1, 1, 1))));
        refused(
                Kind.INVALID,
                "Invalid experiment ID 'x'. Experiment ID must be a valid integer.",
                () -> importing().importExperiment(experiment("x", "a", Map.of())));
    }
}
