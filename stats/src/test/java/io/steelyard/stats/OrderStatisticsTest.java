package io.steelyard.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Equal to sorting, whatever the numbers are like.
class OrderStatisticsTest {
    private static final int COUNT = 200_000;

    static Stream<double[]> numbers() {
        Random random = new Random(7);
        return Stream.of(
                many(random::nextGaussian),
                many(() -> Math.exp(5 * random.nextGaussian())),
                many(() -> random.nextInt(3)),
                many(() -> 1 + 1e-3 * random.nextDouble()),
                many(() -> 1e9 + random.nextInt(1000)),
                many(() -> -1 / random.nextDouble()),
                many(() -> random.nextInt(10) == 0 ? Double.NaN : random.nextGaussian()),
                many(() -> random.nextInt(10) == 0 ? -Double.NaN : random.nextInt(5) / 0.0),
                many(() -> 3),
                many(() -> Double.longBitsToDouble(random.nextLong())));
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void findsWhatSortingFinds(double[] values) {
        double[] before = values.clone();
        double[] sorted =
                Arrays.stream(values).filter(x -> !Double.isNaN(x)).sorted().toArray();
        OrderStatistics found = OrderStatistics.of(values);
        int last = sorted.length - 1;
        assertThat(found.count()).isEqualTo(sorted.length);
        for (int[] ranks : new int[][] {
            {0},
            {last},
            {0, 0, last / 2, last / 2 + 1, last - 1, last},
            IntStream.rangeClosed(0, 1000).map(i -> (int) ((long) last * i / 1000)).toArray()
        }) {
            assertThat(found.at(ranks))
                    .containsExactly(
                            Arrays.stream(ranks).mapToDouble(rank -> sorted[rank]).toArray());
        }
        assertThat(values).containsExactly(before);
    }

    @Test
    void quantilesOfManyValuesAreThoseOfFew() {
        double[] values = many(new Random(3)::nextGaussian);
        double[] sorted = DoubleStream.of(values).sorted().toArray();
        double position = (COUNT - 1) * 0.3;
        int lower = (int) position;
        double a = sorted[lower];
        double b = sorted[lower + 1];
        double way = position - lower;
        assertThat(Quantiles.linear(values, new double[] {1, 0.3, 0}))
                .containsExactly(
                        sorted[COUNT - 1],
                        way < 0.5 ? a + (b - a) * way : b - (b - a) * (1 - way),
                        sorted[0]);
    }

    private static double[] many(DoubleSupplier next) {
        return DoubleStream.generate(next).limit(COUNT).toArray();
    }
}
