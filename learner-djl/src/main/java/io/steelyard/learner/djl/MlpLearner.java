package io.steelyard.learner.djl;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import io.steelyard.models.ModelFile;
import io.steelyard.models.Task;
import io.steelyard.training.EarlyStopping;
import io.steelyard.training.EpochLoop;
import io.steelyard.training.LearnedModel;
import io.steelyard.training.Learner;
import io.steelyard.training.RoundListener;
import io.steelyard.training.TrainingException;
import io.steelyard.training.TrainingSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// A multi-layer perceptron, trained by PyTorch with Adam; a round is an epoch. The losses are the log loss for classes and the
/// root mean squared error for values, by the rows' weights. Inputs, and a regression's labels, are standardised inside; the
/// file is [MlpModel]'s own and needs neither DJL nor PyTorch to be scored.
///
/// Parameters: `hidden_sizes` (`64,32`), `learning_rate` (0.001), `batch_size` (256), `weight_decay` (0).
///
/// One training runs at a time in a process, others wait: DJL collects gradients for one network. Bytes are equal for equal
/// arguments on one machine; PyTorch chooses its arithmetic by the processor. Nothing is fetched from the network: PyTorch
/// comes from the class path (`ai.djl.pytorch:pytorch-native-cpu` with the platform's classifier).
public final class MlpLearner implements Learner {
    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();
    private static final String OFFLINE = "ai.djl.offline";

    /// A learner; [java.util.ServiceLoader] calls this.
    public MlpLearner() {}

    @Override
    public String name() {
        return "mlp";
    }

    @Override
    public LearnedModel train(
            TrainingSet training,
            @Nullable TrainingSet validation,
            TrainingOptions options,
            Map<String, String> parameters,
            RoundListener listener) {
        MlpParameters chosen = MlpParameters.of(parameters);
        Standard.complete("training", training);
        if (validation != null) {
            Standard.complete("validation", validation);
        }
        ONE_AT_A_TIME.lock();
        try {
            return learn(training, validation, options, chosen, listener);
        } catch (EngineException | LinkageError e) {
            throw new TrainingException(
                    "PyTorch cannot be loaded: put ai.djl.pytorch:pytorch-native-cpu with the classifier of this platform, for"
                            + " example linux-x86_64, and pytorch-jni of the same release on the class path: " + e,
                    e);
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }

    private static LearnedModel learn(
            TrainingSet training,
            @Nullable TrainingSet validation,
            TrainingOptions options,
            MlpParameters parameters,
            RoundListener listener) {
        Standard features = Standard.ofFeatures(training);
        Standard labels =
                switch (options.task()) {
                    case BINARY_CLASSIFICATION, MULTICLASS_CLASSIFICATION -> Standard.ofClasses();
                    case REGRESSION -> Standard.ofLabels(training);
                };
        float scale = labels.scales()[0];
        boolean squared = options.task() == Task.REGRESSION;
        int outputs = options.task() == Task.MULTICLASS_CLASSIFICATION ? options.classes() : 1;
        Random random = new Random(options.seed());
        EarlyStopping stopping = validation == null
                ? null
                : new EarlyStopping(options.patience(), options.minDelta(), EarlyStopping.Mode.MIN);
        try (Network network = new Network(
                engine(), options.task(), training.features().size(), outputs, parameters, random)) {
            EpochLoop.Best<List<MlpModel.Layer>> best = new EpochLoop(options.rounds(), stopping, listener)
                    .run(new MlpEpochs(
                            network,
                            rows(training, features, labels),
                            validation == null ? null : rows(validation, features, labels),
                            parameters.batchSize(),
                            mean -> squared ? Math.sqrt(mean) * scale : mean,
                            random));
            MlpModel model = new MlpModel(
                    options.task(),
                    training.features(),
                    features.means(),
                    features.scales(),
                    best.state(),
                    labels.means()[0],
                    scale);
            return new LearnedModel(file(model), best.epoch(), best.epochs());
        }
    }

    private static ModelFile file(MlpModel model) {
        for (MlpModel.Layer layer : model.layers()) {
            for (float bias : layer.biases()) {
                if (!Float.isFinite(bias)) {
                    throw new TrainingException(
                            "the network's numbers grow without end: choose a smaller 'learning_rate'");
                }
            }
        }
        return MlpFile.write(model);
    }

    private static Engine engine() {
        if (System.getProperty(OFFLINE) == null) {
            System.setProperty(OFFLINE, "true");
        }
        return Engine.getEngine("PyTorch");
    }

    private static Rows rows(TrainingSet set, Standard features, Standard labels) {
        float[] weights = new float[set.rows()];
        for (int row = 0; row < weights.length; row++) {
            weights[row] = set.weight(row);
        }
        return new Rows(features.applied(set.values()), labels.applied(set.labels()), weights);
    }
}
