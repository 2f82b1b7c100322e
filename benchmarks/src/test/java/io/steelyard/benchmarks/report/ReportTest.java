package io.steelyard.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportTest {
    private static final Line FASTER = new Line(
            "log-metric", "requests/s", Line.Better.GREATER, 12_000, Map.of("MLflow", 60.0), new Mark.Times(100));
    private static final Line SLOWER =
            new Line("search", "ms", Line.Better.SMALLER, 12.34, Map.of("MLflow", 617.0), new Mark.AtMost(10));
    private static final Line ALONE = new Line("start", "s", Line.Better.SMALLER, 0.4321, Map.of(), new Mark.Times(2));

    private static final Report REPORT = new Report(
            new Machine("a processor", 2, 1024, "Linux 6", "25", 0.25, 0.2),
            Map.of("MLflow", "3.17.2"),
            List.of(FASTER, SLOWER, ALONE));

    @Test
    void aRatioSaysHowManyTimesBetterWeAre() {
        assertThat(FASTER.ratio()).isEqualTo(200);
        assertThat(SLOWER.ratio()).isEqualTo(50);
        assertThat(ALONE.ratio()).isNull();
    }

    @Test
    void aMarkIsReachedMissedOrNotKnown() {
        assertThat(FASTER.reached()).isTrue();
        assertThat(SLOWER.reached()).isFalse();
        assertThat(ALONE.reached()).isNull();
    }

    @Test
    void peopleGetATable() {
        assertThat(REPORT.text().lines().map(line -> line.replaceAll(" +", " ")))
                .contains(
                        "| log-metric, requests/s | 12,000 | 60 | 200 | 100 times | reached |",
                        "| search, ms | 12.3 | 617 | 50 | at most 10 | missed |",
                        "| start, s | 0.432 | | | 2 times | |",
                        "MLflow 3.17.2");
    }

    @Test
    void programsGetJson() {
        JsonNode json = JsonMapper.shared().readTree(REPORT.json());
        assertThat(json.path("machine").path("cores").asInt()).isEqualTo(2);
        assertThat(json.path("versions").path("MLflow").asString()).isEqualTo("3.17.2");
        assertThat(json.path("lines").path(1).path("ratio").asDouble()).isEqualTo(50);
        assertThat(json.path("lines").path(1).path("reached").asBoolean(true)).isFalse();
        assertThat(json.path("lines").path(2).path("others").isEmpty()).isTrue();
    }
}
