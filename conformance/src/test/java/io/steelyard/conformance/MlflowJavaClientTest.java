package io.steelyard.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.steelyard.server.DataFolder;
import io.steelyard.server.ServerOptions;
import io.steelyard.server.SteelyardServer;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mlflow.api.proto.ModelRegistry.ModelVersion;
import org.mlflow.api.proto.Service.Experiment;
import org.mlflow.api.proto.Service.Metric;
import org.mlflow.api.proto.Service.Param;
import org.mlflow.api.proto.Service.Run;
import org.mlflow.api.proto.Service.RunInfo;
import org.mlflow.api.proto.Service.RunStatus;
import org.mlflow.api.proto.Service.RunTag;
import org.mlflow.api.proto.Service.ViewType;
import org.mlflow.tracking.MlflowClient;
import org.mlflow.tracking.MlflowHttpException;
import org.mlflow.tracking.RunsPage;

/// MLflow's Java client, as it is on Maven Central. It sends whole numbers as texts, and asks for latest versions by GET.
class MlflowJavaClientTest {
    @TempDir
    private static Path temporary;

    private static SteelyardServer server;
    private static MlflowClient client;

    @BeforeAll
    static void start() {
        QuietLibraries.hush();
        server = SteelyardServer.start(
                DataFolder.open(temporary.resolve("data")), new ServerOptions("127.0.0.1", 0, 0, "test"));
        client = new MlflowClient(server.uri().toString());
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    @Test
    void itLogsARun() {
        String experiment = client.createExperiment("java run");
        client.setExperimentTag(experiment, "team", "blue");
        RunInfo info = client.createRun(experiment);
        String id = info.getRunId();
        client.logParam(id, "depth", "3");
        client.logMetric(id, "loss", 0.5, 1000, 1);
        client.logMetric(id, "loss", 0.25, 2000, 2);
        client.logMetric(id, "nan", Double.NaN, 1000, 0);
        client.setTag(id, "kind", "tree");
        client.setTag(id, "gone", "soon");
        client.deleteTag(id, "gone");
        client.logBatch(
                id,
                List.of(Metric.newBuilder()
                        .setKey("batch")
                        .setValue(2)
                        .setTimestamp(3000)
                        .setStep(Long.MAX_VALUE)
                        .build()),
                List.of(Param.newBuilder().setKey("rate").setValue("0.1").build()),
                List.of(RunTag.newBuilder().setKey("more").setValue("yes").build()));
        client.setTerminated(id, RunStatus.FAILED, 4000);

        Run run = client.getRun(id);
        assertThat(run.getInfo().getStatus()).isEqualTo(RunStatus.FAILED);
        assertThat(run.getInfo().getEndTime()).isEqualTo(4000);
        assertThat(run.getData().getParamsList())
                .extracting(Param::getKey, Param::getValue)
                .containsExactlyInAnyOrder(tuple("depth", "3"), tuple("rate", "0.1"));
        assertThat(run.getData().getMetricsList())
                .extracting(Metric::getKey, Metric::getValue, Metric::getStep)
                .containsExactlyInAnyOrder(
                        tuple("loss", 0.25, 2L), tuple("nan", Double.NaN, 0L), tuple("batch", 2.0, Long.MAX_VALUE));
        assertThat(run.getData().getTagsList())
                .extracting(RunTag::getKey)
                .contains("kind", "more")
                .doesNotContain("gone");
        assertThat(client.getMetricHistory(id, "loss"))
                .extracting(Metric::getValue)
                .containsExactly(0.5, 0.25);
    }

    @Test
    void itSearchesPageByPage() {
        String experiment = client.createExperiment("java search");
        List<String> ids = Stream.generate(() -> client.createRun(experiment).getRunId())
                .limit(5)
                .toList();
        for (int i = 0; i < ids.size(); i++) {
            client.logMetric(ids.get(i), "loss", i);
        }
        RunsPage page = client.searchRuns(
                List.of(experiment), "metrics.loss > 0", ViewType.ACTIVE_ONLY, 3, List.of("metrics.loss DESC"));
        assertThat(page.getItems())
                .extracting(run -> run.getInfo().getRunId())
                .containsExactly(ids.get(4), ids.get(3), ids.get(2));
        assertThat(page.hasNextPage()).isTrue();
        assertThat(page.getNextPage().getItems())
                .extracting(run -> run.getInfo().getRunId())
                .containsExactly(ids.get(1));
        client.deleteRun(ids.get(0));
        assertThat(client.searchRuns(List.of(experiment), "", ViewType.ACTIVE_ONLY, 100)
                        .getItems())
                .hasSize(4);
        client.restoreRun(ids.get(0));
        assertThat(client.searchRuns(List.of(experiment), "", ViewType.ACTIVE_ONLY, 100)
                        .getItems())
                .hasSize(5);
    }

    @Test
    void itFindsAndChangesExperiments() {
        String id = client.createExperiment("java experiment");
        client.renameExperiment(id, "java experiment, renamed");
        assertThat(client.getExperimentByName("java experiment")).isEmpty();
        assertThat(client.getExperimentByName("java experiment, renamed"))
                .get()
                .extracting(Experiment::getExperimentId)
                .isEqualTo(id);
        client.deleteExperiment(id);
        assertThat(client.getExperiment(id).getLifecycleStage()).isEqualTo("deleted");
        client.restoreExperiment(id);
        assertThat(client.searchExperiments("name = 'java experiment, renamed'").getItems())
                .extracting(Experiment::getExperimentId)
                .containsExactly(id);
    }

    @Test
    void itReadsTheRegistry() {
        client.sendPost("registered-models/create", "{\"name\": \"java model\"}");
        for (int i = 0; i < 3; i++) {
            client.sendPost("model-versions/create", "{\"name\": \"java model\", \"source\": \"s3://bucket/model\"}");
        }
        client.sendPost(
                "model-versions/transition-stage",
                "{\"name\": \"java model\", \"version\": \"2\", \"stage\": \"Production\"}");
        assertThat(client.getLatestVersions("java model"))
                .extracting(ModelVersion::getVersion, ModelVersion::getCurrentStage)
                .containsExactlyInAnyOrder(tuple("3", "None"), tuple("2", "Production"));
        assertThat(client.getLatestVersions("java model", List.of("Production")))
                .extracting(ModelVersion::getVersion)
                .containsExactly("2");
        assertThat(client.getRegisteredModel("java model").getName()).isEqualTo("java model");
        assertThat(client.getModelVersion("java model", "1").getSource()).isEqualTo("s3://bucket/model");
        assertThat(client.getModelVersionDownloadUri("java model", "1")).isEqualTo("s3://bucket/model");
        assertThat(client.searchModelVersions("name = 'java model'").getItems()).hasSize(3);
    }

    @Test
    void itSeesWhatIsRefused() {
        assertThatThrownBy(() -> client.getRun("0".repeat(32)))
                .isInstanceOfSatisfying(
                        MlflowHttpException.class,
                        e -> assertThat(e.getStatusCode()).isEqualTo(404));
        String run = client.createRun("0").getRunId();
        client.logParam(run, "depth", "3");
        assertThatThrownBy(() -> client.logParam(run, "depth", "4"))
                .isInstanceOfSatisfying(
                        MlflowHttpException.class,
                        e -> assertThat(e.getStatusCode()).isEqualTo(400));
    }
}
