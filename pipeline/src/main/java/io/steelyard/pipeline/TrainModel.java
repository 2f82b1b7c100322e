package io.steelyard.pipeline;

import io.steelyard.data.Batch;
import io.steelyard.data.DataException;
import io.steelyard.data.FloatMatrixBuilder;
import io.steelyard.stats.RandomStreams;
import io.steelyard.tracking.Metric;
import io.steelyard.tracking.RunLog;
import io.steelyard.training.LearnedModel;
import io.steelyard.training.Learner;
import io.steelyard.training.Learners;
import io.steelyard.training.TrainingSet;
import io.steelyard.transforms.FittedPipeline;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;

/// The step `train`: learns from the training rows and writes down the loss of every round.
///
/// @param spec the pipeline
/// @param log where the losses go
record TrainModel(PipelineSpec spec, RunLog log) {
    private static final int ROWS_A_SLICE = 65_536;
    private static final int ROUNDS_A_WRITE = 100;

    /// What the step brings.
    ///
    /// @param model the model
    /// @param features the learner's columns, after the transforms
    /// @param digest the SHA-256 of what it learned from and watched
    record Trained(LearnedModel model, List<String> features, String digest) {}

    Trained run(FittedPipeline transforms, Batch training, Batch validation, DoubleConsumer progress) {
        TrainingSet learned = trainingSet(transforms, training);
        TrainingSet watched = trainingSet(transforms, validation);
        ModelSpec model = spec.model();
        Learner learner = Learners.byName(model.learner());
        // before the learner has them: it may keep or change what it is given
        String digest = TrainingDigest.of(List.of(learned, watched));
        List<Metric> pending = new ArrayList<>();
        LearnedModel trained = learner.train(
                learned,
                watched,
                new Learner.TrainingOptions(
                        ModelSpec.TASK,
                        model.rounds(),
                        model.patience(),
                        RandomStreams.of(spec.seed()).seed("learner")),
                model.parameters(),
                (round, trainingLoss, validationLoss) -> {
                    long now = System.currentTimeMillis();
                    pending.add(new Metric("train_loss", trainingLoss, now, round));
                    pending.add(new Metric("validation_loss", validationLoss, now, round));
                    if (pending.size() >= 2 * ROUNDS_A_WRITE) {
                        log.metrics(List.copyOf(pending));
                        pending.clear();
                    }
                    progress.accept((round + 1.0) / model.rounds());
                });
        log.metrics(pending);
        return new Trained(trained, learned.features(), digest);
    }

    private TrainingSet trainingSet(FittedPipeline transforms, Batch rows) {
        Batch chosen = rows.select(spec.model().features());
        List<String> columns =
                transforms.transform(chosen.slice(0, 0)).schema().names();
        // A slice at a time, so that only the raw rows and the matrix are held whole.
        FloatMatrixBuilder matrix = new FloatMatrixBuilder(columns, rows.rows());
        for (int from = 0; from < rows.rows(); from += ROWS_A_SLICE) {
            int to = Math.min(rows.rows(), from + ROWS_A_SLICE);
            matrix.add(transforms.transform(chosen.slice(from, to)));
        }
        return new TrainingSet(
                columns, matrix.build().values(), spec.features().target(), labels(rows));
    }

    private float[] labels(Batch rows) {
        double[] labels = rows.doubles(spec.features().target());
        float[] classes = new float[labels.length];
        for (int row = 0; row < labels.length; row++) {
            if (labels[row] != 0 && labels[row] != 1) {
                throw new DataException(
                        DataException.Kind.WRONG_TYPE,
                        "the target '" + spec.features().target() + "' must be 0, 1 or null, but a row has "
                                + labels[row]);
            }
            classes[row] = (float) labels[row];
        }
        return classes;
    }
}
