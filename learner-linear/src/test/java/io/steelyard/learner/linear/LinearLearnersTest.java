package io.steelyard.learner.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.steelyard.models.ModelRuntimes;
import io.steelyard.models.Task;
import io.steelyard.training.LearnedModel;
import io.steelyard.training.Learner.TrainingOptions;
import io.steelyard.training.Learners;
import io.steelyard.training.TrainingException;
import io.steelyard.training.TrainingSet;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LinearLearnersTest {
    private static final TrainingOptions BINARY = new TrainingOptions(Task.BINARY_CLASSIFICATION, 1, 1, 1);
    private static final TrainingOptions VALUES = new TrainingOptions(Task.REGRESSION, 1, 1, 1);

    @Test
    void theFileIsJsonThatReadsBackToTheBit() {
        TrainingSet line = new TrainingSet(List.of("x"), new float[] {0, 1, 2, 3}, new float[] {1, 3, 5, 7});
        LearnedModel model = Learners.byName("linear-regression").train(line, VALUES, Map.of());
        assertThat(new String(model.file().bytes(), StandardCharsets.UTF_8))
                .matches("\\{\"kind\":\"linear\",\"features\":\\[\"x\"],\"classes\":0,\"coefficients\":\\[\\[[0-9.]+]],"
                        + "\"intercepts\":\\[[0-9.E-]+]}");
        assertThat(ModelRuntimes.load(model.file()).scores(line.columns())[3]).isCloseTo(7, within(1e-12));
        assertThat(model.rounds()).isEqualTo(1);
        assertThat(model.bestRound()).isZero();
    }

    @Test
    void theLossesAreThoseOfWhatAServerAnswers() {
        TrainingSet training = ramp(1, 200);
        TrainingSet validation = ramp(2, 100);
        List<double[]> losses = new ArrayList<>();
        LearnedModel model = Learners.byName("logistic-regression")
                .train(training, validation, BINARY, Map.of(), (round, t, v) -> losses.add(new double[] {t, v}));
        assertThat(losses).hasSize(1);
        assertThat(logLoss(model, training)).isCloseTo(losses.getFirst()[0], within(1e-12));
        assertThat(logLoss(model, validation)).isCloseTo(losses.getFirst()[1], within(1e-12));
    }

    @Test
    void aRowOfWeightTwoCountsAsTwo() {
        TrainingSet rows = ramp(1, 60);
        float[] weights = new float[60];
        int[] repeated = new int[90];
        int next = 0;
        for (int row = 0; row < 60; row++) {
            weights[row] = 1 + row % 2;
            for (int i = 0; i < weights[row]; i++) {
                repeated[next++] = row;
            }
        }
        for (String learner : List.of("logistic-regression", "ridge", "elastic-net")) {
            TrainingOptions options = learner.startsWith("logistic") ? BINARY : VALUES;
            double[] weighted = scores(learner, rows.withWeights(weights), options, rows);
            double[] twice = scores(learner, rows.take(repeated), options, rows);
            for (int i = 0; i < twice.length; i++) {
                assertThat(weighted[i]).as(learner).isCloseTo(twice[i], within(1e-9));
            }
        }
    }

    @Test
    void withoutAPenaltyClassesThatCanBeToldApartAreAnError() {
        TrainingSet apart =
                new TrainingSet(List.of("x"), new float[] {1, 2, 3, 4, 5, 6}, new float[] {0, 0, 0, 1, 1, 1});
        TrainingSet nearly = new TrainingSet(
                List.of("x", "flag"),
                new float[] {1, 0, 2, 0, 3, 0, 2, 0, 3, 0, 1, 1, 2, 1, 1, 0},
                new float[] {0, 1, 0, 0, 1, 1, 1, 1});
        for (TrainingSet rows : List.of(apart, nearly)) {
            assertThatThrownBy(() -> Learners.byName("logistic-regression").train(rows, BINARY, Map.of("C", "inf")))
                    .isInstanceOf(TrainingException.class)
                    .hasMessageStartingWith("the features tell the classes apart perfectly, or nearly so")
                    .hasMessageEndingWith("choose a C that is not infinite, for example 1");
            assertThat(Learners.byName("logistic-regression")
                            .train(rows, BINARY, Map.of("C", "1000"))
                            .file()
                            .bytes())
                    .isNotEmpty();
        }
    }

    @Test
    void whatALinearModelCannotTakeIsNamed() {
        TrainingSet rows = ramp(1, 10);
        refused(
                "ridge",
                BINARY,
                Map.of(),
                rows,
                "the learner 'ridge' learns values, not binary_classification: choose"
                        + " 'logistic-regression', or the task regression");
        refused(
                "logistic-regression",
                VALUES,
                Map.of(),
                rows,
                "the learner 'logistic-regression' learns classes, not values:"
                        + " choose 'linear-regression', 'ridge', 'lasso' or 'elastic-net'");
        refused("ridge", VALUES, Map.of("alpa", "1"), rows, "ridge has no parameter 'alpa'; the nearest is 'alpha'");
        refused(
                "ridge",
                VALUES,
                Map.of("alpha", "-1"),
                rows,
                "the parameter 'alpha' is '-1', but must be a number from 0");
        refused(
                "logistic-regression",
                BINARY,
                Map.of("C", "0"),
                rows,
                "the parameter 'C' is '0', but must be above 0 (inf: no" + " penalty)");
        refused(
                "logistic-regression",
                BINARY,
                Map.of("penalty", "l2"),
                rows,
                "the parameter 'penalty' (l2) follows from 'C'"
                        + " (inf: no penalty): leave it out of logistic-regression's parameters");
        rows.values()[3] = Float.NaN;
        refused(
                "ridge",
                VALUES,
                Map.of(),
                rows,
                "the feature 'b' is missing (NaN) in row 1 of the training set, but a linear"
                        + " model takes numbers only: put a transform that imputes before it, or leave the rows out");
    }

    private static void refused(
            String learner, TrainingOptions options, Map<String, String> parameters, TrainingSet rows, String message) {
        assertThatThrownBy(() -> Learners.byName(learner).train(rows, options, parameters))
                .isInstanceOf(TrainingException.class)
                .hasMessage(message);
    }

    private static double[] scores(String learner, TrainingSet rows, TrainingOptions options, TrainingSet asked) {
        LearnedModel model = Learners.byName(learner).train(rows, options, Map.of());
        return ModelRuntimes.load(model.file()).scores(asked.columns());
    }

    private static TrainingSet ramp(long seed, int rows) {
        Random random = new Random(seed);
        float[] values = new float[2 * rows];
        float[] labels = new float[rows];
        for (int row = 0; row < rows; row++) {
            values[2 * row] = (float) random.nextGaussian();
            values[2 * row + 1] = (float) random.nextGaussian();
            labels[row] = values[2 * row] - 0.5 * values[2 * row + 1] + random.nextGaussian() > 0 ? 1 : 0;
        }
        return new TrainingSet(List.of("a", "b"), values, labels);
    }

    private static double logLoss(LearnedModel model, TrainingSet set) {
        double[] scores = ModelRuntimes.load(model.file()).scores(set.columns());
        double sum = 0;
        for (int row = 0; row < scores.length; row++) {
            sum -= Math.log(set.labels()[row] == 1 ? scores[row] : 1 - scores[row]);
        }
        return sum / scores.length;
    }
}
