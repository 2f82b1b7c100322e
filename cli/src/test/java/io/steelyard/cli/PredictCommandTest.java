package io.steelyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.steelyard.artifacts.ArtifactStore;
import io.steelyard.data.Batch;
import io.steelyard.data.TableEngine;
import io.steelyard.registry.Attribution;
import io.steelyard.registry.NewModelVersion;
import io.steelyard.server.DataFolder;
import io.steelyard.server.Platform;
import io.steelyard.server.ServerOptions;
import io.steelyard.server.SteelyardServer;
import io.steelyard.tracking.NewRun;
import io.steelyard.tracking.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PredictCommandTest {
    /// Python's MLflow wrote it, see `make.py` there; it takes `distance`, `hour` and `rain`.
    private static final Path MODEL = Path.of("../models/src/test/resources/mlflow-3.17.2/booster");

    @TempDir
    Path folder;

    private Path data;
    private String run;

    @BeforeAll
    static void quiet() {
        QuietLogging.install();
    }

    @BeforeEach
    void store() {
        data = folder.resolve("data");
        try (TableEngine engine = TableEngine.open()) {
            engine.writeParquet(
                    "SELECT i AS id, 400.0 + i AS distance, (i % 24)::INTEGER AS hour, (i % 100) / 100.0 AS rain"
                            + " FROM range(1000) t(i)",
                    folder.resolve("in.parquet"));
        }
        try (Platform platform = Platform.open(DataFolder.open(data))) {
            Run started = platform.tracking()
                    .createRun(new NewRun(
                            platform.tracking().experimentNamed("flights").id(), "", "", 0, Map.of()));
            run = started.id();
            ArtifactStore artifacts = platform.artifacts();
            String path = started.artifactUri().substring("mlflow-artifacts:/".length()) + "/model";
            artifacts.putAll(path, MODEL);
            platform.registry().modelNamed("m");
            platform.registry().createVersion(NewModelVersion.of("m", "mlflow-artifacts:/" + path));
            platform.registry().createVersion(NewModelVersion.of("m", started.artifactUri() + "/model"));
            platform.registry().promote("m", 2, new Attribution("", "better", ""));
            platform.registry().setAlias("m", "champion", 1, new Attribution("", "first", ""));
        }
    }

    @Test
    void aFolderAndABareFileAnswerTheSame() {
        JsonNode ofFolder = predict(MODEL.toString());
        assertThat(ofFolder.path("total_rows").asInt()).isEqualTo(1000);
        assertThat(ofFolder.path("output_path").asString())
                .isEqualTo(folder.resolve("out.parquet").toString());
        assertThat(ofFolder.path("prediction_distribution").propertyNames())
                .containsExactlyInAnyOrder("mean", "std", "min", "max");
        assertThat(ofFolder.path("prediction_counts").path("0").asInt()
                        + ofFolder.path("prediction_counts").path("1").asInt())
                .isEqualTo(1000);
        assertThat(ofFolder.path("rows_per_second").asDouble()).isPositive();
        assertThat(ofFolder.path("parts").asInt()).isEqualTo(1);
        assertThat(ofFolder.path("model_version").asString()).matches("[0-9a-f]{12}");
        Batch out = output();
        assertThat(out.schema().names())
                .containsExactly("id", "prediction", "probability", "model_version", "model_path", "scored_at");
        JsonNode ofFile = predict(MODEL.resolve("model.ubj").toString());
        assertThat(ofFile.path("probability_distribution")).isEqualTo(ofFolder.path("probability_distribution"));
        assertThat(output().doubles("probability")).containsExactly(out.doubles("probability"));
    }

    @Test
    void modelsOfTheFolderAreFoundByEveryName() {
        everyName();
    }

    @Test
    void modelsOfTheServerThatHoldsTheFolderToo() throws Exception {
        try (SteelyardServer server =
                SteelyardServer.start(DataFolder.open(data), new ServerOptions("127.0.0.1", 0, 0, "test"))) {
            assertThat(server.uri().getPort()).isPositive();
            everyName();
        }
    }

    @Test
    void whatCannotBeDoneIsSaid() throws Exception {
        assertRefused("models:/m/9", "not found");
        assertRefused("models:/m/Staging", "no version of the model 'm' is in the stage Staging");
        assertRefused("models:/m", "'models:/m' names no model: it must be models:/NAME@ALIAS");
        assertRefused("s3://bucket/model", "names no model");
        assertRefused("runs:/" + run + "/nothing", "nothing");
        assertRefused(folder.resolve("nowhere.ubj").toString(), "nowhere.ubj");
        Files.writeString(folder.resolve("in.parquet"), "no table");
        assertRefused(MODEL.toString(), "in.parquet is no whole Parquet file");
        assertThat(folder.resolve("out.parquet")).doesNotExist();
    }

    @Test
    void peopleReadWhatItCameTo() {
        Captured it = call(MODEL.toString());
        assertThat(it.err()).isEmpty();
        assertThat(it.out())
                .containsPattern("1,000 rows scored in [0-9.]+ s, [0-9.]+k? rows/s: .*out.parquet")
                .containsPattern("prediction +mean 0.[0-9]+, std 0.[0-9]+, min 0.00000, max 1.00000")
                .containsPattern("classes +0: [0-9]+, 1: [0-9]+");
    }

    private void everyName() {
        assertVersion("models:/m/1", "1");
        assertVersion("models:/m@champion", "1");
        assertVersion("models:/m/Production", "2");
        assertVersion("models:/m/latest", "2");
        assertVersion("runs:/" + run + "/model", run);
    }

    private void assertVersion(String uri, String version) {
        assertThat(predict(uri).path("model_version").asString()).as(uri).isEqualTo(version);
        assertThat(output().strings("model_path").values()).containsOnly(uri);
        assertThat(output().strings("model_version").values()).containsOnly(version);
    }

    private void assertRefused(String uri, String message) {
        Captured it = call(uri);
        assertThat(it.exit()).as(it.err()).isEqualTo(2);
        assertThat(it.err()).contains(message);
    }

    private JsonNode predict(String uri) {
        Captured it = call(uri, "--json");
        assertThat(it.err()).isEmpty();
        assertThat(it.exit()).isEqualTo(0);
        return JsonMapper.shared().readTree(it.out());
    }

    private Captured call(String uri, String... more) {
        List<String> call = new ArrayList<>(List.of("predict", "--model", uri, "--data", data.toString()));
        call.addAll(List.of("--input", folder.resolve("in.parquet").toString(), "--columns", "id"));
        call.addAll(List.of("--output", folder.resolve("out.parquet").toString()));
        call.addAll(List.of(more));
        return Captured.run(call.toArray(String[]::new));
    }

    private Batch output() {
        try (TableEngine engine = TableEngine.open()) {
            return engine.readAll("SELECT * FROM '" + folder.resolve("out.parquet") + "'");
        }
    }
}
