package io.steelyard.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.steelyard.registry.RegistryEvent.Change;
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
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What every registry does. The messages are those of MLflow 3.11.
public abstract class RegistryStoreContract {
    private static final Attribution GATES = new Attribution("ci", "all gates passed");

    /// An empty registry, whose clock gives 1, 2, 3, … with every call.
    protected abstract RegistryStore store();

    private int register(String name) {
        store().modelNamed(name);
        return store().createVersion(NewModelVersion.of(name, "mlflow-artifacts:/0/r/artifacts/model"))
                .version();
    }

    private ModelVersion move(int version, ModelStage stage, Archiving archiving) {
        return store().transition("m", version, stage, archiving, GATES);
    }

    private static void refused(Kind kind, String message, ThrowingCallable call) {
        assertThatExceptionOfType(RegistryException.class)
                .isThrownBy(call)
                .withMessage(message)
                .satisfies(e -> assertThat(e.kind()).isEqualTo(kind));
    }

    @Test
    void aModelIsMadeOnce() {
        RegisteredModel made = store().createModel("m", "what it does", Map.of("team", "a"));
        assertThat(made)
                .isEqualTo(new RegisteredModel("m", "what it does", 1, 1, Map.of("team", "a"), Map.of(), List.of()));
        assertThat(store().model("m")).isEqualTo(made);
        assertThat(store().modelNamed("m")).isEqualTo(made);
        assertThat(store().modelNamed("a").description()).isEmpty();
        assertThat(store().models()).extracting(RegisteredModel::name).containsExactly("a", "m");
        refused(
                Kind.ALREADY_EXISTS,
                "Registered Model (name=m) already exists.",
                () -> store().createModel("m", "", Map.of()));
    }

    @Test
    void aVersionKeepsWhatItIsMadeOf() {
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
    void aVersionOfARunTakesItsMetricsAndOrigin() {
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
    void numbersCountUpForEachModel() throws Exception {
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
    void whatIsNotThereIsNotFound() {
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
    void aStageMayArchiveTheOthersInIt() {
        register("m");
        register("m");
        register("m");
        move(1, ModelStage.PRODUCTION, Archiving.KEEP_OTHERS);
        move(2, ModelStage.PRODUCTION, Archiving.KEEP_OTHERS);
        assertThat(store().versions("m"))
                .extracting(ModelVersion::stage)
                .containsExactly(ModelStage.DEVELOPMENT, ModelStage.PRODUCTION, ModelStage.PRODUCTION);
        ModelVersion moved = move(3, ModelStage.PRODUCTION, Archiving.ARCHIVE_OTHERS);
        assertThat(moved.stage()).isEqualTo(ModelStage.PRODUCTION);
        assertThat(store().versions("m"))
                .extracting(ModelVersion::stage)
                .containsExactly(ModelStage.PRODUCTION, ModelStage.ARCHIVED, ModelStage.ARCHIVED);
        assertThat(move(3, ModelStage.PRODUCTION, Archiving.ARCHIVE_OTHERS).stage())
                .isEqualTo(ModelStage.PRODUCTION);
        refused(
                Kind.INVALID,
                "Model version transition cannot archive existing model versions because 'None' is not an Active stage."
                        + " Valid stages are ['Staging', 'Production']",
                () -> move(3, ModelStage.DEVELOPMENT, Archiving.ARCHIVE_OTHERS));
    }

    @Test
    void theProductionModelIsTheOneRegisteredLast() {
        assertThat(store().production("m")).isEmpty();
        register("m");
        register("m");
        assertThat(store().production("m")).isEmpty();
        move(2, ModelStage.PRODUCTION, Archiving.KEEP_OTHERS);
        move(1, ModelStage.PRODUCTION, Archiving.KEEP_OTHERS);
        assertThat(store().production("m")).contains(store().version("m", 2));
    }

    @Test
    void theNewestVersionOfEachStageIsKnown() {
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
    void anAliasPointsAtOneVersion() {
        register("m");
        register("m");
        store().setAlias("m", "champion", 1, GATES);
        store().setAlias("m", "Challenger-2", 1, GATES);
        assertThat(store().version("m", 1).aliases()).containsExactly("Challenger-2", "champion");
        store().setAlias("m", "champion", 2, GATES);
        assertThat(store().versionByAlias("m", "champion")).isEqualTo(store().version("m", 2));
        assertThat(store().model("m").aliases()).isEqualTo(Map.of("champion", 2, "Challenger-2", 1));
        assertThat(store().versionByAlias("m", "Latest").version()).isEqualTo(2);
        refused(Kind.INVALID, "Registered model alias x not found.", () -> store().versionByAlias("m", "x"));
        refused(Kind.NOT_FOUND, "Registered Model with name=x not found", () -> store().versionByAlias("x", "x"));
        store().modelNamed("empty");
        refused(
                Kind.NOT_FOUND,
                "Latest version not found for model empty.",
                () -> store().versionByAlias("empty", "latest"));
    }

    @Test
    void promotingIsOneStep() {
        register("m");
        register("m");
        store().promote("m", 1, GATES);
        ModelVersion promoted = store().promote("m", 2, GATES);
        assertThat(promoted.stage()).isEqualTo(ModelStage.PRODUCTION);
        assertThat(promoted.aliases()).containsExactly("production");
        assertThat(store().version("m", 1).stage()).isEqualTo(ModelStage.ARCHIVED);
        assertThat(store().production("m")).contains(promoted);
    }

    @Test
    void theLogTellsWhoMovedWhatWhenAndWhy() {
        register("m");
        register("m");
        store().promote("m", 1, GATES);
        store().promote("m", 2, Attribution.because("better"));
        assertThat(store().log("m"))
                .containsExactly(
                        new RegistryEvent("m", 0, Change.CREATED, "", "", "", Attribution.NONE, 1),
                        new RegistryEvent("m", 1, Change.REGISTERED, "", "", "None", Attribution.NONE, 2),
                        new RegistryEvent("m", 2, Change.REGISTERED, "", "", "None", Attribution.NONE, 3),
                        new RegistryEvent("m", 1, Change.ALIAS, "production", "", "1", GATES, 4),
                        new RegistryEvent("m", 1, Change.STAGE, "", "None", "Production", GATES, 4),
                        new RegistryEvent(
                                "m", 2, Change.ALIAS, "production", "1", "2", Attribution.because("better"), 5),
                        new RegistryEvent(
                                "m", 1, Change.STAGE, "", "Production", "Archived", Attribution.because("better"), 5),
                        new RegistryEvent(
                                "m", 2, Change.STAGE, "", "None", "Production", Attribution.because("better"), 5));
    }

    @Test
    void aVersionsTagIsOverwritten() {
        register("m");
        store().setVersionTag("m", 1, "k", "1");
        store().setVersionTag("m", 1, "k", "2");
        assertThat(store().version("m", 1).tags()).isEqualTo(Map.of("k", "2"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ` ` | Missing value for required parameter 'name'.
            a/b | Invalid model name 'a/b'. Names cannot contain '/' or ':'.
            a:b | Invalid model name 'a:b'. Names cannot contain '/' or ':'.
            ..  | Invalid value ".." for parameter 'name' supplied: Names may be treated as files in certain cases, and must not resolve to other names when treated as such. This name would resolve to '..'
            """)
    void aNameThatIsNoneIsRefused(String name, String message) {
        refused(Kind.INVALID, message, () -> store().createModel(name, "", Map.of()));
        refused(Kind.INVALID, message, () -> store().model(name));
        refused(Kind.INVALID, message, () -> NewModelVersion.of(name, "p"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``     | Registered model alias name cannot be empty.
            a b    | Invalid alias name: 'a b'. Names may only contain alphanumerics, underscores (_), and dashes (-).
            LATEST | 'latest' alias name (case insensitive) is reserved.
            v12    | Version alias name 'v12' is reserved.
            """)
    void anAliasThatIsNoneIsRefused(String alias, String message) {
        register("m");
        refused(Kind.INVALID, message, () -> store().setAlias("m", alias, 1, GATES));
    }

    @Test
    void tagsThatAreNoneAreRefused() {
        register("m");
        refused(
                Kind.INVALID,
                "'value' exceeds the maximum length of 100000 characters",
                () -> store().setVersionTag("m", 1, "k", "x".repeat(100_001)));
        assertThatExceptionOfType(RegistryException.class).isThrownBy(() -> store().setVersionTag("m", 1, "a//b", ""));
        assertThatExceptionOfType(RegistryException.class)
                .isThrownBy(() -> store().createModel("n", "", Map.of("a$", "")));
    }

    @Test
    void stagesAreReadInBothSpellings() {
        assertThat(ModelStage.parse("none")).isEqualTo(ModelStage.DEVELOPMENT);
        assertThat(ModelStage.parse("development")).isEqualTo(ModelStage.DEVELOPMENT);
        assertThat(ModelStage.parse("PRODUCTION")).isEqualTo(ModelStage.PRODUCTION);
        assertThat(ModelStage.DEVELOPMENT.mlflowName()).isEqualTo("None");
        assertThat(ModelStage.DEVELOPMENT).hasToString("development");
        refused(
                Kind.INVALID,
                "Invalid Model Version stage: x. Value must be one of None, Staging, Production, Archived.",
                () -> ModelStage.parse("x"));
    }
}
