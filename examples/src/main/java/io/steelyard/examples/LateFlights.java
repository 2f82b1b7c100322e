package io.steelyard.examples;

import io.steelyard.data.TableEngine;
import io.steelyard.evaluation.BinaryEvaluation;
import io.steelyard.models.ModelRuntimes;
import io.steelyard.models.Task;
import io.steelyard.training.*;
import io.steelyard.training.Learner.TrainingOptions;
import io.steelyard.transforms.FeaturePipeline;
import java.nio.file.Path;
import java.util.Map;

/// Will a flight be late? Trains, cross-validates and evaluates; the argument is the file of flights.
public final class LateFlights {
    public static void main(String[] args) {
        TrainingSet rows;
        try (TableEngine engine = TableEngine.open()) {
            engine.registerParquet("flights", Path.of(args[0]));
            rows = TrainingSet.of(engine.readAll("""
                    SELECT month, hour, distance, dep_delay, CAST(arr_delay > 30 AS BIGINT) AS late
                    FROM flights WHERE arr_delay IS NOT NULL AND day = 1"""), "late");
        }
        TrainingOptions options = new TrainingOptions(Task.BINARY_CLASSIFICATION, 60, 1, 42);
        LearnerCall call = new LearnerCall("lightgbm", options, Map.of("num_leaves", "15"));
        LearnerFolds folds = new LearnerFolds(rows.columns(), rows.targets(), FeaturePipeline.of(), call);
        FoldScores auc = new CrossValidation<>(StratifiedKFold.shuffled(5, 42), new BinaryEvaluation(0.5))
                .run(rows.targets(), folds)
                .score("roc_auc");
        System.out.printf("cross-validated roc_auc %.4f, deviation %.4f%n", auc.mean(), auc.deviation());

        Fold split = TrainTestSplit.testShare(0.25, 42).stratified(rows.targets());
        Learner learner = Learners.byName(call.learner());
        LearnedModel model = learner.train(rows.take(split.trainingRows()), options, call.parameters());
        TrainingSet test = rows.take(split.testRows());
        double[] scores = ModelRuntimes.load(model.file()).scores(test.columns());
        BinaryEvaluation.of(test.targets(), scores, 0.5)
                .forEach((name, value) -> System.out.printf("%s %.4f%n", name, value));
    }
}
