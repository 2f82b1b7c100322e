package io.steelyard.pipeline;

import io.steelyard.data.Batch;
import io.steelyard.data.ContentDigest;
import io.steelyard.models.ModelFolder;
import io.steelyard.models.ModelOrigin;
import io.steelyard.models.NewModel;
import io.steelyard.models.Predictor;
import io.steelyard.models.Signature;
import io.steelyard.training.LearnedModel;
import io.steelyard.transforms.FittedPipeline;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;

/// The step `package`: writes the model folder and opens it as a server does.
///
/// @param spec the pipeline
/// @param runId the run that made the model
/// @param folder where the model folder goes; it is made
record PackageModel(PipelineSpec spec, String runId, Path folder) {
    /// Where the model folder stands among the run's artifacts.
    static final String ARTIFACT_PATH = "model";

    private static final int EXAMPLE_ROWS = 5;

    /// What the step brings.
    ///
    /// @param folder the model folder
    /// @param predictor the model as it will be served
    /// @param digest the SHA-256 of the learner's file
    record Packaged(Path folder, Predictor predictor, String digest) {}

    Packaged run(FittedPipeline transforms, LearnedModel learned, Batch train) {
        Batch inputs = train.select(spec.model().features());
        Batch example = inputs.take(
                IntStream.range(0, Math.min(EXAMPLE_ROWS, inputs.rows())).toArray());
        ModelFolder written = ModelFolder.write(
                folder,
                new NewModel(
                        new Signature(inputs.schema(), ModelSpec.TASK),
                        transforms,
                        learned.file(),
                        example,
                        new ModelOrigin(
                                runId,
                                ARTIFACT_PATH,
                                UUID.randomUUID().toString().replace("-", ""),
                                Instant.now())));
        return new Packaged(
                folder,
                written.predictor(),
                ContentDigest.of(folder.resolve(learned.file().name())));
    }
}
