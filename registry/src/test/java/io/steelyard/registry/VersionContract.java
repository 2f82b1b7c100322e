package io.steelyard.registry;

import static io.steelyard.registry.RegistryCase.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.steelyard.registry.RegistryException.Kind;
import io.steelyard.tracking.Lifecycle;
import io.steelyard.tracking.Metric;
import io.steelyard.tracking.Run;
import io.steelyard.tracking.RunStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every registry does with versions.
interface VersionContract extends RegistryCase {
    @Test
    default void aVersionKeepsWhatItIsMadeOf() {
        store().modelNamed("m");
        NewModelVersion made = new NewModelVersion(
                "m",
                "s3://bucket/model",
                "r",
                null,
                "",
                Map.of("auc", 0.9, "bad", Double.NaN, "inf", Double.POSITIVE_INFINITY),
                "c0dd3de5dce1",
                "v1",
                "abc",
                "text",
                Map.of("k", "v"));
        ModelVersion version = store().createVersion(made);
        assertThat(version)
                .isEqualTo(new ModelVersion(
                        "m",
                        1,
                        ModelStage.DEVELOPMENT,
                        made.metrics(),
                        "c0dd3de5dce1",
                        "v1",
                        "abc",
                        2,
                        2,
                        "s3://bucket/model",
                        "r",
                        null,
                        "",
                        "text",
                        Map.of("k", "v"),
                        List.of()));
        assertThat(store().version("m", 1)).isEqualTo(version);
        assertThat(store().model("m").lastUpdateTimeMillis()).isEqualTo(2);
    }

    @Test
    default void aVersionOfARunTakesItsMetricsAndOrigin() {
        Run run = new Run(
                "0af1",
                "0",
                "n",
                "",
                RunStatus.RUNNING,
                1,
                null,
                "mlflow-artifacts:/0/0af1/artifacts",
                Lifecycle.ACTIVE,
                Map.of("config_hash", "c0dd3de5dce1", "data_version", "of the run"),
                Map.of("mlflow.source.git.commit", "abc"),
                Map.of("auc", new Metric("auc", 0.75, 1, 9)),
                List.of(),
                List.of(),
                List.of());
        NewModelVersion made = NewModelVersion.of("m", "path", run, "text", Map.of("data_version", "of the version"));
        assertThat(made)
                .isEqualTo(new NewModelVersion(
                        "m",
                        "path",
                        "0af1",
                        null,
                        "",
                        Map.of("auc", 0.75),
                        "c0dd3de5dce1",
                        "of the version",
                        "abc",
                        "text",
                        Map.of("data_version", "of the version")));
    }

    @Test
    default void numbersCountUpForEachModel() throws Exception {
        assertThat(register("a")).isEqualTo(1);
        assertThat(register("b")).isEqualTo(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> all = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                all.add(threads.submit(() -> register("a")));
            }
            List<Integer> numbers = new ArrayList<>();
            for (Future<Integer> one : all) {
                numbers.add(one.get());
            }
            assertThat(numbers)
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.rangeClosed(2, 21).boxed().toList());
        }
        assertThat(store().versions("a"))
                .extracting(ModelVersion::version)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 21).boxed().toList().reversed());
        assertThat(store().versions("b")).hasSize(1);
    }

    @Test
    default void whatIsNotThereIsNotFound() {
        register("m");
        refused(Kind.NOT_FOUND, "Registered Model with name=x not found", () -> store().model("x"));
        refused(Kind.NOT_FOUND, "Registered Model with name=x not found", () -> store().versions("x"));
        refused(
                Kind.NOT_FOUND,
                "Registered Model with name=x not found",
                () -> store().createVersion(NewModelVersion.of("x", "p")));
        for (String name : new String[] {"m", "x"}) {
            String message = "Model Version (name=" + name + ", version=7) not found";
            refused(Kind.NOT_FOUND, message, () -> store().version(name, 7));
            refused(Kind.NOT_FOUND, message, () -> store().setVersionTag(name, 7, "k", "v"));
        }
        String message = "Model Version (name=m, version=7) not found";
        refused(Kind.NOT_FOUND, message, () -> move(7, ModelStage.STAGING, Archiving.KEEP_OTHERS));
        refused(Kind.NOT_FOUND, message, () -> store().setAlias("m", "a", 7, GATES));
        refused(Kind.NOT_FOUND, message, () -> store().promote("m", 7, GATES));
        assertThat(store().log("m")).hasSize(2);
        assertThat(store().log("x")).isEmpty();
    }

    @Test
    default void aVersionsTagIsOverwritten() {
        register("m");
        store().setVersionTag("m", 1, "k", "1");
        store().setVersionTag("m", 1, "k", "2");
        assertThat(store().version("m", 1).tags()).isEqualTo(Map.of("k", "2"));
    }

    @Test
    default void theNewestVersionOfEachStageIsKnown() {
        for (int i = 0; i < 4; i++) {
            register("m");
        }
        move(1, ModelStage.STAGING, Archiving.KEEP_OTHERS);
        move(3, ModelStage.STAGING, Archiving.KEEP_OTHERS);
        move(4, ModelStage.ARCHIVED, Archiving.KEEP_OTHERS);
        assertThat(store().model("m").latestVersions())
                .containsExactly(store().version("m", 2), store().version("m", 3), store().version("m", 4));
    }

    @Test
    default void aVersionsTagIsDeleted() {
        register("m");
        store().setVersionTag("m", 1, "k", "1");
        store().deleteVersionTag("m", 1, "k");
        store().deleteVersionTag("m", 1, "never was");
        assertThat(store().version("m", 1).tags()).isEmpty();
        assertThat(store().version("m", 1).lastUpdateTimeMillis()).isEqualTo(2);
        refused(
                Kind.NOT_FOUND,
                "Model Version (name=m, version=2) not found",
                () -> store().deleteVersionTag("m", 2, "k"));
    }

    @Test
    default void aVersionsDescriptionIsReplaced() {
        register("m");
        ModelVersion described = store().describeVersion("m", 1, "new");
        assertThat(described.description()).isEqualTo("new");
        assertThat(described.lastUpdateTimeMillis()).isEqualTo(3);
        assertThat(store().version("m", 1)).isEqualTo(described);
        assertThat(store().model("m").lastUpdateTimeMillis()).isEqualTo(2);
        refused(
                Kind.NOT_FOUND,
                "Model Version (name=m, version=2) not found",
                () -> store().describeVersion("m", 2, ""));
    }

    @Test
    default void theNumberOfADeletedVersionIsNotUsedAgain() {
        register("m");
        register("m");
        store().setAlias("m", "a", 2, GATES);
        store().setAlias("m", "b", 1, GATES);
        store().deleteVersion("m", 2, GATES);
        refused(Kind.NOT_FOUND, "Model Version (name=m, version=2) not found", () -> store().version("m", 2));
        refused(
                Kind.NOT_FOUND,
                "Model Version (name=m, version=2) not found",
                () -> store().deleteVersion("m", 2, GATES));
        assertThat(store().model("m").aliases()).isEqualTo(Map.of("b", 1));
        assertThat(store().model("m").lastUpdateTimeMillis()).isEqualTo(6);
        assertThat(register("m")).isEqualTo(3);
        assertThat(store().versions("m")).extracting(ModelVersion::version).containsExactly(3, 1);
    }

    @Test
    default void latestVersionsAreThoseOfTheStagesAskedFor() {
        for (int i = 0; i < 4; i++) {
            register("m");
        }
        move(1, ModelStage.STAGING, Archiving.KEEP_OTHERS);
        move(2, ModelStage.PRODUCTION, Archiving.KEEP_OTHERS);
        store().setAlias("m", "a", 4, GATES);
        assertThat(store().latestVersions("m", List.of()))
                .containsExactly(store().version("m", 1), store().version("m", 2), store().version("m", 4));
        assertThat(store().latestVersions("m", List.of(ModelStage.PRODUCTION, ModelStage.ARCHIVED)))
                .containsExactly(store().version("m", 2));
        refused(Kind.NOT_FOUND, "Registered Model with name=x not found", () -> store().latestVersions("x", List.of()));
    }

    @Test
    default void aCopyLiesWhereItsOriginalLies() {
        store().modelNamed("m");
        store().modelNamed("copies");
        store().createVersion(new NewModelVersion(
                "m", "s3://b/x", "r", "m-1", "link", Map.of("auc", 0.9), "c0dd3de5dce1", "v1", "abc", "", Map.of()));
        ModelVersion copy = store().createVersion(NewModelVersion.of("copies", "models:/m/1"));
        assertThat(copy.artifactPath()).isEqualTo("models:/m/1");
        assertThat(copy.runId()).isEqualTo("r");
        assertThat(copy.modelId()).isEqualTo("m-1");
        assertThat(copy.runLink()).isEmpty();
        assertThat(copy.metrics()).isEqualTo(Map.of("auc", 0.9));
        assertThat(copy.gitCommit()).isEqualTo("abc");
        ModelVersion copyOfTheCopy = store().createVersion(NewModelVersion.of("m", "models:/copies/1"));
        store().deleteModel("copies", GATES);
        assertThat(store().downloadUri("m", copyOfTheCopy.version())).isEqualTo("s3://b/x");
        assertThat(store().downloadUri("m", 1)).isEqualTo("s3://b/x");
        assertThat(store().version("m", 1).runLink()).isEqualTo("link");
        ModelVersion logged =
                store().createVersion(NewModelVersion.of("m", "models:/m-1").storedAt("s3://b/m-1"));
        assertThat(logged.artifactPath()).isEqualTo("models:/m-1");
        assertThat(store().downloadUri("m", logged.version())).isEqualTo("s3://b/m-1");
        refused(
                Kind.NOT_FOUND,
                "Model Version (name=m, version=9) not found",
                () -> store().createVersion(NewModelVersion.of("m", "models:/m/9")));
        refused(Kind.NOT_FOUND, "Model Version (name=m, version=9) not found", () -> store().downloadUri("m", 9));
    }
}
