package io.steelyard.pipeline;

import io.steelyard.data.Batch;
import io.steelyard.evaluation.BinaryEvaluation;
import io.steelyard.evaluation.BinaryRows;
import io.steelyard.evaluation.CalibrationCurve;
import io.steelyard.evaluation.GroupedEvaluation;
import io.steelyard.evaluation.RocAucScore;
import io.steelyard.models.Predictor;
import java.util.LinkedHashMap;
import java.util.Map;

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
    /// @param calibration how often what was predicted comes true
    record Weighed(
            Map<String, Double> metrics,
            Map<String, Map<String, Map<String, Double>>> groups,
            CalibrationCurve calibration) {}

    Weighed run(Predictor predictor, Batch test) {
        if (test.rows() == 0) {
            SplitSpec.Period period = spec.split().test();
            throw new PipelineException(
                    "there is nothing to weigh the model on: no labelled row lies in the period from " + period.from()
                            + " to " + period.to());
        }
        BinaryEvaluation evaluation = new BinaryEvaluation(spec.evaluation().threshold());
        BinaryRows rows = new BinaryRows(test.doubles(spec.features().target()), predictor.score(test));
        Map<String, Map<String, Map<String, Double>>> groups = new LinkedHashMap<>();
        for (String column : spec.evaluation().groups()) {
            Map<String, Map<String, Double>> values = new LinkedHashMap<>();
            GroupedEvaluation.of(
                            test.strings(column).values(),
                            rows,
                            new GroupedEvaluation.Options<>(evaluation, new RocAucScore(), LEAST_GROUP_ROWS))
                    .groups()
                    .forEach(group -> values.put(String.valueOf(group.value()), group.metrics()));
            groups.put(column, values);
        }
        return new Weighed(evaluation.of(rows), groups, CalibrationCurve.of(rows, CALIBRATION_BINS));
    }
}
