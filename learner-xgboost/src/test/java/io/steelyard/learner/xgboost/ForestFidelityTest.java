package io.steelyard.learner.xgboost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.steelyard.forest.Forest;
import io.steelyard.forest.Rows;
import io.steelyard.forest.XgboostModelFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The plain Java forest against XGBoost itself, over freshly trained models of many shapes: margins, scores, leaves and
/// contributions. With `-Dsoak` 50 models of up to 2,000 trees and 100,000 rows each.
class ForestFidelityTest {
    private static final boolean SOAK = System.getProperty("soak") != null;
    private static final int ROWS = SOAK ? 100_000 : 5000;
    private static final int TRAINING_ROWS = 3000;
    private static final int EXPLAINED = 200;
    private static final float[] SPECIAL = {
        0.0f, -0.0f, Float.MIN_VALUE, -Float.MIN_VALUE, Float.MAX_VALUE, -Float.MAX_VALUE, 1e-38f, Float.NaN
    };

    /// @param missing which part of the values is missing
    record Shape(String objective, int rounds, int features, double missing, String parameters) {}

    static List<Shape> shapes() {
        List<Shape> shapes = new ArrayList<>(List.of(
                new Shape("binary:logistic", 1, 1, 0, "max_depth=1"),
                new Shape("binary:logistic", 100, 28, 0.05, "max_depth=6"),
                new Shape("binary:logistic", 20, 9, 0.2, "max_depth=12 min_child_weight=0"),
                new Shape("binary:logistic", 15, 9, 0.2, "max_depth=0 grow_policy=lossguide max_leaves=200"),
                new Shape("reg:squarederror", 64, 70, 0.9, "max_depth=5 tree_method=exact"),
                new Shape("reg:squarederror", 25, 16, 0, "max_depth=10 base_score=0.37"),
                new Shape("multi:softprob", 12, 12, 0.1, "max_depth=4 num_class=5"),
                new Shape("multi:softprob", 5, 6, 0.1, "max_depth=3 num_class=3 num_parallel_tree=3 subsample=0.6"),
                new Shape("count:poisson", 20, 8, 0.1, "max_depth=4 weighted"),
                new Shape("reg:tweedie", 20, 8, 0, "max_depth=6"),
                new Shape("binary:logitraw", 10, 8, 0.3, "max_depth=3 scale_pos_weight=4 base_score=0.2"),
                new Shape("binary:logistic", 25, 9, 0.1, "max_depth=5 booster=dart rate_drop=0.3")));
        if (SOAK) {
            String[] objectives = {"binary:logistic", "reg:squarederror", "reg:gamma", "rank:pairwise", "binary:hinge"};
            for (int depth = 1; depth <= 12; depth++) {
                for (int kind = 0; kind < 3; kind++) {
                    String objective = objectives[(depth + 2 * kind) % objectives.length];
                    int rounds = depth < 7 && kind == 0 ? 2000 : 40 * kind + depth;
                    String more = kind == 1 ? " weighted" : kind == 2 ? " booster=dart rate_drop=0.1" : "";
                    shapes.add(new Shape(
                            objective, rounds, 3 + 5 * depth, 0.05 * depth, "max_depth=" + depth + " eta=0.1" + more));
                }
            }
            shapes.add(new Shape("multi:softmax", 200, 20, 0.1, "max_depth=7 num_class=10"));
            shapes.add(new Shape("survival:cox", 50, 20, 0.1, "max_depth=7"));
        }
        return shapes;
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void everyAnswerIsXgboostsToTheLastBit(Shape shape) throws XGBoostError {
        Booster booster = train(shape);
        Forest forest = XgboostModelFile.read(booster.toByteArray("ubj"));
        float[] rows = probe(shape);
        DMatrix matrix = new DMatrix(rows, ROWS, shape.features(), Float.NaN);
        assertThat(forest.margins(rows)).containsExactly(flat(booster.predict(matrix, true)));
        if (!shape.objective().equals("multi:softmax")) {
            assertThat(forest.scores(rows)).containsExactly(flat(booster.predict(matrix)));
        }
        int[] leaves = forest.leaves(Rows.of(Arrays.copyOf(rows, EXPLAINED * shape.features()), shape.features()));
        float[] expectedLeaves = flat(booster.predictLeaf(matrix, 0));
        for (int i = 0; i < leaves.length; i++) {
            assertThat((float) leaves[i]).isEqualTo(expectedLeaves[i]);
        }
        if (shape.rounds() <= 200) {
            contributions(forest, booster, Arrays.copyOf(rows, EXPLAINED * shape.features()), shape.features());
        }
        matrix.dispose();
        infinities(forest, booster, rows, shape);
        booster.dispose();
    }

    private static void contributions(Forest forest, Booster booster, float[] rows, int features) throws XGBoostError {
        double[] contributions = forest.contributions(Rows.of(rows, features));
        DMatrix matrix = new DMatrix(rows, EXPLAINED, features, Float.NaN);
        float[] expected = flat(booster.predictContrib(matrix, 0));
        float[] margins = forest.margins(rows);
        for (int i = 0; i < contributions.length; i++) {
            double size = Math.max(1, Math.abs(margins[i / (features + 1)]));
            // XGBoost sums contributions in float32; what is exact adds up to the margin.
            assertThat(contributions[i]).isCloseTo(expected[i], within(1e-5 * size));
        }
        matrix.dispose();
    }

    /// A DMatrix refuses infinities. What is predicted in place divides the trees of dart differently.
    private static void infinities(Forest forest, Booster booster, float[] rows, Shape shape) throws XGBoostError {
        if (shape.parameters().contains("dart") || shape.objective().equals("multi:softmax")) {
            return;
        }
        for (int i = 0; i < rows.length; i += 7) {
            rows[i] = i % 2 == 0 ? Float.POSITIVE_INFINITY : Float.NEGATIVE_INFINITY;
        }
        float[][] expected = booster.inplace_predict(rows, ROWS, shape.features(), Float.NaN);
        assertThat(forest.scores(rows)).containsExactly(flat(expected));
    }

    private static Booster train(Shape shape) throws XGBoostError {
        Map<String, Object> parameters = new HashMap<>(Map.of("objective", shape.objective(), "seed", 1, "nthread", 1));
        boolean weighted = false;
        for (String each : shape.parameters().split(" ", -1)) {
            if (each.equals("weighted")) {
                weighted = true;
            } else {
                parameters.put(each.substring(0, each.indexOf('=')), each.substring(each.indexOf('=') + 1));
            }
        }
        Random random = new Random(shape.hashCode());
        float[] values = values(random, TRAINING_ROWS, shape);
        DMatrix matrix = new DMatrix(values, TRAINING_ROWS, shape.features(), Float.NaN);
        matrix.setLabel(labels(shape, values, random));
        if (weighted) {
            float[] weights = new float[TRAINING_ROWS];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = random.nextFloat() * 3;
            }
            matrix.setWeight(weights);
        }
        parameters.put("verbose_eval", 0);
        return XGBoost.train(matrix, parameters, shape.rounds(), Map.of(), null, null);
    }

    private static float[] labels(Shape shape, float[] values, Random random) {
        float[] labels = new float[TRAINING_ROWS];
        for (int row = 0; row < labels.length; row++) {
            float first = values[row * shape.features()];
            float last = values[(row + 1) * shape.features() - 1];
            double signal = (Float.isNaN(first) ? 1 : first * Math.sin(3 * first))
                    + (Float.isNaN(last) ? -1 : last)
                    + 0.5 * random.nextGaussian();
            labels[row] = (float)
                    switch (shape.objective().substring(0, shape.objective().indexOf(':'))) {
                        case "binary" -> signal > 0 ? 1 : 0;
                        case "multi" ->
                            Math.clamp(Math.round(signal), 0, shape.parameters().contains("=3") ? 2 : 4);
                        case "count", "rank" -> Math.round(Math.exp(Math.clamp(signal, -2, 2)));
                        case "survival" -> Math.exp(Math.clamp(signal, -2, 2));
                        default ->
                            shape.objective().equals("reg:squarederror") ? signal : Math.exp(Math.clamp(signal, -2, 2));
                    };
        }
        return labels;
    }

    private static float[] probe(Shape shape) {
        Random random = new Random(shape.hashCode() + 1L);
        float[] rows = values(random, ROWS, shape);
        for (int i = 0; i < rows.length; i += 5) {
            rows[i] = SPECIAL[random.nextInt(SPECIAL.length)];
        }
        return rows;
    }

    private static float[] values(Random random, int rows, Shape shape) {
        float[] values = new float[rows * shape.features()];
        for (int i = 0; i < values.length; i++) {
            float value = (float) random.nextGaussian();
            values[i] = random.nextDouble() < shape.missing() ? Float.NaN : i % 3 == 0 ? Math.round(value) : value;
        }
        return values;
    }

    private static float[] flat(float[][] rows) {
        int width = rows[0].length;
        float[] values = new float[rows.length * width];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, values, i * width, width);
        }
        return values;
    }
}
