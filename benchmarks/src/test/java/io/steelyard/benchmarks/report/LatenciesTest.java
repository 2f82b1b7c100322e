package io.steelyard.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    @Test
    void percentilesAreNearestRanks() {
        Latencies all = Latencies.of(
                LongStream.rangeClosed(1, 200).map(i -> (201 - i) * 1_000_000).toArray());
        assertThat(all.percentileMillis(50)).isEqualTo(100);
        assertThat(all.percentileMillis(99)).isEqualTo(198);
        assertThat(all.percentileMillis(100)).isEqualTo(200);
        assertThat(Latencies.of(3_000_000).percentileMillis(1)).isEqualTo(3);
    }

    @Test
    void withoutAnswersThereAreNone() {
        assertThatThrownBy(() -> Latencies.of()).hasMessage("no request was answered");
    }
}
