package io.steelyard.forest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// All kernels against the plain walk, over made trees of every shape, every test of thresholds and every way to treat
/// missing values.
class KernelsTest {
    private static final double[] SPECIAL = {
        0.0,
        -0.0,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Float.MIN_VALUE,
        -Float.MIN_VALUE,
        Double.MIN_VALUE,
        1e-35,
        -1e-36,
        Float.MAX_VALUE,
        -Float.MAX_VALUE,
        1,
        Math.nextUp(1.0),
        1e308
    };

    @Property(tries = 300)
    void everyKernelGivesTheBitsOfThePlainWalk(
            @ForAll long seed,
            @ForAll Precision precision,
            @ForAll @IntRange(min = 0, max = 40) int trees,
            @ForAll @IntRange(min = 1, max = 120) int leaves,
            @ForAll @IntRange(min = 1, max = 4) int outputs,
            @ForAll @IntRange(min = 1, max = 200) int rows) {
        Random random = new Random(seed);
        int features = 1 + random.nextInt(9);
        List<Tree> made = new ArrayList<>();
        for (int i = 0; i < trees; i++) {
            made.add(tree(random, i, random.nextInt(outputs), 1 + random.nextInt(leaves), features, precision));
        }
        double[] values = new double[rows * features];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(random, precision);
        }
        double[] start = new double[outputs];
        for (int i = 0; i < outputs; i++) {
            start[i] = (float) random.nextGaussian();
        }
        Rows all = Rows.of(values, features);
        double[] expected = sums(new WalkKernel(precision, Aggregate.SUM, made), precision, all, start);
        Keys keys = new Keys(precision, made);
        assertThat(sums(new InterleavedKernel(keys, made, outputs), precision, all, start))
                .containsExactly(expected);
        for (Ranks ranks : List.of(new ScalarRanks(), new VectorRanks())) {
            assertThat(sums(new MaskKernel(keys, made, ranks), precision, all, start))
                    .containsExactly(expected);
        }
    }

    private static double[] sums(Kernel kernel, Precision precision, Rows rows, double[] start) {
        Sums sums = Sums.of(precision, rows.count(), start);
        // In two parts, of which the second begins anywhere.
        int part = rows.count() / 3;
        kernel.add(rows, 0, part, sums);
        kernel.add(rows, part, rows.count() - part, sums);
        return sums.asDoubles();
    }

    private static Tree tree(Random random, int number, int output, int leaves, int features, Precision precision) {
        int nodes = 2 * leaves - 1;
        int[] left = new int[nodes];
        int[] right = new int[nodes];
        int[] feature = new int[nodes];
        double[] value = new double[nodes];
        byte[] decision = new byte[nodes];
        List<Integer> open = new ArrayList<>(List.of(0));
        boolean chain = random.nextInt(4) == 0;
        int size = 1;
        while (size < nodes) {
            int place = chain ? open.size() - 1 : random.nextInt(open.size());
            int node = open.get(place);
            open.subList(place, place + 1).clear();
            left[node] = size;
            right[node] = size + 1;
            open.add(size);
            open.add(size + 1);
            size += 2;
            feature[node] = random.nextInt(features);
            value[node] = random.nextInt(30) == 0 ? Double.NaN : value(random, precision);
            int missing = random.nextInt(4) * Tree.MISSING_LEFT;
            decision[node] =
                    (byte) (random.nextInt(2) + (precision == Precision.FLOAT ? missing & Tree.MISSING_LEFT : missing));
        }
        for (int leaf : open) {
            left[leaf] = -1;
            right[leaf] = -1;
            value[leaf] = random.nextInt(20) == 0 ? -0.0 : (float) random.nextGaussian();
        }
        Tree tree = new Tree(number, output, left, right, feature, value, decision, new float[0], List.of(), null, 0);
        tree.check(features);
        return tree;
    }

    private static double value(Random random, Precision precision) {
        double value = random.nextInt(3) == 0
                ? SPECIAL[random.nextInt(SPECIAL.length)]
                : Math.round(random.nextGaussian() * 4) / 4.0;
        return precision == Precision.FLOAT ? (float) value : value;
    }
}
