package io.steelyard.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steelyard.data.Batch;
import io.steelyard.data.DataException;
import io.steelyard.data.TableEngine;
import io.steelyard.registry.ModelStage;
import io.steelyard.registry.RegistryStore;
import io.steelyard.registry.jdbc.JdbcRegistryStore;
import io.steelyard.sql.Database;
import io.steelyard.sql.DatabaseUri;
import io.steelyard.tracking.Run;
import io.steelyard.tracking.RunStatus;
import io.steelyard.tracking.TrackingStore;
import io.steelyard.tracking.jdbc.JdbcTrackingStore;
import io.steelyard.training.TrainingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipelineTest {
    @TempDir
    private Path folder;

    private Path data;
    private SmallPipeline pipeline;

    @BeforeEach
    void make() throws IOException {
        data = folder.resolve("data");
        pipeline = SmallPipeline.in(folder);
    }

    @Test
    void fromTablesToAWatchedModel() throws IOException {
        SmallPipeline.Outcome outcome = pipeline.run(data, Map.of());
        PipelineSummary summary = outcome.summary();
        assertThat(outcome.steps())
                .containsExactly(
                        "data",
                        "features",
                        "transforms",
                        "train",
                        "package",
                        "evaluate",
                        "gates",
                        "register",
                        "deploy",
                        "batch",
                        "replay",
                        "watch");
        assertThat(summary.passed()).isTrue();
        assertThat(summary.metrics().get("roc_auc")).isBetween(0.8, 1.0);
        assertThat(summary.model().version()).isEqualTo(1);
        assertThat(summary.model().stage()).isEqualTo("Production");
        assertThat(summary.serving()).isNotNull();
        assertThat(summary.drift())
                .extracting(PipelineSummary.DriftLine::window)
                .containsExactly("2026-05", "2026-06");
        assertThat(summary.quality())
                .allSatisfy(week -> assertThat(week.labelled()).isLessThanOrEqualTo(week.rows()));
        assertThat(summary.quality().stream()
                        .mapToLong(PipelineSummary.QualityLine::rows)
                        .sum())
                .isEqualTo(summary.rows().get("live"));
        try (TableEngine engine = TableEngine.open()) {
            engine.registerParquet(
                    "batch", Path.of(String.valueOf(summary.files().get("batch predictions"))));
            Batch rows = engine.readAll("SELECT * FROM batch");
            assertThat(rows.rows()).isEqualTo(720);
            assertThat(rows.schema().names())
                    .containsExactly(
                            "id",
                            "shop",
                            "late",
                            "prediction",
                            "probability",
                            "model_version",
                            "model_path",
                            "scored_at");
        }
        inStores(summary.runId(), run -> {
            assertThat(run.status()).isEqualTo(RunStatus.FINISHED);
            assertThat(run.params())
                    .containsEntry("config_hash", summary.configHash())
                    .containsEntry("max_depth", "3")
                    .containsEntry("data_version", summary.dataDigest());
            assertThat(run.metrics()).containsKeys("roc_auc", "validation_loss");
            assertThat(run.inputs()).hasSize(1);
        });
        assertThat(data.toFile().list()).noneMatch(name -> name.startsWith(".work"));
    }

    @Test
    void twoRunsGiveTheSameModel() throws IOException {
        PipelineSummary first = pipeline.run(data, Map.of()).summary();
        PipelineSummary second = pipeline.run(folder.resolve("other"), Map.of()).summary();
        assertThat(second.metrics()).isEqualTo(first.metrics());
        assertThat(second.model().digest()).isEqualTo(first.model().digest());
        assertThat(second.configHash()).isEqualTo(first.configHash());
        assertThat(second.drift()).isEqualTo(first.drift());
    }

    @Test
    void aRegressionWithWeightsIsLearnedWeighedAndServed() throws IOException {
        pipeline.entities("SELECT *, size * 3 + id % 7 AS price, 1.0 + id % 2 AS counts FROM orders ORDER BY id");
        PipelineSummary summary = pipeline.run(
                        data,
                        of(
                                "linear-regression",
                                "regression",
                                "price",
                                "[{metric_name: rmse, threshold: 3, comparison: lte}]"))
                .summary();
        assertThat(summary.metrics()).containsKeys("rmse", "mae", "r2");
        assertThat(summary.passed()).isTrue();
        assertThat(summary.serving()).isNotNull();
        assertThat(Objects.requireNonNull(summary.groups().get("shop")).get("shop 1"))
                .containsKey("rmse");
    }

    /// The rows to learn from are not those that the fitted steps make of them: each shop is encoded by the labels of
    /// other folds.
    @Test
    void aTransformThatLearnsFromTheTargetIsLearnedFromByCrossFitting() throws IOException {
        pipeline.edit("transforms: [{kind: ordinal, column: shop}]", "transforms: [{kind: target, column: shop}]");
        SmallPipeline.Outcome first = pipeline.run(data, Map.of());
        SmallPipeline.Outcome second = pipeline.run(data.resolveSibling("again"), Map.of());
        assertThat(first.summary().passed()).isTrue();
        assertThat(second.summary().model().digest())
                .isEqualTo(first.summary().model().digest());
    }

    @Test
    void severalClassesOfTextAreLearnedWeighedAndServed() throws IOException {
        pipeline.entities(
                "SELECT *, CASE WHEN size < 30 THEN 'small' WHEN size < 70 THEN 'usual' ELSE 'large' END AS kind,"
                        + " 1.0 AS counts FROM orders ORDER BY id");
        PipelineSummary summary = pipeline.run(
                        data,
                        of(
                                "lightgbm",
                                "multi-class",
                                "kind",
                                "[{metric_name: log_loss, threshold: 0.2, comparison: lte}]"))
                .summary();
        assertThat(summary.metrics()).containsKeys("log_loss", "accuracy", "f1_macro");
        assertThat(summary.passed()).isTrue();
        assertThat(summary.serving()).isNotNull();
    }

    private static Map<String, String> of(String learner, String task, String target, String gates) {
        return Map.of(
                "model.learner", learner,
                "model.task", task,
                "model.weights", "counts",
                "model.features", "[shop, size]",
                "model.parameters", "{}",
                "features.target", target,
                "features.views", "[]",
                "gates", gates,
                "batch", "null",
                "replay", "null");
    }

    @Test
    void onlyAnswersOfYesOrNoAreReplayed() {
        assertThatThrownBy(() -> pipeline.run(data, Map.of("model.task", "regression")))
                .isInstanceOf(PipelineException.class)
                .hasMessageEndingWith("'replay' watches answers of yes or no: leave it out for the task regression");
        assertThatThrownBy(() -> pipeline.run(data, Map.of("model.task", "clustering")))
                .hasMessageContaining("a task is binary, multi-class or regression");
    }

    @Test
    void whereAGateFailsNothingIsPromotedOrServed() throws IOException {
        SmallPipeline.Outcome outcome = pipeline.run(data, Map.of("gates.0.threshold", "0.9999"));
        assertThat(outcome.summary().passed()).isFalse();
        assertThat(outcome.summary().serving()).isNull();
        assertThat(outcome.steps()).endsWith("register");
        try (Database database = Database.open(DatabaseUri.sqlite(data.resolve("steelyard.db")))) {
            RegistryStore registry = JdbcRegistryStore.open(database);
            assertThat(registry.production("orders")).isEmpty();
            assertThat(registry.version("orders", 1).stage()).isEqualTo(ModelStage.DEVELOPMENT);
        }
    }

    @Test
    void aDamagedTableIsNamedAndNothingIsLearned() throws IOException {
        Path table = folder.resolve("orders.parquet");
        byte[] bytes = Files.readAllBytes(table);
        bytes[bytes.length / 2] ^= 1;
        Files.write(table, bytes);
        assertThatThrownBy(() -> pipeline.run(data, Map.of()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("orders.parquet is damaged or was changed");
        assertThat(data.resolve("features")).doesNotExist();
    }

    @Test
    void aMissingColumnIsNamedWithTheNearest() {
        assertThatThrownBy(() -> pipeline.run(data, Map.of("model.features.1", "sise")))
                .isInstanceOf(DataException.class)
                .hasMessage("no column 'sise'; the nearest is 'size'");
    }

    @Test
    void aColumnOfTheWrongTypeIsNamed() {
        assertThatThrownBy(() -> pipeline.run(data, Map.of("features.target", "shop")))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("column 'shop' is of type string, but must be a number");
        assertThatThrownBy(() -> pipeline.run(data, Map.of("features.time", "size")))
                .hasMessageContaining("column 'size' is of type double, but must be timestamp");
        assertThatThrownBy(() -> pipeline.run(data, Map.of("model.features.1", "known_at")))
                .hasMessageContaining("column 'known_at' is of type timestamp");
    }

    @Test
    void anEmptyTrainingSetIsRefused() throws IOException {
        pipeline.entities(
                SmallPipeline.ENTITIES.replace("ORDER BY", "WHERE placed_at >= TIMESTAMP '2026-03-01' ORDER BY"));
        assertThatThrownBy(() -> pipeline.run(data, Map.of()))
                .isInstanceOf(PipelineException.class)
                .hasMessageStartingWith("the training set is empty");
    }

    @Test
    void aTargetWithOneClassIsRefused() throws IOException {
        pipeline.table(SmallPipeline.tableWith("> 70 AS BIGINT", "> 7000 AS BIGINT"));
        assertThatThrownBy(() -> pipeline.run(data, Map.of()))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("'late'")
                .hasMessageContaining("one class");
    }

    @Test
    void aTargetThatIsNoClassIsRefused() throws IOException {
        pipeline.table(SmallPipeline.tableWith("> 70 AS BIGINT", "AS BIGINT"));
        assertThatThrownBy(() -> pipeline.run(data, Map.of()))
                .hasMessageContaining("the target 'late' must be 0, 1 or null");
    }

    private void inStores(String runId, Consumer<Run> check) {
        try (Database database = Database.open(DatabaseUri.sqlite(data.resolve("steelyard.db")))) {
            TrackingStore tracking = JdbcTrackingStore.open(database);
            check.accept(tracking.run(runId));
        }
    }
}
