package io.steelyard.learner.lightgbm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.ml.lightgbm.PredictionType;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMBooster.FeatureImportanceType;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import io.steelyard.forest.Forest;
import io.steelyard.forest.LightgbmModelFile;
import io.steelyard.forest.Rows;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The plain Java forest against LightGBM itself, over freshly trained models of many shapes. With `-Dsoak` 50 models and
/// 100,000 rows each. Several classes, leaves and contributions are compared with stored answers in the room `forest`:
/// LightGBM4j 4.3.0 writes them past the end of too short an array.
class ForestFidelityTest {
    private static final boolean SOAK = System.getProperty("soak") != null;
    private static final int ROWS = SOAK ? 100_000 : 5000;
    private static final int TRAINING_ROWS = 3000;
    private static final String ALWAYS = " verbose=-1 num_threads=1 min_data_in_leaf=3 seed=1 deterministic=true";
    private static final double[] SPECIAL = {
        0.0,
        -0.0,
        Double.MIN_VALUE,
        -1e-36,
        1e-34,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.NaN,
        Double.MAX_VALUE
    };

    /// @param missing which part of the values is missing
    record Shape(int rounds, int features, double missing, String parameters) {}

    static List<Shape> shapes() {
        List<Shape> shapes = new ArrayList<>(List.of(
                new Shape(1, 1, 0, "objective=binary num_leaves=2"),
                new Shape(100, 28, 0.05, "objective=binary num_leaves=63"),
                new Shape(40, 9, 0.2, "objective=binary num_leaves=31 max_depth=12 sigmoid=0.7"),
                new Shape(5, 9, 0.2, "objective=regression num_leaves=400 min_data_in_leaf=1"),
                new Shape(30, 12, 0.4, "objective=regression_l1 zero_as_missing=true"),
                new Shape(30, 12, 0.4, "objective=huber use_missing=false"),
                new Shape(15, 10, 0.1, "objective=fair num_leaves=15"),
                new Shape(15, 10, 0.1, "objective=cross_entropy max_delta_step=0.5"),
                new Shape(15, 10, 0.1, "objective=poisson max_bin=15"),
                new Shape(25, 8, 0.1, "objective=binary boosting=dart drop_rate=0.3"),
                new Shape(25, 8, 0.1, "objective=binary boosting=rf bagging_freq=1 bagging_fraction=0.7"),
                new Shape(20, 8, 0.1, "objective=regression categorical_feature=0,3 max_cat_to_onehot=2")));
        if (SOAK) {
            for (int depth = 1; depth <= 12; depth++) {
                for (String objective : List.of("binary", "regression", "gamma")) {
                    int rounds = depth == 6 ? 2000 : 10 * depth;
                    shapes.add(new Shape(
                            rounds,
                            3 + 5 * depth,
                            0.05 * depth,
                            "objective=" + objective + " num_leaves=" + (1 << depth) + " max_depth=" + depth));
                }
            }
            shapes.add(new Shape(100, 10, 0.1, "objective=regression linear_tree=true"));
            shapes.add(new Shape(100, 10, 0.1, "objective=binary categorical_feature=0,3"));
        }
        return shapes;
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void marginsAreLightgbmsToTheLastBitAndScoresWithinFourUnits(Shape shape) throws LGBMException {
        String text = train(shape);
        Forest forest = LightgbmModelFile.read(text.getBytes(StandardCharsets.UTF_8));
        double[] values = probe(shape);
        Rows rows = Rows.of(values, shape.features());
        try (LGBMBooster booster = LGBMBooster.loadModelFromString(text)) {
            double[] margins = forest.margins(rows);
            assertThat(margins)
                    .containsExactly(booster.predictForMat(
                            values, ROWS, shape.features(), true, PredictionType.C_API_PREDICT_RAW_SCORE, ""));
            double[] scores = forest.scores(rows);
            double[] expected = booster.predictForMat(
                    values, ROWS, shape.features(), true, PredictionType.C_API_PREDICT_NORMAL, "");
            for (int i = 0; i < scores.length; i++) {
                assertThat(scores[i]).isCloseTo(expected[i], within(4 * Math.ulp(expected[i])));
            }
        }
    }

    private static String train(Shape shape) throws LGBMException {
        Random random = new Random(shape.hashCode());
        double[] values = values(random, TRAINING_ROWS, shape);
        String parameters = shape.parameters() + ALWAYS;
        try (LGBMDataset set =
                LGBMDataset.createFromMat(values, TRAINING_ROWS, shape.features(), true, parameters, null)) {
            set.setField("label", labels(shape, values, random));
            try (LGBMBooster booster = LGBMBooster.create(set, parameters)) {
                for (int i = 0; i < shape.rounds(); i++) {
                    booster.updateOneIter();
                }
                return booster.saveModelToString(0, 0, FeatureImportanceType.SPLIT);
            }
        }
    }

    private static float[] labels(Shape shape, double[] values, Random random) {
        float[] labels = new float[TRAINING_ROWS];
        for (int row = 0; row < labels.length; row++) {
            double first = values[row * shape.features()];
            double last = values[(row + 1) * shape.features() - 1];
            double signal = (Double.isNaN(first) ? 1 : first * Math.sin(3 * first))
                    + (Double.isNaN(last) ? -1 : last)
                    + 0.5 * random.nextGaussian();
            String objective = shape.parameters().split("[= ]", -1)[1];
            labels[row] = (float)
                    switch (objective) {
                        case "binary", "cross_entropy" -> signal > 0 ? 1 : 0;
                        case "poisson" -> Math.round(Math.exp(Math.clamp(signal, -2, 2)));
                        case "gamma" -> Math.exp(Math.clamp(signal, -2, 2));
                        default -> signal;
                    };
        }
        return labels;
    }

    private static double[] probe(Shape shape) {
        Random random = new Random(shape.hashCode() + 1L);
        double[] rows = values(random, ROWS, shape);
        for (int i = 0; i < rows.length; i += 5) {
            boolean category = shape.parameters().contains("categorical") && i % shape.features() % 3 == 0;
            rows[i] = category ? random.nextInt(40) - 5.5 : SPECIAL[random.nextInt(SPECIAL.length)];
        }
        return rows;
    }

    private static double[] values(Random random, int rows, Shape shape) {
        double[] values = new double[rows * shape.features()];
        for (int i = 0; i < values.length; i++) {
            double value = random.nextGaussian();
            boolean category = shape.parameters().contains("categorical") && i % shape.features() % 3 == 0;
            values[i] = random.nextDouble() < shape.missing()
                    ? Double.NaN
                    : category ? random.nextInt(30) : i % 3 == 0 ? Math.round(value) : value;
        }
        return values;
    }
}
