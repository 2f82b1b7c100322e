package io.steelyard.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ScoreKeysTest {
    @Property
    void keysHaveTheOrderOfTheirScores(@ForAll double left, @ForAll double right) {
        assertThat(Long.compare(ScoreKeys.key(left), ScoreKeys.key(right)))
                .isEqualTo(left < right ? -1 : left > right ? 1 : 0);
        assertThat(ScoreKeys.score(ScoreKeys.key(left))).isEqualTo(left + 0.0);
    }

    @Test
    void infinitiesAreTheEndsAndZeroHasOneKey() {
        assertThat(ScoreKeys.key(Double.NEGATIVE_INFINITY)).isLessThan(ScoreKeys.key(-Double.MAX_VALUE));
        assertThat(ScoreKeys.key(Double.POSITIVE_INFINITY)).isGreaterThan(ScoreKeys.key(Double.MAX_VALUE));
        assertThat(ScoreKeys.key(-0.0)).isEqualTo(ScoreKeys.key(0.0));
    }

    @Test
    void manyKeysAreSortedAsFewAre() {
        Random random = new Random(1);
        for (long mask : new long[] {-1, 0xffffffff00000000L, 0x7ff, 0}) {
            long[] keys = random.longs(50_000).map(key -> key & mask).toArray();
            long[] expected = keys.clone();
            Arrays.sort(expected);
            assertThat(RadixSort.sorted(keys)).isEqualTo(expected);
        }
    }

    /// Expected: every pair of a row of 1 and a row of 0, counted one by one.
    @Test
    void theAreaOfManyRowsIsThatOfAllPairs() {
        Random random = new Random(2);
        double[] scores = random.doubles(45_000)
                .map(score -> Math.rint(score * 500) / 250 - 1)
                .toArray();
        double[] labels = Arrays.stream(scores)
                .map(score -> random.nextDouble() * 2 - 1 < score ? 1 : 0)
                .toArray();
        long[][] counts = new long[2][501];
        for (int row = 0; row < scores.length; row++) {
            counts[(int) labels[row]][(int) Math.rint((scores[row] + 1) * 250)]++;
        }
        double halves = 0;
        long zeros = 0;
        long ones = 0;
        for (int value = 0; value <= 500; value++) {
            halves += counts[1][value] * (2.0 * zeros + counts[0][value]);
            zeros += counts[0][value];
            ones += counts[1][value];
        }
        assertThat(new RocAucScore().of(labels, scores)).isEqualTo(halves / (2.0 * ones * zeros));
    }
}
