package io.steelyard.tracking;

import static io.steelyard.tracking.StoreFixture.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.steelyard.tracking.TrackingException.Kind;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What every tracking store does with experiments. The messages are those of MLflow 3.17.
interface ExperimentsContract extends StoreFixture {
    @Test
    default void theDefaultExperimentIsThere() {
        Experiment experiment = store().experiment("0");
        assertThat(experiment.name()).isEqualTo("Default");
        assertThat(experiment.artifactLocation()).isEqualTo("mlflow-artifacts:/0");
        assertThat(store().findExperiment("Default")).contains(experiment);
    }

    @Test
    default void anExperimentIsFoundByIdAndName() {
        Experiment made = store().createExperiment(new NewExperiment("flights ✈", null, Map.of("team", "a")));
        assertThat(made)
                .isEqualTo(new Experiment(
                        made.id(),
                        "flights ✈",
                        "mlflow-artifacts:/" + made.id(),
                        Lifecycle.ACTIVE,
                        NOW,
                        NOW,
                        Map.of("team", "a")));
        assertThat(store().experiment(made.id())).isEqualTo(made);
        assertThat(store().findExperiment("flights ✈")).contains(made);
        assertThat(store().experimentNamed("flights ✈")).isEqualTo(made);
        assertThat(store().findExperiment("other")).isEmpty();
        assertThat(store().experimentNamed("other").id()).isNotEqualTo(made.id());
    }

    @Test
    default void anExperimentMayChooseItsLocation() {
        Experiment made = store().createExperiment(new NewExperiment("a", "s3://bucket/root/", Map.of()));
        Run run = store().createRun(new NewRun(made.id(), "r", "", 1, Map.of()));
        assertThat(run.artifactUri()).isEqualTo("s3://bucket/root/" + run.id() + "/artifacts");
    }

    @Test
    default void experimentsThatCannotBeAreRefused() {
        refused(
                Kind.ALREADY_EXISTS,
                "Experiment(name=Default) already exists.",
                () -> store().createExperiment(NewExperiment.named("Default")));
        refused(Kind.INVALID, "Invalid experiment name: ''", () -> NewExperiment.named(""));
        refused(
                Kind.INVALID,
                "'name' exceeds the maximum length of 500 characters",
                () -> NewExperiment.named("x".repeat(501)));
        assertThat(NewExperiment.named("😀".repeat(500)).name()).hasSize(1000);
        refused(Kind.NOT_FOUND, "No Experiment with id=77 exists", () -> store().experiment("77"));
        refused(
                Kind.INVALID,
                "Invalid experiment ID 'x'. Experiment ID must be a valid integer.",
                () -> store().experiment("x"));
        refused(
                Kind.NOT_FOUND,
                "No Experiment with id=77 exists",
                () -> store().createRun(new NewRun("77", null, "", 1, Map.of())));
    }

    @Test
    default void whatCannotBeMadeIsRefusedAtOnce() {
        refused(
                Kind.INVALID,
                "Artifact location cannot be a runs:/ URI. Given: 'runs:/a/b'",
                () -> new NewExperiment("a", "runs:/a/b", Map.of()));
        refused(
                Kind.INVALID,
                "Invalid artifact path length. The length of the artifact path cannot be greater than 2048 characters.",
                () -> new NewExperiment("a", "x".repeat(2049), Map.of()));
        refused(
                Kind.INVALID,
                "Invalid value \"a$\" for parameter 'key' supplied: Names may only contain alphanumerics, underscores"
                        + " (_), dashes (-), periods (.), spaces ( ), colon(:) and slashes (/).",
                () -> new NewExperiment("a", null, Map.of("a$", "b")));
    }

    @Test
    default void anExperimentCanBeRenamed() {
        Experiment made = store().experimentNamed("old");
        store().createRun(new NewRun(made.id(), null, "", 1, Map.of()));
        store().renameExperiment(made.id(), "old");
        store().renameExperiment(made.id(), "new");
        assertThat(store().experiment(made.id()).name()).isEqualTo("new");
        assertThat(store().experiment(made.id()).artifactLocation()).isEqualTo(made.artifactLocation());
        assertThat(store().findExperiment("old")).isEmpty();
        refused(
                Kind.ALREADY_EXISTS,
                "Experiment(name=Default) already exists.",
                () -> store().renameExperiment(made.id(), "Default"));
        refused(Kind.INVALID, "Invalid experiment name: ''", () -> store().renameExperiment(made.id(), ""));
        refused(Kind.NOT_FOUND, "No Experiment with id=77 exists", () -> store().renameExperiment("77", "a"));
        assertThat(store().experiment(made.id()).name()).isEqualTo("new");
    }

    @Test
    default void deletingAnExperimentDeletesItsRunsAndRestoringRestoresThemAll() {
        Experiment made = store().experimentNamed("gone");
        Run first = store().createRun(new NewRun(made.id(), null, "", 1, Map.of()));
        Run deletedBefore = store().createRun(new NewRun(made.id(), null, "", 1, Map.of()));
        Run elsewhere = start();
        store().deleteRun(deletedBefore.id());
        store().deleteExperiment(made.id());
        assertThat(store().experiment(made.id()).lifecycle()).isEqualTo(Lifecycle.DELETED);
        assertThat(store().findExperiment("gone")).map(Experiment::lifecycle).contains(Lifecycle.DELETED);
        assertThat(store().run(first.id()).lifecycle()).isEqualTo(Lifecycle.DELETED);
        assertThat(store().run(elsewhere.id()).lifecycle()).isEqualTo(Lifecycle.ACTIVE);
        refused(
                Kind.ALREADY_EXISTS,
                "Experiment(name=gone) already exists.",
                () -> store().createExperiment(NewExperiment.named("gone")));
        refused(
                Kind.NOT_FOUND,
                "No Experiment with id=" + made.id() + " exists",
                () -> store().deleteExperiment(made.id()));

        store().restoreExperiment(made.id());
        assertThat(store().experiment(made.id())).isEqualTo(made);
        assertThat(store().run(first.id()).lifecycle()).isEqualTo(Lifecycle.ACTIVE);
        assertThat(store().run(deletedBefore.id()).lifecycle()).isEqualTo(Lifecycle.ACTIVE);
        refused(
                Kind.NOT_FOUND,
                "No Experiment with id=" + made.id() + " exists",
                () -> store().restoreExperiment(made.id()));
        refused(Kind.NOT_FOUND, "No Experiment with id=77 exists", () -> store().restoreExperiment("77"));
    }

    @Test
    default void nothingIsWrittenToADeletedExperiment() {
        String id = store().experimentNamed("gone").id();
        store().setExperimentTag(id, "a", "b");
        store().deleteExperiment(id);
        String message = "The experiment " + id + " must be in the 'active' state. Current state is deleted.";
        refused(Kind.INVALID, message, () -> store().setExperimentTag(id, "a", "b"));
        refused(Kind.INVALID, message, () -> store().deleteExperimentTag(id, "a"));
        refused(Kind.INVALID, message, () -> store().createRun(new NewRun(id, null, "", 1, Map.of())));
        refused(
                Kind.INVALID,
                message,
                () -> store().createLoggedModel(new NewLoggedModel(id, null, "", null, Map.of(), Map.of())));
        refused(
                Kind.INVALID_STATE,
                "Cannot rename a non-active experiment.",
                () -> store().renameExperiment(id, "other"));
    }

    @Test
    default void tagsAreSetAndDeleted() {
        store().setExperimentTag("0", "mlflow.note.content", "x".repeat(20_000));
        store().setExperimentTag("0", "a", "1");
        store().setExperimentTag("0", "a", "2");
        assertThat(store().experiment("0").tags()).containsEntry("a", "2").hasSize(2);
        store().deleteExperimentTag("0", "mlflow.note.content");
        assertThat(store().experiment("0").tags()).isEqualTo(Map.of("a", "2"));
        refused(
                Kind.NOT_FOUND,
                "No tag with name: b in experiment with id 0",
                () -> store().deleteExperimentTag("0", "b"));
        refused(
                Kind.INVALID,
                "'value' exceeds the maximum length of 20000 characters",
                () -> store().setExperimentTag("0", "a", "x".repeat(20_001)));
        refused(
                Kind.INVALID,
                "'key' exceeds the maximum length of 250 characters",
                () -> store().setExperimentTag("0", "k".repeat(251), ""));
        refused(Kind.NOT_FOUND, "No Experiment with id=77 exists", () -> store().setExperimentTag("77", "a", "b"));
    }
}
