package io.steelyard.tracking;

import static io.steelyard.tracking.StoreFixture.metric;
import static io.steelyard.tracking.StoreFixture.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.steelyard.tracking.TrackingException.Kind;
import io.steelyard.tracking.TrackingPurge.Purged;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every purge removes, and what it leaves.
interface PurgeContract extends StoreFixture {
    /// @return the purge of [#store]
    TrackingPurge purge();

    @Test
    default void aPurgeOfNothingRemovesNothing() {
        start();
        assertThat(purge().purge(Long.MAX_VALUE)).isEqualTo(new Purged(0, 0, 0));
        assertThat(purge().freedLocations()).isEmpty();
    }

    @Test
    default void onlyWhatWasDeletedBeforeTheMomentGoes() {
        Run kept = start();
        Run restored = start();
        Run gone = start();
        metrics(gone, metric("a", 1, 1, 1));
        metrics(kept, metric("a", 1, 1, 1));
        store().log(gone.id(), RunBatch.param("p", "q"));
        store().logInputs(gone.id(), List.of(RunInput.of(new DatasetInput("d", "1", "f", "training"))));
        store().logModelInputs(gone.id(), List.of("m-1"));
        store().logOutputs(gone.id(), List.of(new ModelOutput("m-1", 1)));
        store().deleteRun(gone.id());
        store().deleteRun(restored.id());
        store().restoreRun(restored.id());
        assertThat(purge().purge(NOW)).isEqualTo(new Purged(0, 0, 0));
        assertThat(store().run(gone.id()).lifecycle()).isEqualTo(Lifecycle.DELETED);

        assertThat(purge().purge(NOW + 1)).isEqualTo(new Purged(0, 1, 0));
        String message = "Run with id=" + gone.id() + " not found";
        refused(Kind.NOT_FOUND, message, () -> store().run(gone.id()));
        refused(Kind.NOT_FOUND, message, () -> store().restoreRun(gone.id()));
        assertThat(store().metricHistory(gone.id(), "a")).isEmpty();
        assertThat(store().metricHistory(kept.id(), "a")).hasSize(1);
        assertThat(store().run(restored.id()).lifecycle()).isEqualTo(Lifecycle.ACTIVE);
        assertThat(store().datasets(List.of("0"))).isEmpty();
        assertThat(purge().freedLocations()).containsExactly(gone.artifactUri());
        purge().forgetLocation(gone.artifactUri());
        purge().forgetLocation("another");
        assertThat(purge().freedLocations()).isEmpty();
        assertThat(purge().purge(NOW + 1)).isEqualTo(new Purged(0, 0, 0));
    }

    @Test
    default void anExperimentGoesWithAllThatIsInItAndItsNameIsFree() {
        Experiment gone = store().experimentNamed("gone");
        Run run = store().createRun(new NewRun(gone.id(), null, "", 1, Map.of()));
        Run elsewhere = start();
        LoggedModel model = store().createLoggedModel(
                        new NewLoggedModel(gone.id(), "m", "", run.id(), Map.of("a", "b"), Map.of("c", "d")));
        store().log(
                        elsewhere.id(),
                        new RunBatch(
                                List.of(metric("a", 1, 1, 1)),
                                Map.of(),
                                Map.of(),
                                List.of(new ModelMetric(model.id(), metric("a", 1, 1, 1), elsewhere.id(), null, null)),
                                RunBatch.Form.MANY));
        store().deleteExperiment(gone.id());
        // As in MLflow a run can be restored alone; it goes with its experiment all the same.
        store().restoreRun(run.id());
        Experiment chosen = store().createExperiment(new NewExperiment("chosen", "s3://bucket/shared", Map.of()));
        store().deleteExperiment(chosen.id());
        store().deleteExperiment("0");

        assertThat(purge().purge(NOW + 1)).isEqualTo(new Purged(2, 2, 1));
        refused(
                Kind.NOT_FOUND,
                "No Experiment with id=" + gone.id() + " exists",
                () -> store().restoreExperiment(gone.id()));
        refused(Kind.NOT_FOUND, "Run with id=" + run.id() + " not found", () -> store().run(run.id()));
        assertThat(store().experiment("0").lifecycle()).isEqualTo(Lifecycle.DELETED);
        assertThat(purge().freedLocations())
                .containsExactlyInAnyOrder(
                        gone.artifactLocation(), run.artifactUri(), model.artifactUri(), elsewhere.artifactUri());
        Experiment again = store().createExperiment(NewExperiment.named("gone"));
        assertThat(again.id()).isNotEqualTo(gone.id()).isNotEqualTo(chosen.id());
    }

    @Test
    default void aDeletedModelGoesAndOneThatARunMeasuredStays() {
        Run run = start();
        LoggedModel gone = store().createLoggedModel(new NewLoggedModel("0", "a", "", null, Map.of(), Map.of()));
        LoggedModel kept = store().createLoggedModel(new NewLoggedModel("0", "b", "", null, Map.of(), Map.of()));
        store().log(
                        run.id(),
                        new RunBatch(
                                List.of(),
                                Map.of(),
                                Map.of(),
                                List.of(new ModelMetric(kept.id(), metric("a", 1, 1, 1), run.id(), null, null)),
                                RunBatch.Form.MANY));
        store().deleteRun(run.id());
        store().deleteLoggedModel(gone.id());
        assertThat(purge().purge(NOW + 1)).isEqualTo(new Purged(0, 1, 1));
        assertThat(purge().freedLocations()).containsExactlyInAnyOrder(run.artifactUri(), gone.artifactUri());
        assertThat(store().loggedModel(kept.id())).isEqualTo(kept);
        refused(
                Kind.NOT_FOUND,
                "Logged model with ID '" + gone.id() + "' not found.",
                () -> store().setLoggedModelTags(gone.id(), Map.of()));
    }

    @Test
    default void manyRunsWithManyMetricsGo() {
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < 130; i++) {
            runs.add(start());
        }
        Metric[] many = IntStream.range(0, 45_000)
                .mapToObj(i -> metric("k" + i % 3, i, i, i))
                .toArray(Metric[]::new);
        metrics(runs.getFirst(), many);
        metrics(runs.getLast(), many[0]);
        runs.subList(0, 129).forEach(run -> store().deleteRun(run.id()));
        assertThat(purge().purge(NOW + 1)).isEqualTo(new Purged(0, 129, 0));
        assertThat(store().runs("0", 10, null).items())
                .extracting(Run::id)
                .containsExactly(runs.getLast().id());
        assertThat(store().metricHistory(runs.getLast().id(), "k0")).hasSize(1);
    }
}
