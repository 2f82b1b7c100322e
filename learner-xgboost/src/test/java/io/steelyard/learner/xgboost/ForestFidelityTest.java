package io.steelyard.learner.xgboost;

import static org.assertj.core.api.Assertions.assertThat;

import io.steelyard.forest.Forest;
import io.steelyard.forest.XgboostModelFile;
import io.steelyard.models.Task;
import io.steelyard.training.LearnedModel;
import io.steelyard.training.Learner.TrainingOptions;
import io.steelyard.training.TrainingSet;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The plain Java forest against XGBoost itself, over models of several shapes.
class ForestFidelityTest {
    private static final int ROWS = 5000;

    @ParameterizedTest
    @CsvSource({
        "BINARY_CLASSIFICATION, 1, 1, 1, 0.0, depthwise",
        "BINARY_CLASSIFICATION, 1, 40, 4, 0.3, depthwise",
        "BINARY_CLASSIFICATION, 3, 30, 7, 0.1, depthwise",
        "BINARY_CLASSIFICATION, 6, 100, 28, 0.05, depthwise",
        "BINARY_CLASSIFICATION, 8, 50, 12, 0.5, depthwise",
        "BINARY_CLASSIFICATION, 12, 20, 9, 0.2, depthwise",
        "BINARY_CLASSIFICATION, 0, 15, 9, 0.2, lossguide",
        "REGRESSION, 2, 9, 2, 0.0, depthwise",
        "REGRESSION, 5, 64, 70, 0.9, depthwise",
        "REGRESSION, 7, 33, 10, 0.1, depthwise",
        "REGRESSION, 10, 25, 16, 0.0, depthwise",
        "REGRESSION, 0, 12, 5, 0.1, lossguide",
    })
    void marginsAreEqualToTheLastBit(Task task, int depth, int rounds, int features, double missing, String growPolicy)
            throws Exception {
        TrainingSet training = rows(task, 10 + features, features, missing);
        LearnedModel model = new XgboostLearner()
                .train(
                        training,
                        rows(task, 20, features, missing),
                        new TrainingOptions(task, rounds, rounds, 3),
                        Map.of("max_depth", "" + depth, "grow_policy", growPolicy, "max_leaves", "40"),
                        (round, t, v) -> {});
        float[] probe = rows(task, 30, features, missing).values();
        for (int i = 0; i < probe.length; i += 13) {
            probe[i] = i % 2 == 0 ? 0.0f : -0.0f;
        }
        Forest forest = XgboostModelFile.read(model.file().bytes());
        float[] margins = forest.margins(probe);
        float[] scores = forest.scores(probe);

        Booster booster = XGBoost.loadModel(model.file().bytes());
        DMatrix matrix = new DMatrix(probe, ROWS, features, Float.NaN);
        float[][] expectedMargins = booster.predict(matrix, true);
        float[][] expectedScores = booster.predict(matrix);
        booster.dispose();
        matrix.dispose();

        assertThat(margins).containsExactly(flat(expectedMargins));
        float[] expected = flat(expectedScores);
        for (int i = 0; i < scores.length; i++) {
            assertThat(Math.abs(scores[i] - expected[i])).isLessThanOrEqualTo(2 * Math.ulp(expected[i]));
        }
    }

    private static TrainingSet rows(Task task, long seed, int features, double missing) {
        return switch (task) {
            case BINARY_CLASSIFICATION, MULTICLASS_CLASSIFICATION -> Examples.classes(seed, ROWS, features, missing);
            case REGRESSION -> Examples.values(seed, ROWS, features, missing);
        };
    }

    private static float[] flat(float[][] oneEach) {
        float[] values = new float[oneEach.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = oneEach[i][0];
        }
        return values;
    }
}
