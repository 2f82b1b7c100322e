package io.steelyard.benchmarks.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunTableTest {
    private static final RunTable TABLE = RunTable.of(1_000_000);

    @Test
    void noTwoRunsHaveTheSameValueOfAMetric() {
        for (int metric = 0; metric < TABLE.metrics(); metric++) {
            int it = metric;
            assertThat(IntStream.range(0, TABLE.runs())
                            .mapToDouble(run -> TABLE.metric(run, it))
                            .distinct()
                            .count())
                    .isEqualTo(TABLE.runs());
        }
    }

    @Test
    void valuesAreSpreadEvenly() {
        assertThat(IntStream.range(0, TABLE.runs())
                        .filter(run -> TABLE.metric(run, 0) > 0.99)
                        .count())
                .isBetween(9_900L, 10_100L);
    }
}
