package io.steelyard.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/// What takes values one after another.
class StreamsOfValuesTest {
    @Test
    void momentsAreThoseOfPandas() {
        // pandas 3.0: Series([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]).describe(): mean 1e9 + 10, std 5.477225575051661
        Moments moments = new Moments();
        for (double value : new double[] {1e9 + 4, 1e9 + 7, Double.NaN, 1e9 + 13, 1e9 + 16}) {
            moments.add(value);
        }
        assertThat(moments.count()).isEqualTo(4);
        assertThat(moments.mean()).isEqualTo(1e9 + 10);
        assertThat(moments.std()).isCloseTo(5.477225575051661, within(1e-12));
        moments.add(Double.NEGATIVE_INFINITY);
        assertThat(moments.min()).isInfinite();
        assertThat(moments.max()).isEqualTo(1e9 + 16);
        assertThat(moments.infinite()).isEqualTo(1);
        assertThat(moments.mean()).isEqualTo(1e9 + 10);
        assertThat(new Moments().mean()).isNaN();
        assertThat(new Moments().std()).isNaN();
    }

    @Test
    void quantilesAreExactUntilThereAreTooMany() {
        QuantileSample sample = new QuantileSample();
        for (int i = 0; i < QuantileSample.SIZE; i++) {
            sample.add(i);
        }
        assertThat(sample.rankError()).isZero();
        assertThat(sample.quantiles(0, 0.5, 1))
                .containsExactly(0, (QuantileSample.SIZE - 1) / 2.0, QuantileSample.SIZE - 1);
        int all = 20 * QuantileSample.SIZE;
        for (int i = QuantileSample.SIZE; i < all; i++) {
            sample.add(i);
        }
        assertThat(sample.rankError()).isBetween(0.0035, 0.0037);
        for (double p : new double[] {0.01, 0.25, 0.5, 0.75, 0.99}) {
            assertThat(sample.quantiles(p)[0] / all).isCloseTo(p, within(sample.rankError()));
        }
    }

    @Test
    void differentValuesAreCounted() {
        DistinctCount few = new DistinctCount();
        few.add("");
        few.add("");
        few.add("x");
        assertThat(few.estimate()).isEqualTo(2);
        assertThat(few.isExact()).isTrue();
        DistinctCount many = new DistinctCount();
        for (int round = 0; round < 2; round++) {
            for (long i = 0; i < 500_000; i++) {
                many.add(i);
            }
        }
        assertThat(many.isExact()).isFalse();
        assertThat((double) many.estimate()).isCloseTo(500_000, within(500_000 * many.relativeError()));
        DistinctCount zeros = new DistinctCount();
        zeros.add(0.0);
        zeros.add(-0.0);
        zeros.add(Double.NaN);
        zeros.add(-Double.NaN);
        assertThat(zeros.estimate()).isEqualTo(2);
    }

    @Test
    void theMostFrequentComeFirst() {
        TopValues<String> values = new TopValues<>();
        for (int i = 0; i < 100_000; i++) {
            values.add(i % 100 == 0 ? "often" : "v" + i % 5);
        }
        assertThat(values.error()).isZero();
        assertThat(values.top(2))
                .containsExactly(new TopValues.Counted<>("v1", 20_000), new TopValues.Counted<>("v2", 20_000));
        for (int i = 0; i < 200_000; i++) {
            values.add("w" + i);
        }
        assertThat(values.error()).isBetween(1L, 300_000L / 4_000);
        assertThat(values.top(10))
                .hasSize(6)
                .allSatisfy(v -> assertThat(v.value()).matches("v\\d|often"));
    }
}
