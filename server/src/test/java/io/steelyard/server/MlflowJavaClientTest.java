package io.steelyard.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.steelyard.serving.HttpPort;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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

/// MLflow's own Java client, unchanged, against this server.
class MlflowJavaClientTest {
    @TempDir
    Path root;

    private Platform platform;
    private ControlPlane control;
    private MlflowClient client;

    @BeforeEach
    void start() {
        QuietLibraries.hush();
        platform = Platform.open(DataFolder.open(root.resolve("data")));
        control = ControlPlane.start(new HttpPort.Address("127.0.0.1", 0), platform);
        client = new MlflowClient(control.uri().toString());
    }

    @AfterEach
    void stop() {
        client.close();
        control.close();
        platform.close();
    }

    @Test
    void experimentsAndRuns() {
        String id = client.createExperiment("java");
        client.setExperimentTag(id, "team", "risk");
        assertThat(client.getExperimentByName("java"))
                .map(Experiment::getExperimentId)
                .contains(id);
        assertThat(client.getExperimentByName("none")).isEmpty();
        assertThat(client.searchExperiments("name = 'java'").getItems())
                .extracting(Experiment::getName)
                .containsExactly("java");
        RunInfo run = client.createRun(id);
        client.logParam(run.getRunId(), "rate", "0.1");
        client.logMetric(run.getRunId(), "auc", 0.5, 1_000, 1);
        client.setTag(run.getRunId(), "kind", "trial");
        client.logBatch(
                run.getRunId(),
                List.of(Metric.newBuilder()
                        .setKey("auc")
                        .setValue(0.75)
                        .setTimestamp(2_000)
                        .setStep(2)
                        .build()),
                List.of(Param.newBuilder().setKey("depth").setValue("3").build()),
                List.of(RunTag.newBuilder().setKey("t").setValue("v").build()));
        client.setTerminated(run.getRunId(), RunStatus.FINISHED);
        Run read = client.getRun(run.getRunId());
        assertThat(read.getInfo().getStatus()).isEqualTo(RunStatus.FINISHED);
        assertThat(read.getData().getParamsList()).extracting(Param::getKey).containsExactlyInAnyOrder("rate", "depth");
        assertThat(read.getData().getMetrics(0).getValue()).isEqualTo(0.75);
        assertThat(client.getMetricHistory(run.getRunId(), "auc"))
                .extracting(Metric::getStep)
                .containsExactly(1L, 2L);
        assertThat(client.searchRuns(List.of(id), "metrics.auc > 0.7 and params.depth = '3'", ViewType.ACTIVE_ONLY, 10)
                        .getItems())
                .extracting(found -> found.getInfo().getRunId())
                .containsExactly(run.getRunId());
        client.deleteTag(run.getRunId(), "t");
        client.deleteRun(run.getRunId());
        assertThat(client.getRun(run.getRunId()).getInfo().getLifecycleStage()).isEqualTo("deleted");
        client.restoreRun(run.getRunId());
        client.renameExperiment(id, "renamed");
        client.deleteExperiment(id);
        assertThat(client.getExperiment(id).getLifecycleStage()).isEqualTo("deleted");
        assertThatExceptionOfType(MlflowHttpException.class)
                .isThrownBy(() -> client.createExperiment("renamed"))
                .withMessageContaining("RESOURCE_ALREADY_EXISTS");
    }

    @Test
    void registeredModels() {
        RunInfo run = client.createRun("0");
        client.sendPost("registered-models/create", "{\"name\":\"m\"}");
        client.sendPost(
                "model-versions/create",
                "{\"name\":\"m\",\"run_id\":\"" + run.getRunId() + "\",\"source\":\"" + run.getArtifactUri()
                        + "/model\"}");
        client.sendPost(
                "model-versions/transition-stage", "{\"name\":\"m\",\"version\":\"1\",\"stage\":\"Production\"}");
        assertThat(client.getLatestVersions("m"))
                .extracting(ModelVersion::getVersion)
                .containsExactly("1");
        assertThat(client.getLatestVersions("m", List.of("Production")))
                .extracting(ModelVersion::getRunId)
                .containsExactly(run.getRunId());
        assertThat(client.getModelVersion("m", "1").getCurrentStage()).isEqualTo("Production");
        assertThat(client.getRegisteredModel("m").getName()).isEqualTo("m");
        assertThat(client.getModelVersionDownloadUri("m", "1")).isEqualTo(run.getArtifactUri() + "/model");
        assertThat(client.searchModelVersions("name = 'm'").getItems()).hasSize(1);
    }
}
