package io.steelyard.learner.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.steelyard.data.Batch;
import io.steelyard.data.Column;
import io.steelyard.data.ColumnType;
import io.steelyard.data.DoubleColumn;
import io.steelyard.data.Field;
import io.steelyard.data.Schema;
import io.steelyard.models.ModelException;
import io.steelyard.models.ModelFile;
import io.steelyard.models.ModelRuntimes;
import io.steelyard.models.Task;
import io.steelyard.training.LearnedModel;
import io.steelyard.training.Learner;
import io.steelyard.training.Learner.TrainingOptions;
import io.steelyard.training.Learners;
import io.steelyard.training.TrainingException;
import io.steelyard.training.TrainingSet;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MlpLearnerTest {
    private static final Learner MLP = Learners.byName("mlp");
    private static final Map<String, String> SMALL =
            Map.of("hidden_sizes", "16", "learning_rate", "0.02", "batch_size", "64");

    @Test
    void aRingIsToldFromItsMiddleAndTheBestEpochIsKept() {
        List<Double> losses = new ArrayList<>();
        TrainingSet validation = rings(2, 300, 2);
        LearnedModel model = MLP.train(
                rings(1, 600, 2),
                validation,
                new TrainingOptions(Task.BINARY_CLASSIFICATION, 60, 8, 1),
                SMALL,
                (epoch, t, v) -> losses.add(v));
        assertThat(model.rounds()).isEqualTo(losses.size());
        double best = losses.stream().mapToDouble(v -> v).min().orElseThrow();
        assertThat(losses.get(model.bestRound())).isEqualTo(best).isLessThan(0.2);
        assertThat(logLoss(scores(model, validation), validation, 1)).isCloseTo(best, within(1e-5));
    }

    @Test
    void severalClassesAreLearned() {
        List<Double> losses = new ArrayList<>();
        TrainingSet validation = rings(4, 300, 3);
        LearnedModel model = MLP.train(
                rings(3, 900, 3), validation, TrainingOptions.multiclass(3, 60, 8, 1), SMALL, (e, t, v) -> losses.add(v));
        double best = losses.get(model.bestRound());
        assertThat(best).isLessThan(0.35);
        double[] scores = scores(model, validation);
        assertThat(scores).hasSize(900);
        assertThat(logLoss(scores, validation, 3)).isCloseTo(best, within(1e-5));
    }

    @Test
    void aRegressionOfLargeValuesIsLearned() {
        TrainingSet training = plane(5, 500);
        List<Double> losses = new ArrayList<>();
        LearnedModel model = MLP.train(
                training, plane(6, 200), new TrainingOptions(Task.REGRESSION, 50, 10, 1), SMALL, (e, t, v) -> losses.add(v));
        assertThat(losses.get(model.bestRound())).isLessThan(150);
        double[] scores = scores(model, plane(6, 200));
        double squares = 0;
        for (int row = 0; row < scores.length; row++) {
            squares += Math.pow(scores[row] - plane(6, 200).labels()[row], 2);
        }
        assertThat(Math.sqrt(squares / scores.length)).isCloseTo(losses.get(model.bestRound()), within(0.01));
    }

    @Test
    void equalArgumentsGiveEqualBytesAndAnotherSeedOthers() {
        TrainingSet rows = rings(1, 300, 2);
        byte[] model = MLP.train(rows, seed(1), SMALL).file().bytes();
        assertThat(MLP.train(rows, seed(1), SMALL).file().bytes()).isEqualTo(model);
        assertThat(MLP.train(rows, seed(2), SMALL).file().bytes()).isNotEqualTo(model);
    }

    @Test
    void rowsOfNoWeightAreNotLearnedFrom() {
        TrainingSet rows = rings(1, 300, 2);
        float[] wrong = rows.labels().clone();
        float[] weights = new float[300];
        for (int row = 0; row < 300; row++) {
            weights[row] = row % 3 == 0 ? 0 : 1;
            wrong[row] = row % 3 == 0 ? 1 - wrong[row] : wrong[row];
        }
        LearnedModel right = MLP.train(rows.withWeights(weights), seed(1), SMALL);
        LearnedModel misled = MLP.train(
                new TrainingSet(rows.features(), rows.values(), "ring", wrong, weights), seed(1), SMALL);
        assertThat(misled.file().bytes()).isEqualTo(right.file().bytes());
    }

    @Test
    void whatItCannotTakeIsNamed() {
        TrainingSet rows = rings(1, 100, 2);
        assertThatThrownBy(() -> MLP.train(rows, seed(1), Map.of("hiden_sizes", "3")))
                .isInstanceOf(TrainingException.class)
                .hasMessage("mlp has no parameter 'hiden_sizes'; the nearest is 'hidden_sizes'");
        assertThatThrownBy(() -> MLP.train(rows, seed(1), Map.of("hidden_sizes", "16,0.5")))
                .hasMessage("the parameter 'hidden_sizes' is '0.5', but must be a whole number from 1");
        rows.values()[3] = Float.NaN;
        assertThatThrownBy(() -> MLP.train(rows, seed(1), SMALL))
                .hasMessageStartingWith("the feature 'y' is missing (NaN) in row 1 of the training set");
    }

    @Test
    void aDamagedFileIsNamed() {
        assertThatThrownBy(() -> ModelRuntimes.load(
                        new ModelFile("mlp", "model.json", "{\"layers\": 3}".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(ModelException.class)
                .hasMessage("model.json: the network is damaged: it has no list 'layers'");
    }

    private static TrainingOptions seed(long seed) {
        return new TrainingOptions(Task.BINARY_CLASSIFICATION, 3, 1, seed);
    }

    /// Points about the middle, whose class is how far out they are.
    private static TrainingSet rings(long seed, int rows, int classes) {
        Random random = new Random(seed);
        float[] values = new float[rows * 2];
        float[] labels = new float[rows];
        for (int row = 0; row < rows; row++) {
            double angle = random.nextDouble() * 2 * Math.PI;
            labels[row] = row % classes;
            double radius = labels[row] + 0.7 * random.nextDouble();
            values[2 * row] = (float) (1000 + 100 * radius * Math.cos(angle));
            values[2 * row + 1] = (float) (radius * Math.sin(angle));
        }
        return new TrainingSet(List.of("x", "y"), values, "ring", labels);
    }

    private static TrainingSet plane(long seed, int rows) {
        Random random = new Random(seed);
        float[] values = new float[rows * 2];
        float[] labels = new float[rows];
        for (int row = 0; row < rows; row++) {
            values[2 * row] = (float) random.nextGaussian();
            values[2 * row + 1] = (float) random.nextGaussian();
            labels[row] = 10_000 + 1000 * values[2 * row] - 500 * values[2 * row + 1];
        }
        return new TrainingSet(List.of("x", "y"), values, "height", labels);
    }

    private static double[] scores(LearnedModel model, TrainingSet set) {
        int width = set.features().size();
        double[][] columns = new double[width][set.rows()];
        for (int i = 0; i < set.values().length; i++) {
            columns[i % width][i / width] = set.values()[i];
        }
        return ModelRuntimes.load(model.file())
                .scores(new Batch(
                        new Schema(set.features().stream()
                                .map(name -> new Field(name, ColumnType.DOUBLE))
                                .toList()),
                        Arrays.stream(columns).<Column>map(DoubleColumn::new).toList()));
    }

    private static double logLoss(double[] scores, TrainingSet set, int outputs) {
        double sum = 0;
        for (int row = 0; row < set.rows(); row++) {
            int label = (int) set.labels()[row];
            double chance =
                    outputs == 1 ? (label == 1 ? scores[row] : 1 - scores[row]) : scores[row * outputs + label];
            sum -= Math.log(chance);
        }
        return sum / set.rows();
    }
}
