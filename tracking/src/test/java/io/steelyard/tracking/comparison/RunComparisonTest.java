package io.steelyard.tracking.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.steelyard.tracking.Lifecycle;
import io.steelyard.tracking.Metric;
import io.steelyard.tracking.Run;
import io.steelyard.tracking.RunStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RunComparisonTest {
    private static Run run(String id, Map<String, String> params, Map<String, Double> metrics) {
        Map<String, Metric> latest = new HashMap<>();
        metrics.forEach((key, value) -> latest.put(key, new Metric(key, value, 0, 0)));
        return new Run(
                id,
                "0",
                "run-" + id,
                "",
                RunStatus.FINISHED,
                0,
                1L,
                "",
                Lifecycle.ACTIVE,
                params,
                Map.of(),
                latest,
                List.of(),
                List.of(),
                List.of());
    }

    private static RunComparison compare(Run... runs) {
        return RunComparison.of(List.of(runs), ComparisonOptions.ALL);
    }

    @Test
    void theBestIsByTheDirectionOfEachMetric() {
        RunComparison comparison = compare(
                run("a", Map.of("config_hash", "0a"), Map.of("accuracy", 0.8, "log_loss", 0.5)),
                run("b", Map.of("config_hash", "0b"), Map.of("accuracy", 0.9, "log_loss", 0.6)));
        assertThat(comparison.totalExperiments()).isEqualTo(2);
        assertThat(comparison.bestByMetric())
                .containsEntry("accuracy", new BestRun("b", 0.9, "0b", List.of()))
                .containsEntry("log_loss", new BestRun("a", 0.5, "0a", List.of()));
    }

    @Test
    void runsWithoutMetricsHaveOnlyTheirParametersToCompare() {
        List<Run> runs = List.of(run("a", Map.of("depth", "3"), Map.of()), run("b", Map.of(), Map.of()));
        RunComparison comparison = RunComparison.of(runs, ComparisonOptions.ALL);
        assertThat(comparison.bestByMetric()).isEmpty();
        assertThat(comparison.configDifferences()).containsOnlyKeys("depth");
    }

    @Test
    void rangesCountOnlyRunsThatHaveTheMetricAsANumber() {
        RunComparison comparison = compare(
                run("a", Map.of(), Map.of("accuracy", 0.5)),
                run("b", Map.of(), Map.of("accuracy", Double.NaN)),
                run("c", Map.of(), Map.of()),
                run("d", Map.of(), Map.of("accuracy", 0.7)));
        MetricRange range = Objects.requireNonNull(comparison.metricRanges().get("accuracy"));
        assertThat(range.min()).isEqualTo(0.5);
        assertThat(range.max()).isEqualTo(0.7);
        assertThat(range.mean()).isEqualTo(0.6, within(1e-15));
        assertThat(range.runs()).isEqualTo(2);
        assertThat(range.notANumber()).isEqualTo(1);
        assertThat(comparison.bestByMetric().get("accuracy"))
                .extracting("runId")
                .isEqualTo("d");
    }

    @Test
    void aMetricThatIsNowhereANumberHasNoBest() {
        RunComparison comparison = compare(run("a", Map.of(), Map.of("accuracy", Double.NaN)));
        assertThat(comparison.bestByMetric()).isEmpty();
        assertThat(comparison.metricRanges())
                .containsEntry("accuracy", new MetricRange(Double.NaN, Double.NaN, Double.NaN, 0, 1));
        assertThat(comparison.notes()).containsExactly("no run has 'accuracy' as a number");
    }

    @Test
    void equalRunsAreTiedAndTheFirstIsNamed() {
        RunComparison comparison = compare(
                run("a", Map.of(), Map.of("loss", 0.0)),
                run("b", Map.of(), Map.of("loss", -0.0)),
                run("c", Map.of(), Map.of("loss", 1.0)));
        assertThat(comparison.bestByMetric().get("loss")).isEqualTo(new BestRun("a", 0.0, null, List.of("b")));
    }

    @Test
    void onlyParametersThatDifferAreDifferences() {
        RunComparison comparison = compare(
                run("a", Map.of("depth", "3", "rate", "0.1", "config_hash", "0a"), Map.of()),
                run("b", Map.of("depth", "4", "rate", "0.1", "extra", "x", "config_hash", "0b"), Map.of()));
        assertThat(comparison.sameConfig()).containsExactly(Map.entry("rate", "0.1"));
        assertThat(comparison.configDifferences()).containsOnlyKeys("depth", "extra");
        assertThat(comparison.configDifferences().get("depth"))
                .containsExactly(Map.entry("a", "3"), Map.entry("b", "4"));
        assertThat(comparison.configDifferences().get("extra"))
                .containsEntry("a", null)
                .containsEntry("b", "x");
    }

    @Test
    void metricsAskedForComeInTheirOrderAndWithTheStatedDirection() {
        RunComparison comparison = RunComparison.of(
                List.of(
                        run("a", Map.of(), Map.of("z", 1.0, "y", 1.0, "x", 1.0)),
                        run("b", Map.of(), Map.of("z", 2.0, "y", 2.0))),
                new ComparisonOptions(List.of("z", "y"), new MetricDirections(Set.of("z"), Set.of())));
        assertThat(comparison.metricRanges().keySet()).containsExactly("z", "y");
        assertThat(comparison.bestByMetric().get("z")).extracting("runId").isEqualTo("a");
        assertThat(comparison.bestByMetric().get("y")).extracting("runId").isEqualTo("b");
    }

    @Test
    void systemMetricsAndFoldScoresAreNoMetricsOfTheirOwn() {
        RunComparison comparison =
                compare(run("a", Map.of(), Map.of("auc", 0.5, "auc_fold_0", 0.4, "system/cpu", 1.0)));
        assertThat(comparison.metricRanges()).containsOnlyKeys("auc");
    }

    private static Run folds(String id, Map<String, String> params, double... scores) {
        Map<String, Double> metrics = new HashMap<>();
        for (int fold = 0; fold < scores.length; fold++) {
            metrics.put("auc_fold_" + fold, scores[fold]);
        }
        return run(id, params, metrics);
    }

    @Test
    void theBestIsTestedOnTheSameFolds() {
        RunComparison comparison = compare(
                folds("a", Map.of(), 0.80, 0.82, 0.79, 0.81, 0.83), folds("b", Map.of(), 0.82, 0.85, 0.80, 0.84, 0.86));
        assertThat(comparison.pairedTests()).singleElement().satisfies(test -> {
            assertThat(test.metric()).isEqualTo("auc");
            assertThat(test.bestRunId()).isEqualTo("b");
            assertThat(test.folds()).isEqualTo(5);
            assertThat(test.difference()).isEqualTo(0.024, within(1e-15));
            // scipy 1.17.1: ttest_rel gives t = 6; corrected by Nadeau and Bengio: 6 * sqrt(0.2 / (0.2 + 0.25)) = 4,
            // 2 * scipy.stats.t.sf(4, 4)
            assertThat(test.statistic()).isEqualTo(4, within(1e-9));
            assertThat(test.pValue()).isEqualTo(0.016130089900092532, within(1e-12));
        });
    }

    @Test
    void otherFoldsAreNotComparedAndItIsSaidWhy() {
        assertThat(compare(folds("a", Map.of(), 0.8, 0.9), folds("b", Map.of(), 0.8, 0.9, 0.7)))
                .satisfies(comparison -> assertThat(comparison.pairedTests()).isEmpty())
                .satisfies(comparison -> assertThat(comparison.notes())
                        .singleElement()
                        .asString()
                        .contains("folds [0, 1] and [0, 1, 2]"));
        assertThat(compare(
                                folds("a", Map.of("random_seed", "1"), 0.8, 0.9),
                                folds("b", Map.of("random_seed", "2"), 0.8, 0.9))
                        .notes())
                .singleElement()
                .asString()
                .contains("random_seed");
        assertThat(compare(
                                folds("a", Map.of("random_seed", "1", "folds", "x"), 0.8, 0.9),
                                folds("b", Map.of("random_seed", "2", "folds", "x"), 0.8, 0.7))
                        .pairedTests())
                .hasSize(1);
    }

    @Test
    void oneFoldTellsNothing() {
        assertThat(compare(folds("a", Map.of(), 0.8), folds("b", Map.of(), 0.9)).notes())
                .singleElement()
                .asString()
                .contains("one fold only");
    }

    @Test
    void aRunThatStandsTwiceCountsOnce() {
        Run run = run("a", Map.of(), Map.of("auc", 0.5));
        assertThat(compare(run, run).totalExperiments()).isEqualTo(1);
    }

    @Test
    void withoutRunsThereIsNothingToCompare() {
        assertThatThrownBy(RunComparisonTest::compare)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No experiments to compare");
    }
}
