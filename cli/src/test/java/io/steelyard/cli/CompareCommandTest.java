package io.steelyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.steelyard.pipeline.StoreRunArchive;
import io.steelyard.server.DataFolder;
import io.steelyard.server.Platform;
import io.steelyard.server.ServerOptions;
import io.steelyard.server.SteelyardServer;
import io.steelyard.tracking.Metric;
import io.steelyard.tracking.RunLog;
import io.steelyard.tracking.RunStatus;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
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

class CompareCommandTest {
    @TempDir
    private Path folder;

    private final List<String> ids = new ArrayList<>();

    @BeforeAll
    static void quiet() {
        QuietLogging.install();
    }

    @BeforeEach
    void record() {
        try (Platform platform = Platform.open(DataFolder.open(folder))) {
            StoreRunArchive archive =
                    new StoreRunArchive(platform.tracking(), platform.registry(), platform.artifacts());
            for (int i = 0; i < 6; i++) {
                try (RunLog log = archive.start("trial", "run-" + i, Map.of())) {
                    ids.add(log.runId());
                    log.params(Map.of("depth", Integer.toString(i % 2), "rate", "0.1", "config_hash", "hash" + i));
                    List<Metric> metrics = new ArrayList<>(List.of(
                            new Metric("roc_auc", 0.7 + i / 100.0, 0, 0),
                            new Metric("log_loss", 0.3 + i / 100.0, 0, 0),
                            new Metric("wonder", i, 0, 0)));
                    for (int fold = 0; fold < 5; fold++) {
                        metrics.add(new Metric(
                                "roc_auc_fold_" + fold, 0.7 + i / 100.0 + fold * fold / 700.0 * (i % 2), 0, 0));
                    }
                    log.metrics(metrics);
                    log.end(RunStatus.FINISHED);
                }
            }
        }
    }

    private Captured compare(String... words) {
        List<String> call = new ArrayList<>(List.of("compare"));
        call.addAll(List.of(words));
        call.addAll(List.of("--data", folder.toString()));
        return Captured.run(call.toArray(String[]::new));
    }

    @Test
    void theKeysAreThoseOfTheSeed() {
        Captured it = compare("--experiment", "trial", "--json");
        assertThat(it.exit()).as(it.err()).isZero();
        JsonNode json = JsonMapper.shared().readTree(it.out());
        assertThat(json.get("total_experiments").asInt()).isEqualTo(6);
        assertThat(json.at("/best_by_metric/roc_auc/run_id").asString()).isEqualTo(ids.get(5));
        assertThat(json.at("/best_by_metric/roc_auc/value").asDouble()).isEqualTo(0.75);
        assertThat(json.at("/best_by_metric/roc_auc/config_hash").asString()).isEqualTo("hash5");
        assertThat(json.at("/best_by_metric/log_loss/run_id").asString()).isEqualTo(ids.get(0));
        assertThat(json.at("/metric_ranges/log_loss/min").asDouble()).isEqualTo(0.3);
        assertThat(json.at("/metric_ranges/log_loss/max").asDouble()).isEqualTo(0.35);
        assertThat(json.at("/metric_ranges/wonder/mean").asDouble()).isEqualTo(2.5);
        assertThat(json.at("/directions/wonder/source").asString()).isEqualTo("ASSUMED");
        assertThat(json.at("/config_differences/depth/" + ids.get(1)).asString())
                .isEqualTo("1");
        assertThat(json.at("/same_config/rate").asString()).isEqualTo("0.1");
        assertThat(json.get("paired_tests")).hasSize(5);
    }

    @Test
    void manyRunsAreToldByTheirRanges() {
        assertThat(compare("--experiment", "trial", "--metric", "roc_auc").out())
                .contains("6 runs compared")
                .containsPattern("roc_auc ↑ +0\\.75 +run-5 +0\\.7 +0\\.725 +0\\.75 +6")
                .containsPattern("depth +1 \\(3\\), 0 \\(3\\)")
                .doesNotContain("log_loss");
        assertThat(compare("--experiment", "trial", "--minimize", "wonder").out())
                .containsPattern("wonder ↓ +0 +run-0 ");
        assertThat(compare("--experiment", "trial").out()).contains("wonder ↑?", "--minimize NAME");
    }

    @Test
    void aFewRunsStandSideBySide() {
        assertThat(compare(ids.get(0), ids.get(5)).out())
                .containsPattern("METRIC +run-0 +run-5")
                .containsPattern("roc_auc ↑ +0\\.7 +0\\.75 \\*")
                .containsPattern("log_loss ↓ +0\\.3 \\* +0\\.35")
                .containsPattern("depth +0 +1")
                .contains("The same in all runs: 1 parameter");
    }

    @Test
    void throughAServerItIsTheSame() {
        String alone = compare("--experiment", "trial", "--json").out();
        try (SteelyardServer server =
                SteelyardServer.start(DataFolder.open(folder), new ServerOptions("127.0.0.1", 0, 0, "test"))) {
            assertThat(server.uri().getPort()).isPositive();
            assertThat(compare("--experiment", "trial", "--json").out()).isEqualTo(alone);
        }
    }

    @Test
    void aTerminalsLinesAreNoWiderThanItIs() {
        var out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(
                new Output(stream, Output.Kind.PLAIN_TERMINAL, 60),
                Output.pipe(new PrintStream(new ByteArrayOutputStream())));
        Main.run(terminal, "compare", "--experiment", "trial", "--data", folder.toString());
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).allMatch(line -> line.length() <= 60);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("roc_auc");
    }

    @Test
    void whatCannotBeComparedIsABadCall() {
        assertThat(compare().err()).contains("name the runs to compare");
        assertThat(compare("--experiment", "no").err()).contains("the experiment 'no' has no runs");
        Captured json = compare("--experiment", "no", "--json");
        assertThat(json.exit()).isEqualTo(2);
        assertThat(json.out()).isEqualToIgnoringNewLines("{\"error\":\"No experiments to compare\"}");
        assertThat(compare(ids.get(0), "--metric", "roc_acu").err())
                .isEqualToIgnoringNewLines("steelyard: no run has the metric 'roc_acu'; the nearest is 'roc_auc'");
        assertThat(compare("0f").err()).contains("Run with id=0f not found");
        assertThat(compare(ids.get(0), "--minimize", "wonder", "--maximize", "wonder")
                        .exit())
                .isEqualTo(2);
    }
}
