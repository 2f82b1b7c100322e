package io.steelyard.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GateReportTest {
    private static final ValidationGate ACCURACY = new ValidationGate("accuracy", 0.85, Comparison.GTE);

    static Stream<JsonNode> weighings() {
        Path file = Path.of(System.getProperty("vectors.dir"), "gates.json");
        return nodes(new JsonMapper().readTree(file.toFile()).get("cases"));
    }

    @ParameterizedTest
    @MethodSource("weighings")
    void judgesAndSpeaksAsTheReference(JsonNode expected) {
        Map<String, @Nullable Double> metrics = new HashMap<>();
        expected.get("metrics")
                .properties()
                .forEach(
                        metric -> metrics.put(metric.getKey(), metric.getValue().doubleValue()));
        List<ValidationGate> gates = nodes(expected.get("gates"))
                .map(gate -> new ValidationGate(
                        gate.get("metric_name").stringValue(),
                        gate.get("threshold").doubleValue(),
                        Comparison.of(gate.get("comparison").stringValue())))
                .toList();

        GateReport report = GateReport.weigh(metrics, gates);

        assertThat(report.passed()).isEqualTo(expected.get("passed").booleanValue());
        assertThat(report.failures())
                .containsExactlyElementsOf(nodes(expected.get("failures"))
                        .map(JsonNode::stringValue)
                        .toList());
        assertThat(report.results()).extracting(GateResult::gate).containsExactlyElementsOf(gates);
    }

    private static Stream<JsonNode> nodes(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    @Test
    void letsThroughWhatMeetsEveryDemand() {
        GateReport report = GateReport.weigh(Map.of("accuracy", 0.9), List.of(ACCURACY));

        assertThat(report.passed()).isTrue();
        assertThat(report.failures()).isEmpty();
        assertThat(report.results().getFirst().message()).isEqualTo("accuracy=0.9000 passes gate (gte 0.85)");
        assertThat(GateReport.weigh(Map.of(), List.of()).passed()).isTrue();
    }

    @Test
    void nanNeverPasses() {
        for (Comparison comparison : Comparison.values()) {
            GateReport report =
                    GateReport.weigh(Map.of("loss", Double.NaN), List.of(new ValidationGate("loss", 1, comparison)));

            assertThat(report.failures()).containsExactly("loss=nan fails gate (" + comparison.spelling() + " 1.0)");
        }
    }

    @Test
    void aNullValueIsMissing() {
        Map<String, @Nullable Double> metrics = new HashMap<>();
        metrics.put("accuracy", null);

        assertThat(GateReport.weigh(metrics, List.of(ACCURACY)).failures()).containsExactly("Missing metric: accuracy");
    }

    @Test
    void offersTheNamesThatMayHaveBeenMeant() {
        Map<String, @Nullable Double> metrics = new HashMap<>();
        for (String name : List.of("roc_auc", "f1", "acuracy", "validation.accuracy", "rows", "log_loss")) {
            metrics.put(name, 1.0);
        }

        List<GateResult> results =
                GateReport.weigh(metrics, ProductionGates.gates()).results();

        assertThat(results)
                .extracting(GateResult::nearestNames)
                .containsExactly(
                        List.of("acuracy", "validation.accuracy"),
                        List.of("f1"),
                        List.of(),
                        List.of("roc_auc"),
                        List.of());
    }

    @Test
    void offersNoNameWhereTheMetricIsThere() {
        assertThat(GateReport.weigh(Map.of("accuracy", 0.1, "acuracy", 0.9), List.of(ACCURACY))
                        .results()
                        .getFirst()
                        .nearestNames())
                .isEmpty();
    }

    @Test
    void refusesAGateThatCannotBeMeant() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ValidationGate(" ", 1, Comparison.GT))
                .withMessage("a gate's metric name is blank; name the metric that it weighs");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ValidationGate("f1", Double.NaN, Comparison.GT))
                .withMessage("the threshold of the gate on 'f1' is NaN, which no value passes; give a number");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Comparison.of("ge"))
                .withMessage("the comparison is 'ge', but must be one of gte, lte, gt, lt");
    }

    @Property
    void aComparisonAndItsOppositeShareAllNumbers(@ForAll double value, @ForAll double threshold) {
        assertThat(Comparison.GTE.holds(value, threshold)).isNotEqualTo(Comparison.LT.holds(value, threshold));
        assertThat(Comparison.LTE.holds(value, threshold)).isNotEqualTo(Comparison.GT.holds(value, threshold));
    }
}
