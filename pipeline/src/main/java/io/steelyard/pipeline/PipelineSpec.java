package io.steelyard.pipeline;

import io.steelyard.models.Task;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A pipeline as its YAML file says it, checked. Read one with [PipelineFile#read].
///
/// @param name the experiment's name
/// @param question what the model is to answer, in a sentence; may be missing
/// @param seed all randomness of the run comes from here
/// @param data the tables
/// @param features the rows and what is known about each at its time
/// @param split which rows serve which purpose
/// @param transforms what happens to the columns before the learner; may be empty
/// @param model the learner and its parameters
/// @param evaluation how predictions are weighed
/// @param gates what a model must reach to be promoted; may be empty, and then nothing is promoted
/// @param register where the model is registered
/// @param batch what is scored as a batch; missing where nothing is
/// @param replay what is replayed as live traffic; missing where nothing is
public record PipelineSpec(
        String name,
        @Nullable String question,
        Long seed,
        DataSpec data,
        FeaturesSpec features,
        SplitSpec split,
        List<TransformSpec> transforms,
        ModelSpec model,
        EvaluationSpec evaluation,
        List<GateSpec> gates,
        RegisterSpec register,
        @Nullable BatchSpec batch,
        @Nullable ReplaySpec replay) {
    public PipelineSpec {
        Required.text("name", name);
        Required.present("seed", seed);
        Required.present("data", data);
        Required.present("features", features);
        Required.present("split", split);
        Required.present("model", model);
        Required.present("register", register);
        if (replay != null && model.task() != Task.BINARY_CLASSIFICATION) {
            throw new IllegalArgumentException("'replay' watches answers of yes or no: leave it out for the task "
                    + model.task().spelling());
        }
        transforms = Required.listOrEmpty(transforms);
        gates = Required.listOrEmpty(gates);
        evaluation = Required.orElse(evaluation, EvaluationSpec.DEFAULT);
    }
}
