package io.steelyard.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.steelyard.data.Batch;
import io.steelyard.data.ColumnType;
import io.steelyard.data.DoubleColumn;
import io.steelyard.data.Field;
import io.steelyard.data.Schema;
import io.steelyard.evaluation.BinaryEvaluation;
import io.steelyard.evaluation.BinaryRows;
import io.steelyard.evaluation.Bootstrap;
import io.steelyard.evaluation.CalibrationCurve;
import io.steelyard.evaluation.ConfidenceInterval;
import io.steelyard.evaluation.ConfusionMatrix;
import io.steelyard.evaluation.DeLongTest;
import io.steelyard.evaluation.Direction;
import io.steelyard.evaluation.GroupedEvaluation;
import io.steelyard.evaluation.Metrics;
import io.steelyard.evaluation.MulticlassEvaluation;
import io.steelyard.evaluation.MulticlassRows;
import io.steelyard.evaluation.PairedComparison;
import io.steelyard.evaluation.PairedTTest;
import io.steelyard.evaluation.PinballLoss;
import io.steelyard.evaluation.PrecisionRecallCurve;
import io.steelyard.evaluation.RegressionEvaluation;
import io.steelyard.evaluation.RegressionRows;
import io.steelyard.evaluation.RocAucScore;
import io.steelyard.evaluation.RocCurve;
import io.steelyard.models.Task;
import io.steelyard.training.Learner.TrainingOptions;
import io.steelyard.transforms.FeaturePipeline;
import io.steelyard.transforms.StandardScaling;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The code of docs/evaluation.md.
class EvaluationGuideTest {
    private final Random random = new Random(4);
    private final double[] labels =
            IntStream.range(0, 200).mapToDouble(row -> row % 2).toArray();
    private final double[] scores = Arrays.stream(labels)
            .map(label -> (label + 2 * random.nextDouble()) / 3)
            .toArray();
    private final double[] otherScores = random.doubles(200).toArray();

    @Test
    void metrics() {
        Map<String, Double> values = BinaryEvaluation.of(labels, scores, 0.5);
        double area = new RocAucScore().of(labels, scores);
        assertThat(values).containsEntry("roc_auc", area);

        Direction direction = Metrics.direction("log_loss").orElseThrow();
        assertThat(direction).isEqualTo(Direction.SMALLER_IS_BETTER);
    }

    @Test
    void weightsClassesValues() {
        double[] weights = otherScores;
        Map<String, Double> weighted = new BinaryEvaluation(0.5).of(new BinaryRows(labels, scores, weights));

        MulticlassRows rows = new MulticlassRows(
                List.of("early", "on time", "late"), new int[] {0, 2}, new double[] {0.7, 0.2, 0.1, 0.3, 0.6, 0.1});
        Map<String, Double> ofClasses = new MulticlassEvaluation(rows.classes()).of(rows);
        System.out.println(ConfusionMatrix.of(rows));

        double[] minutes = {3, 5.5};
        double[] predicted = {2, 7};
        Map<String, Double> ofValues = new RegressionEvaluation().of(new RegressionRows(minutes, predicted));
        double ofQuantile = new PinballLoss(0.9).of(minutes, predicted);

        assertThat(weighted).containsKey("mcc");
        assertThat(ofClasses).containsEntry("accuracy", 0.5);
        assertThat(ofValues).containsEntry("mae", 1.25);
        assertThat(ofQuantile).isPositive();
    }

    @Test
    void curvesAndGroups() {
        BinaryRows rows = new BinaryRows(labels, scores);
        RocCurve roc = RocCurve.of(rows);
        PrecisionRecallCurve precisionRecall = PrecisionRecallCurve.of(rows);
        CalibrationCurve calibration = CalibrationCurve.of(rows, 10);

        String[] carriers = IntStream.range(0, 200)
                .mapToObj(row -> row % 3 == 0 ? "AA" : "DL")
                .toArray(String[]::new);
        GroupedEvaluation byCarrier = GroupedEvaluation.of(
                carriers, rows, new GroupedEvaluation.Options<>(new BinaryEvaluation(0.5), new RocAucScore(), 50));
        GroupedEvaluation.Group worst = byCarrier.groups().getFirst();

        assertThat(roc.points()).hasSizeGreaterThan(3);
        assertThat(precisionRecall.points()).hasSizeGreaterThan(3);
        assertThat(calibration.bins()).hasSizeBetween(2, 10);
        assertThat(worst.metrics()).containsKey("roc_auc");
    }

    @Test
    void intervalsAndComparisons() {
        ConfidenceInterval interval = new Bootstrap(1_000, 0.95, Bootstrap.Method.BCA, 42)
                .of(new RocAucScore(), new BinaryRows(labels, scores));
        assertThat(interval.lower()).isLessThan(interval.upper());

        PairedComparison ofAreas = DeLongTest.of(labels, scores, otherScores);
        boolean differs = ofAreas.significantAt(0.05);
        assertThat(differs).isTrue();

        double[] firstFolds = {0.71, 0.74, 0.72, 0.70, 0.73};
        double[] secondFolds = {0.70, 0.72, 0.72, 0.69, 0.71};
        PairedComparison ofFolds = PairedTTest.correctedFor(800, 200).of(firstFolds, secondFolds);
        assertThat(ofFolds.pValue()).isBetween(0.0, 0.1);
    }

    @Test
    void splits() {
        Fold split = TrainTestSplit.testShare(0.2, 42).stratified(labels);
        List<Fold> folds = StratifiedKFold.shuffled(5, 42).split(labels);
        List<Fold> inTime = new TimeSeriesSplit(5).split(200);
        long[] aircraft = IntStream.range(0, 200).mapToLong(row -> row / 7).toArray();
        List<Fold> byAircraft = GroupKFold.of(5, RowOrder.asGiven(), aircraft).split();

        assertThat(split.testRows()).hasSize(40);
        assertThat(folds).hasSameSizeAs(inTime).hasSameSizeAs(byAircraft);
    }

    @Test
    void crossValidation() {
        CrossValidated result = new CrossValidation<>(StratifiedKFold.shuffled(5, 42), new BinaryEvaluation(0.5))
                .run(labels, fold -> predictions(fold.trainingRows(), fold.testRows()));
        double mean = result.score("roc_auc").mean();
        double deviation = result.score("roc_auc").deviation();
        double ofFirstRow = result.predictions().predictions()[0];

        assertThat(mean).isGreaterThan(0.5);
        assertThat(deviation).isNotNegative();
        assertThat(ofFirstRow).isEqualTo(scores[0]);
    }

    @Test
    void aLearnerByName() {
        Batch rows =
                new Batch(Schema.of(new Field("shift", ColumnType.DOUBLE)), List.of(new DoubleColumn(otherScores)));
        String learner = "mean";
        LearnerCall call = new LearnerCall(
                learner,
                new TrainingOptions(Task.REGRESSION, 300, 20, 42),
                Map.of(),
                TrainTestSplit.testShare(0.1, 42));
        CrossValidated result = new CrossValidation<>(KFold.shuffled(5, 42), new RegressionEvaluation())
                .run(scores, new LearnerFolds(rows, scores, FeaturePipeline.of(new StandardScaling("shift")), call));

        assertThat(result.score("rmse").values()).hasSize(5);
    }

    private double[] predictions(int[] trainingRows, int[] testRows) {
        assertThat(trainingRows).doesNotContain(testRows);
        return Arrays.stream(testRows).mapToDouble(row -> scores[row]).toArray();
    }
}
