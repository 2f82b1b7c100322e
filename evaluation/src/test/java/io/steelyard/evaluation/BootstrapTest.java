package io.steelyard.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.steelyard.evaluation.Bootstrap.Method;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class BootstrapTest {
    static Stream<JsonNode> intervals() {
        return Vectors.own("comparisons.json").get("intervals").valueStream();
    }

    /// Expected: scipy 1.17.1 on the same resamples.
    @ParameterizedTest
    @MethodSource("intervals")
    void readsTheEndsAsScipyDoes(JsonNode expected) {
        double[] distribution = Vectors.doubles(expected.get("distribution"));
        double value = expected.get("value").asDouble();
        Bootstrap bootstrap =
                new Bootstrap(distribution.length, expected.get("level").asDouble(), Method.BCA, 1);
        assertEnds(bootstrap.intervalOf(value, distribution, bootstrap.plain()), expected.get("percentile"));
        double[] corrected = bootstrap.corrected(value, distribution, Vectors.doubles(expected.get("without_each")));
        assertEnds(bootstrap.intervalOf(value, distribution, corrected), expected.get("bca"));
    }

    @Test
    void theSameSeedGivesTheSameIntervalOnAnyNumberOfThreads() throws InterruptedException, ExecutionException {
        BinaryRows rows = rows(300);
        for (Method method : Method.values()) {
            Bootstrap bootstrap = new Bootstrap(200, 0.9, method, 42);
            ConfidenceInterval interval = bootstrap.of(new RocAucScore(), rows);
            assertThat(interval.lower()).isLessThan(interval.value());
            assertThat(interval.upper()).isGreaterThan(interval.value());
            try (ForkJoinPool one = new ForkJoinPool(1)) {
                assertThat(one.submit(() -> bootstrap.of(new RocAucScore(), rows))
                                .get())
                        .isEqualTo(interval);
            }
            assertThat(new Bootstrap(200, 0.9, method, 43).of(new RocAucScore(), rows))
                    .isNotEqualTo(interval);
        }
    }

    @Test
    void resamplesOnWhichTheMetricIsUndefinedAreCounted() {
        BinaryRows oneOfFour = new BinaryRows(new double[] {1, 0, 0, 0}, new double[] {0.9, 0.5, 0.2, 0.1});
        ConfidenceInterval interval = new Bootstrap(500, 0.95, Method.PERCENTILE, 1).of(new RocAucScore(), oneOfFour);
        assertThat(interval.undefined()).isBetween(100, 250);
        assertThat(interval.lower()).isEqualTo(1);
        ConfidenceInterval never =
                new Bootstrap(3).of(new RocAucScore(), new BinaryRows(new double[2], new double[] {0.1, 0.2}));
        assertThat(never.lower()).isNaN();
        assertThat(never.undefined()).isEqualTo(1_000);
    }

    @Test
    void rowsWithoutWeightAreNoResample() {
        RegressionRows rows = new RegressionRows(new double[4], new double[] {1, 2, 3, 4}, new double[] {1, 0, 0, 0});
        ConfidenceInterval interval = new Bootstrap(1).of(new MeanAbsoluteError(), rows);
        assertThat(interval.undefined()).isPositive();
        assertThat(interval.upper()).isEqualTo(1);
    }

    @Test
    void manyRowsAreLeftOutByBlocks() {
        BinaryRows rows = rows(Bootstrap.JACKKNIFE_BLOCKS + 500);
        ConfidenceInterval percentile = new Bootstrap(200, 0.95, Method.PERCENTILE, 5).of(new BrierLoss(), rows);
        ConfidenceInterval corrected = new Bootstrap(200, 0.95, Method.BCA, 5).of(new BrierLoss(), rows);
        assertThat(corrected.lower())
                .isCloseTo(percentile.lower(), within(0.01))
                .isNotEqualTo(percentile.lower());
    }

    @Test
    void refusesWhatIsNoInterval() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Bootstrap(0, 0.95, Method.BCA, 1))
                .withMessage("resamples is 0, but must be 1 or more; 1000 is usual");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Bootstrap(10, 95, Method.BCA, 1))
                .withMessage("the level is 95.0, but must be above 0 and below 1; 0.95 is usual");
    }

    private static void assertEnds(ConfidenceInterval interval, JsonNode expected) {
        assertThat(interval.lower()).isCloseTo(expected.get(0).asDouble(), within(1e-12));
        assertThat(interval.upper()).isCloseTo(expected.get(1).asDouble(), within(1e-12));
    }

    private static BinaryRows rows(int size) {
        Random random = new Random(9);
        double[] scores = random.doubles(size).toArray();
        double[] labels = Arrays.stream(scores)
                .map(score -> random.nextDouble() < score ? 1 : 0)
                .toArray();
        return new BinaryRows(labels, scores);
    }
}
