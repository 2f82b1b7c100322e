package io.steelyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.steelyard.server.DataFolder;
import io.steelyard.server.ServerOptions;
import io.steelyard.server.SteelyardServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReproduceCommandTest {
    @TempDir
    private Path folder;

    private Path pipeline;
    private Path data;

    @BeforeAll
    static void quiet() {
        QuietLogging.install();
    }

    @BeforeEach
    void make() throws IOException {
        pipeline = SmallOrders.in(folder.resolve("orders"));
        data = folder.resolve("data");
    }

    private String run() {
        Captured run = Captured.run("run", pipeline.toString(), "--json", "--data", data.toString());
        assertThat(run.exit()).as(run.err()).isEqualTo(1);
        return JsonMapper.shared().readTree(run.out()).get("run_id").asString();
    }

    private Captured reproduce(String... words) {
        List<String> call = new ArrayList<>(List.of("reproduce"));
        call.addAll(List.of(words));
        call.addAll(List.of("--data", data.toString()));
        return Captured.run(call.toArray(String[]::new));
    }

    @Test
    void equalLevelsAreToldAndTheFirstDifferenceIsNamed() throws IOException {
        String id = run();
        Captured text = reproduce(id);
        assertThat(text.exit()).as(text.err()).isZero();
        assertThat(text.out())
                .contains("ok verify")
                .containsPattern("✓ inputs +4 files and \\d+ settings as they were")
                .containsPattern("✓ model +\\d+ files of equal bytes: .*model.ubj")
                .contains("✓ predictions")
                .contains("✓ metrics")
                .contains("Reproduced: inputs, model, predictions, metrics")
                .doesNotContain("\u001b");
        Files.writeString(pipeline, Files.readString(pipeline).replace("seed: 7", "seed: 8"));
        Captured json = reproduce(id, "--json");
        assertThat(json.exit()).isEqualTo(1);
        JsonNode report = JsonMapper.shared().readTree(json.out());
        assertThat(report.get("reproduced").asBoolean()).isFalse();
        assertThat(report.get("first_difference").asString()).isEqualTo("seed: the run had 7, now it is 8");
        assertThat(report.at("/levels/0/state").asString()).isEqualTo("MISSED");
        Captured loose = reproduce(id, "--level", "metrics", "--tolerance", "1", "--tolerance", "roc_auc=0.9");
        assertThat(loose.exit()).as(loose.out()).isZero();
        assertThat(loose.out()).contains("metrics within the tolerance");
    }

    @Test
    void throughTheServerThatHoldsTheFolder() {
        try (SteelyardServer server =
                SteelyardServer.start(DataFolder.open(data), new ServerOptions("127.0.0.1", 0, 0, "test"))) {
            String id = run();
            Captured json = reproduce(id, "--json");
            assertThat(json.exit()).as(json.err()).isZero();
            JsonNode report = JsonMapper.shared().readTree(json.out());
            String repetition = report.get("repetition_run_id").asString();
            assertThat(server.platform().tracking().run(repetition).tags()).containsEntry("steelyard.repeats", id);
            assertThat(server.platform().tracking().run(id).tags())
                    .containsEntry("steelyard.reproduced", "inputs,model,predictions,metrics");
            assertThat(server.platform().registry().latestVersions("orders", List.of()))
                    .hasSize(1);
        }
    }

    @Test
    void whatCannotBeReproducedIsABadCall() {
        assertThat(reproduce("0f"))
                .isEqualTo(new Captured(2, "", "steelyard: Run with id=0f not found" + System.lineSeparator()));
        assertThat(reproduce("0f", "--level", "models").err())
                .isEqualToNormalizingNewlines(
                        "steelyard: 'models' is no level of reproduction: known are inputs, model, predictions, metrics\n");
        assertThat(reproduce("0f", "--tolerance", "much").exit()).isEqualTo(2);
        assertThat(reproduce("0f", "--tolerance", "-1").err()).contains("must be a number from 0 on, not -1.0");
        assertThat(reproduce("0f", "--data-path", "/old").err()).contains("--data-path is OLD=NEW, not '/old'");
    }
}
