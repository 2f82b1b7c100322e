package io.steelyard.pipeline;

import io.steelyard.data.Batch;
import io.steelyard.evaluation.BinaryEvaluation;
import io.steelyard.evaluation.BinaryRows;
import io.steelyard.evaluation.CalibrationCurve;
import io.steelyard.evaluation.EvaluatedRows;
import io.steelyard.evaluation.Evaluation;
import io.steelyard.evaluation.GroupedEvaluation;
import io.steelyard.evaluation.MulticlassEvaluation;
import io.steelyard.evaluation.MulticlassLogLoss;
import io.steelyard.evaluation.QualityMetric;
import io.steelyard.evaluation.RegressionEvaluation;
import io.steelyard.evaluation.RocAucScore;
import io.steelyard.evaluation.RootMeanSquaredError;
import io.steelyard.models.Predictor;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The step `evaluate`: the metrics of the model on rows that it has not seen, over all of them and by group.
///
/// @param spec the pipeline
record WeighModel(PipelineSpec spec) {
    private static final int LEAST_GROUP_ROWS = 100;
    private static final int CALIBRATION_BINS = 10;

    /// What the step brings.
    ///
    /// @param metrics the metrics by name
    /// @param groups the metrics by column and value of the column, the worst first
    /// @param calibration how often what was predicted comes true; of a binary classification alone
    record Weighed(
            Map<String, Double> metrics,
            Map<String, Map<String, Map<String, Double>>> groups,
            @Nullable CalibrationCurve calibration) {}

    Weighed run(Predictor predictor, Batch train, Batch test) {
        if (test.rows() == 0) {
            SplitSpec.Period period = spec.split().test();
            throw new PipelineException(
                    "there is nothing to weigh the model on: no labelled row lies in the period from " + period.from()
                            + " to " + period.to());
        }
        Target target = Target.of(spec, train);
        double[] labels = target.labels(test);
        double[] scores = predictor.score(test);
        return switch (target.task()) {
            case BINARY_CLASSIFICATION -> {
                BinaryEvaluation evaluation =
                        new BinaryEvaluation(spec.evaluation().threshold());
                BinaryRows rows = new BinaryRows(labels, scores);
                yield weighed(evaluation, new RocAucScore(), rows, test, CalibrationCurve.of(rows, CALIBRATION_BINS));
            }
            case MULTICLASS_CLASSIFICATION -> {
                MulticlassEvaluation evaluation = new MulticlassEvaluation(target.classes());
                yield weighed(evaluation, new MulticlassLogLoss(), evaluation.rows(labels, scores, null), test, null);
            }
            case REGRESSION -> {
                RegressionEvaluation evaluation = new RegressionEvaluation();
                yield weighed(
                        evaluation, new RootMeanSquaredError(), evaluation.rows(labels, scores, null), test, null);
            }
        };
    }

    private <R extends EvaluatedRows<R>> Weighed weighed(
            Evaluation<R> evaluation,
            QualityMetric<R> orderedBy,
            R rows,
            Batch test,
            @Nullable CalibrationCurve calibration) {
        Map<String, Map<String, Map<String, Double>>> groups = new LinkedHashMap<>();
        for (String column : spec.evaluation().groups()) {
            Map<String, Map<String, Double>> values = new LinkedHashMap<>();
            GroupedEvaluation.of(
                            test.strings(column).values(),
                            rows,
                            new GroupedEvaluation.Options<>(evaluation, orderedBy, LEAST_GROUP_ROWS))
                    .groups()
                    .forEach(group -> values.put(String.valueOf(group.value()), group.metrics()));
            groups.put(column, values);
        }
        return new Weighed(evaluation.of(rows), groups, calibration);
    }
}
