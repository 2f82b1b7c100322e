package io.steelyard.pipeline;

import io.steelyard.data.Batch;
import io.steelyard.data.FloatMatrixBuilder;
import io.steelyard.stats.RandomStreams;
import io.steelyard.tracking.Metric;
import io.steelyard.tracking.RunLog;
import io.steelyard.training.LearnedModel;
import io.steelyard.training.Learner;
import io.steelyard.training.Learner.TrainingOptions;
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

    Trained run(FitTransforms.Fitted fitted, DoubleConsumer progress) {
        Target target = Target.of(spec, fitted.train());
        TrainingSet learned = learned(fitted, target);
        TrainingSet watched = trainingSet(fitted.transforms(), target, fitted.validation());
        ModelSpec model = spec.model();
        Learner learner = Learners.byName(model.learner());
        // before the learner has them: it may keep or change what it is given
        String digest = TrainingDigest.of(List.of(learned, watched));
        List<Metric> pending = new ArrayList<>();
        LearnedModel trained = learner.train(
                learned, watched, options(target), model.parameters(), (round, trainingLoss, validationLoss) -> {
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

    private TrainingSet learned(FitTransforms.Fitted fitted, Target target) {
        Batch encoded = fitted.encoded();
        if (encoded == null) {
            return trainingSet(fitted.transforms(), target, fitted.train());
        }
        List<String> columns = encoded.schema().names();
        FloatMatrixBuilder matrix = new FloatMatrixBuilder(columns, encoded.rows());
        matrix.add(encoded);
        return trainingSet(matrix, columns, target, fitted.train());
    }

    private TrainingSet trainingSet(FittedPipeline transforms, Target target, Batch rows) {
        Batch chosen = rows.select(spec.model().features());
        List<String> columns = transforms.transform(chosen.slice(0, 0)).schema().names();
        // A slice at a time, so that only the raw rows and the matrix are held whole.
        FloatMatrixBuilder matrix = new FloatMatrixBuilder(columns, rows.rows());
        for (int from = 0; from < rows.rows(); from += ROWS_A_SLICE) {
            int to = Math.min(rows.rows(), from + ROWS_A_SLICE);
            matrix.add(transforms.transform(chosen.slice(from, to)));
        }
        return trainingSet(matrix, columns, target, rows);
    }

    private TrainingSet trainingSet(FloatMatrixBuilder matrix, List<String> columns, Target target, Batch rows) {
        String weights = spec.model().weights();
        TrainingSet set =
                new TrainingSet(columns, matrix.build().values(), target.column(), floats(target.labels(rows)));
        return weights == null ? set : set.withWeights(floats(rows.doubles(weights)));
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    private TrainingOptions options(Target target) {
        ModelSpec model = spec.model();
        int classes = target.classes().size();
        long seed = RandomStreams.of(spec.seed()).seed("learner");
        return new TrainingOptions(model.task(), classes, model.rounds(), model.patience(), 0, seed);
    }
}
