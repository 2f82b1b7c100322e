package io.steelyard.learner.xgboost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steelyard.forest.Forest;
import io.steelyard.forest.XgboostModelFile;
import io.steelyard.models.Task;
import io.steelyard.training.EarlyStopping;
import io.steelyard.training.LearnedModel;
import io.steelyard.training.Learner;
import io.steelyard.training.Learner.TrainingOptions;
import io.steelyard.training.Learners;
import io.steelyard.training.RoundListener;
import io.steelyard.training.TrainingException;
import io.steelyard.training.TrainingSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XgboostLearnerTest {
    private static final Learner XGBOOST = Learners.byName("xgboost");
    private static final RoundListener NOBODY = (round, training, validation) -> {};
    private static final TrainingSet TRAINING = Examples.classes(1, 3000, 6, 0.1);
    private static final TrainingSet VALIDATION = Examples.classes(2, 1000, 6, 0.1);

    @Test
    void itStopsEarlyAndKeepsTheRoundsUpToTheBest() {
        List<double[]> losses = new ArrayList<>();
        LearnedModel model = XGBOOST.train(
                TRAINING, VALIDATION, classes(500, 7), Map.of("eta", "0.3"), (round, training, validation) -> {
                    assertThat(round).isEqualTo(losses.size());
                    losses.add(new double[] {training, validation});
                });
        assertThat(model.rounds()).isEqualTo(losses.size()).isLessThan(500);
        assertThat(model.bestRound()).isEqualTo(model.rounds() - 1 - 7);
        EarlyStopping stopping = new EarlyStopping(7, 0, EarlyStopping.Mode.MIN);
        for (int round = 0; round < losses.size(); round++) {
            assertThat(stopping.stopsAfter(round, losses.get(round)[1])).isEqualTo(round == losses.size() - 1);
        }
        Forest forest = XgboostModelFile.read(model.file().bytes());
        assertThat(forest.trees()).isEqualTo(model.bestRound() + 1);
        assertThat(forest.featureNames()).isEqualTo(TRAINING.features());
        assertThat(logLoss(forest, TRAINING)).isCloseTo(losses.get(model.bestRound())[0], Offset.offset(1e-6));
        assertThat(logLoss(forest, VALIDATION)).isCloseTo(losses.get(model.bestRound())[1], Offset.offset(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"1", "3"})
    void theBytesAreThoseOfATrainingThatEndedAtTheBestRound(String parallel) {
        Map<String, String> parameters =
                Map.of("max_depth", "4", "subsample", "0.8", "colsample_bynode", "0.7", "num_parallel_tree", parallel);
        LearnedModel stopped = XGBOOST.train(TRAINING, VALIDATION, classes(500, 5), parameters, NOBODY);
        assertThat(stopped.bestRound() + 1).isLessThan(stopped.rounds());
        LearnedModel ended =
                XGBOOST.train(TRAINING, VALIDATION, classes(stopped.bestRound() + 1, 500), parameters, NOBODY);
        assertThat(stopped.file().bytes()).isEqualTo(ended.file().bytes());
    }

    @Test
    void aLeastImprovementEndsTheTrainingSooner() {
        LearnedModel any = XGBOOST.train(TRAINING, VALIDATION, classes(300, 5), Map.of("eta", "0.1"), NOBODY);
        LearnedModel large = XGBOOST.train(
                TRAINING,
                VALIDATION,
                new TrainingOptions(Task.BINARY_CLASSIFICATION, 300, 5, 0.01, 1),
                Map.of("eta", "0.1"),
                NOBODY);
        assertThat(large.rounds()).isLessThan(any.rounds());
    }

    @Test
    void equalArgumentsGiveEqualBytesAndAnotherSeedOthers() {
        Map<String, String> parameters = Map.of("subsample", "0.5");
        TrainingOptions first = new TrainingOptions(Task.BINARY_CLASSIFICATION, 20, 20, 1);
        TrainingOptions second = new TrainingOptions(Task.BINARY_CLASSIFICATION, 20, 20, -2);
        byte[] model =
                XGBOOST.train(TRAINING, VALIDATION, first, parameters, NOBODY).file().bytes();
        assertThat(XGBOOST.train(TRAINING, VALIDATION, first, parameters, NOBODY)
                        .file().bytes())
                .isEqualTo(model);
        assertThat(XGBOOST.train(TRAINING, VALIDATION, second, parameters, NOBODY)
                        .file().bytes())
                .isNotEqualTo(model);
    }

    @Test
    void aRegressionIsLearned() {
        TrainingSet training = Examples.values(3, 3000, 3, 0);
        TrainingSet validation = Examples.values(4, 1000, 3, 0);
        List<Double> losses = new ArrayList<>();
        LearnedModel model = XGBOOST.train(
                training,
                validation,
                new TrainingOptions(Task.REGRESSION, 100, 10, 1),
                Map.of(),
                (round, t, v) -> losses.add(v));
        float[] scores = XgboostModelFile.read(model.file().bytes()).scores(validation.values());
        double squares = 0;
        for (int i = 0; i < scores.length; i++) {
            squares += Math.pow(scores[i] - validation.labels()[i], 2);
        }
        double error = Math.sqrt(squares / scores.length);
        assertThat(error).isLessThan(0.3).isCloseTo(losses.get(model.bestRound()), Offset.offset(1e-5));
    }

    @ParameterizedTest
    @CsvSource({"1", "2"})
    void severalClassesAreLearnedAndCutToTheBestRound(String parallel) throws Exception {
        TrainingSet training = Examples.several(3, 2000, 5, 3);
        TrainingSet validation = Examples.several(4, 1000, 5, 3);
        Map<String, String> parameters =
                Map.of("num_parallel_tree", parallel, "subsample", "0.8", "max_depth", "3");
        List<Double> losses = new ArrayList<>();
        LearnedModel stopped = XGBOOST.train(
                training, validation, TrainingOptions.multiclass(3, 200, 3, 1), parameters, (r, t, v) -> losses.add(v));
        assertThat(stopped.bestRound() + 1).isLessThan(stopped.rounds());
        LearnedModel ended =
                XGBOOST.train(training, TrainingOptions.multiclass(3, stopped.bestRound() + 1, 1, 1), parameters);
        assertThat(stopped.file().bytes()).isEqualTo(ended.file().bytes());
        Booster booster = XGBoost.loadModel(stopped.file().bytes());
        DMatrix matrix = new DMatrix(validation.values(), 1000, 5, Float.NaN);
        float[][] chances = booster.predict(matrix);
        booster.dispose();
        matrix.dispose();
        double sum = 0;
        for (int row = 0; row < chances.length; row++) {
            sum -= Math.log(chances[row][(int) validation.labels()[row]]);
        }
        assertThat(sum / chances.length).isCloseTo(losses.get(stopped.bestRound()), Offset.offset(1e-5));
    }

    @Test
    void aWeightOfNothingLeavesARowOut() {
        float[] weights = new float[TRAINING.rows()];
        int[] kept = new int[TRAINING.rows() / 2];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = 2 * i;
            weights[2 * i] = 1;
        }
        Map<String, String> parameters = Map.of("tree_method", "exact", "base_score", "0.5");
        List<Double> weighted = new ArrayList<>();
        List<Double> left = new ArrayList<>();
        XGBOOST.train(
                TRAINING.withWeights(weights), VALIDATION, classes(4, 5), parameters, (r, t, v) -> weighted.add(v));
        XGBOOST.train(TRAINING.take(kept), VALIDATION, classes(4, 5), parameters, (r, t, v) -> left.add(v));
        for (int round = 0; round < left.size(); round++) {
            assertThat(weighted.get(round)).isCloseTo(left.get(round), Offset.offset(1e-2));
        }
    }

    @Test
    void withoutValidationRowsEveryRoundIsKept() {
        LearnedModel model = XGBOOST.train(TRAINING, classes(12, 1), Map.of());
        assertThat(model.rounds()).isEqualTo(12);
        assertThat(model.bestRound()).isEqualTo(11);
        assertThat(XgboostModelFile.read(model.file().bytes()).trees()).isEqualTo(12);
    }

    @Test
    void anUnknownParameterIsNamedWithTheNearest() {
        assertRefused(Map.of("max_deptj", "6"), "XGBoost has no parameter 'max_deptj'; the nearest is 'max_depth'");
        assertRefused(
                Map.of("objective", "count:poisson"),
                "the parameter 'objective' (count:poisson) follows from the task: leave it out of XGBoost's parameters");
    }

    @Test
    void aValueThatXgboostRefusesIsNamedInItsOwnWords() {
        assertRefused(
                Map.of("max_depth", "deep"),
                "XGBoost says: Invalid Parameter format for max_depth expect int but value='deep'");
        assertRefused(
                Map.of("subsample", "2"),
                "XGBoost says: value 2 for Parameter subsample exceed bound [0,1]\nsubsample: Row subsample ratio of training instance.");
    }

    @Test
    void anInfiniteFeatureIsNamed() {
        TrainingSet infinite = Examples.classes(1, 100, 6, 0);
        infinite.values()[6 * 7 + 2] = Float.NEGATIVE_INFINITY;
        assertThatThrownBy(() -> XGBOOST.train(infinite, VALIDATION, classes(5, 5), Map.of(), NOBODY))
                .isInstanceOf(TrainingException.class)
                .hasMessage("the feature 'feature 2' is -Infinity in row 7 of the training set, "
                        + "but learners take finite numbers of a float's size (up to 3.4e38); NaN stands for a missing one");
    }

    @Test
    void whatAListenerThrowsEndsTheTraining() {
        IllegalStateException stop = new IllegalStateException("the run was ended");
        assertThatThrownBy(() -> XGBOOST.train(TRAINING, VALIDATION, classes(5, 5), Map.of(), (round, t, v) -> {
                    throw stop;
                }))
                .isSameAs(stop);
    }

    private static void assertRefused(Map<String, String> parameters, String message) {
        assertThatThrownBy(() -> XGBOOST.train(TRAINING, VALIDATION, classes(5, 5), parameters, NOBODY))
                .isInstanceOf(TrainingException.class)
                .hasMessage(message);
    }

    private static TrainingOptions classes(int rounds, int patience) {
        return new TrainingOptions(Task.BINARY_CLASSIFICATION, rounds, patience, 1);
    }

    private static double logLoss(Forest forest, TrainingSet set) {
        float[] scores = forest.scores(set.values());
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            sum -= Math.log(set.labels()[i] == 1 ? scores[i] : 1.0 - scores[i]);
        }
        return sum / scores.length;
    }
}
