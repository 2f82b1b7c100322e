package io.steelyard.learner.lightgbm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMException;
import io.steelyard.models.ModelRuntimes;
import io.steelyard.models.Task;
import io.steelyard.training.EarlyStopping;
import io.steelyard.training.LearnedModel;
import io.steelyard.training.Learner;
import io.steelyard.training.Learner.TrainingOptions;
import io.steelyard.training.Learners;
import io.steelyard.training.RoundListener;
import io.steelyard.training.TrainingException;
import io.steelyard.training.TrainingSet;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LightgbmLearnerTest {
    private static final Learner LIGHTGBM = Learners.byName("lightgbm");
    private static final RoundListener NOBODY = (round, training, validation) -> {};
    private static final TrainingSet TRAINING = Examples.classes(1, 3000, 6, 0.1);
    private static final TrainingSet VALIDATION = Examples.classes(2, 1000, 6, 0.1);

    @Test
    void itStopsEarlyAndKeepsTheRoundsUpToTheBest() {
        List<double[]> losses = new ArrayList<>();
        LearnedModel model =
                LIGHTGBM.train(TRAINING, VALIDATION, binary(500, 7), Map.of(), (round, training, validation) -> {
                    assertThat(round).isEqualTo(losses.size());
                    losses.add(new double[] {training, validation});
                });
        assertThat(model.rounds()).isEqualTo(losses.size()).isLessThan(500);
        assertThat(model.bestRound()).isEqualTo(model.rounds() - 1 - 7);
        EarlyStopping stopping = new EarlyStopping(7, 0, EarlyStopping.Mode.MIN);
        for (int round = 0; round < losses.size(); round++) {
            assertThat(stopping.stopsAfter(round, losses.get(round)[1])).isEqualTo(round == losses.size() - 1);
        }
        assertThat(text(model)).contains("Tree=" + model.bestRound()).doesNotContain("Tree=" + (model.bestRound() + 1));
        assertThat(logLoss(model, TRAINING, 1)).isCloseTo(losses.get(model.bestRound())[0], within(1e-9));
        assertThat(logLoss(model, VALIDATION, 1)).isCloseTo(losses.get(model.bestRound())[1], within(1e-9));
    }

    @Test
    void severalClassesAreLearned() {
        TrainingSet training = Examples.several(3, 3000, 5, 3);
        TrainingSet validation = Examples.several(4, 1000, 5, 3);
        List<Double> losses = new ArrayList<>();
        LearnedModel model = LIGHTGBM.train(
                training, validation, TrainingOptions.multiclass(3, 60, 5, 1), Map.of(), (r, t, v) -> losses.add(v));
        assertThat(losses.get(model.bestRound())).isLessThan(0.75);
        assertThat(logLoss(model, validation, 3)).isCloseTo(losses.get(model.bestRound()), within(1e-9));
        assertThat(text(model))
                .contains("num_class=3")
                .contains("Tree=" + (3 * model.bestRound() + 2))
                .doesNotContain("Tree=" + (3 * model.bestRound() + 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lightgbm", "random-forest"})
    void aRegressionIsLearned(String learner) {
        TrainingSet training = Examples.values(3, 3000, 3, 0);
        TrainingSet validation = Examples.values(4, 1000, 3, 0);
        List<Double> losses = new ArrayList<>();
        LearnedModel model = Learners.byName(learner)
                .train(
                        training,
                        validation,
                        new TrainingOptions(Task.REGRESSION, 100, 10, 1),
                        Map.of(),
                        (round, t, v) -> losses.add(v));
        double[] scores = scores(model, validation);
        double squares = 0;
        for (int i = 0; i < scores.length; i++) {
            squares += Math.pow(scores[i] - validation.labels()[i], 2);
        }
        double error = Math.sqrt(squares / scores.length);
        assertThat(error).isLessThan(0.4).isCloseTo(losses.get(model.bestRound()), within(1e-6));
    }

    @Test
    void aRandomForestAveragesItsTrees() {
        LearnedModel model = Learners.byName("random-forest").train(TRAINING, binary(50, 1), Map.of());
        assertThat(text(model)).contains("average_output").contains("Tree=49");
        assertThat(model.bestRound()).isEqualTo(49);
        assertThat(logLoss(model, VALIDATION, 1)).isLessThan(0.62);
    }

    @Test
    void aRowOfWeightTwoCountsAsTwo() {
        float[] weights = new float[TRAINING.rows()];
        int[] twice = new int[TRAINING.rows() * 3 / 2];
        for (int row = 0; row < weights.length; row++) {
            weights[row] = row % 2 == 0 ? 2 : 1;
        }
        int next = 0;
        for (int row = 0; row < weights.length; row++) {
            for (int i = 0; i < weights[row]; i++) {
                twice[next++] = row;
            }
        }
        assertThat(next).isEqualTo(twice.length);
        List<Double> weighted = new ArrayList<>();
        List<Double> repeated = new ArrayList<>();
        Map<String, String> parameters =
                Map.of("min_data_in_leaf", "1", "min_sum_hessian_in_leaf", "5", "min_data_in_bin", "1");
        LIGHTGBM.train(
                TRAINING.withWeights(weights), VALIDATION, binary(5, 5), parameters, (r, t, v) -> weighted.add(t));
        LIGHTGBM.train(TRAINING.take(twice), VALIDATION, binary(5, 5), parameters, (r, t, v) -> repeated.add(t));
        for (int round = 0; round < weighted.size(); round++) {
            assertThat(weighted.get(round)).isCloseTo(repeated.get(round), within(0.01));
        }
        List<Double> alike = new ArrayList<>();
        LIGHTGBM.train(TRAINING, VALIDATION, binary(5, 5), parameters, (r, t, v) -> alike.add(t));
        assertThat(alike).isNotEqualTo(weighted);
    }

    @Test
    void equalArgumentsGiveEqualBytesAndAnotherSeedOthers() {
        Map<String, String> parameters = Map.of("bagging_fraction", "0.5", "bagging_freq", "1");
        byte[] model = LIGHTGBM.train(TRAINING, seed(1), parameters).file().bytes();
        assertThat(LIGHTGBM.train(TRAINING, seed(1), parameters).file().bytes()).isEqualTo(model);
        assertThat(LIGHTGBM.train(TRAINING, seed(-2), parameters).file().bytes())
                .isNotEqualTo(model);
    }

    @Test
    void whereNothingIsLeftToLearnTheTrainingEnds() {
        TrainingSet constant = new TrainingSet(List.of("x"), new float[40], labels(40));
        LearnedModel model = LIGHTGBM.train(constant, binary(100, 5), Map.of());
        assertThat(model.rounds()).isEqualTo(1);
        assertThat(model.bestRound()).isZero();
    }

    @Test
    void namesThatLightgbmCannotWriteAreKept() throws LGBMException {
        List<String> names = List.of("city=New York", "city=New_York", "city New York", "größe, m²", "a+b", "100%");
        TrainingSet named = new TrainingSet(names, TRAINING.values(), TRAINING.labels());
        LearnedModel model = LIGHTGBM.train(named, binary(5, 5), Map.of());
        assertThat(ModelRuntimes.load(model.file()).features()).isEqualTo(names);
        assertThat(scores(model, named)).isEqualTo(scores(LIGHTGBM.train(TRAINING, binary(5, 5), Map.of()), TRAINING));
        try (LGBMBooster booster = LGBMBooster.loadModelFromString(text(model))) {
            assertThat(booster.getFeatureNames())
                    .containsExactly("city_New_York", "city_New_York_", "city_New_York__", "größe__m²", "a+b", "100%");
        }
    }

    @Test
    void moreFeaturesThanRowsAreLearnedFrom() {
        TrainingSet wide = Examples.classes(1, 40, 100, 0);
        assertThat(LIGHTGBM.train(wide, binary(5, 5), Map.of("min_data_in_leaf", "2"))
                        .rounds())
                .isEqualTo(5);
    }

    @Test
    void anUnknownParameterIsNamedWithTheNearest() {
        assertRefused(Map.of("num_leafs", "6"), "LightGBM has no parameter 'num_leafs'; the nearest is 'num_leaves'");
        assertRefused(
                Map.of("n_estimators", "100"),
                "the parameter 'n_estimators' (100) is the training's number of rounds: leave it out of LightGBM's parameters");
        assertRefused(
                Map.of("max_depth", "3 objective=poisson"),
                "the parameter 'max_depth' is '3 objective=poisson', but LightGBM takes one word, a list without blanks");
    }

    @Test
    void aValueThatLightgbmRefusesIsNamedInItsOwnWords() {
        assertThatThrownBy(() -> LIGHTGBM.train(TRAINING, binary(5, 5), Map.of("num_leaves", "many")))
                .isInstanceOf(TrainingException.class)
                .hasMessageStartingWith("LightGBM says: ")
                .hasMessageContaining("num_leaves");
        assertThatThrownBy(() -> LIGHTGBM.train(TRAINING, binary(5, 5), Map.of("bagging_fraction", "2")))
                .hasMessageStartingWith("LightGBM says: ")
                .hasMessageContaining("bagging_fraction");
    }

    @Test
    void whatAListenerThrowsEndsTheTraining() {
        IllegalStateException stop = new IllegalStateException("the run was ended");
        assertThatThrownBy(() -> LIGHTGBM.train(TRAINING, VALIDATION, binary(5, 5), Map.of(), (round, t, v) -> {
                    throw stop;
                }))
                .isSameAs(stop);
    }

    private static void assertRefused(Map<String, String> parameters, String message) {
        assertThatThrownBy(() -> LIGHTGBM.train(TRAINING, VALIDATION, binary(5, 5), parameters, NOBODY))
                .isInstanceOf(TrainingException.class)
                .hasMessage(message);
    }

    private static float[] labels(int rows) {
        float[] labels = new float[rows];
        Arrays.fill(labels, rows / 2, rows, 1);
        return labels;
    }

    private static TrainingOptions binary(int rounds, int patience) {
        return new TrainingOptions(Task.BINARY_CLASSIFICATION, rounds, patience, 1);
    }

    private static TrainingOptions seed(long seed) {
        return new TrainingOptions(Task.BINARY_CLASSIFICATION, 20, 20, seed);
    }

    private static String text(LearnedModel model) {
        return new String(model.file().bytes(), StandardCharsets.UTF_8);
    }

    /// The stored file as a server scores it, without LightGBM.
    private static double[] scores(LearnedModel model, TrainingSet set) {
        return ModelRuntimes.load(model.file()).scores(set.columns());
    }

    private static double logLoss(LearnedModel model, TrainingSet set, int outputs) {
        double[] scores = scores(model, set);
        double sum = 0;
        for (int row = 0; row < set.rows(); row++) {
            int label = (int) set.labels()[row];
            double chance = outputs == 1 ? (label == 1 ? scores[row] : 1 - scores[row]) : scores[row * outputs + label];
            sum -= Math.log(chance);
        }
        return sum / set.rows();
    }
}
