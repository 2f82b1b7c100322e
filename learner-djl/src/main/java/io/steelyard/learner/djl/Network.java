package io.steelyard.learner.djl;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.training.GradientCollector;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import io.steelyard.models.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A network in PyTorch's memory, until closed. One at a time may learn in a process: DJL collects gradients for one.
final class Network implements AutoCloseable {
    private final Engine engine;
    private final NDManager manager;
    private final Task task;
    private final int inputs;
    private final int outputs;
    private final List<NDArray> weights = new ArrayList<>();
    private final List<NDArray> biases = new ArrayList<>();
    private final Optimizer optimizer;

    /// @param random where the first weights come from
    Network(Engine engine, Task task, int inputs, int outputs, MlpParameters parameters, Random random) {
        this.engine = engine;
        this.manager = engine.newBaseManager();
        this.task = task;
        this.inputs = inputs;
        this.outputs = outputs;
        this.optimizer = Optimizer.adam()
                .optLearningRateTracker(Tracker.fixed(parameters.learningRate()))
                .optWeightDecays(parameters.weightDecay())
                .build();
        int from = inputs;
        for (int hidden : parameters.hiddenSizes()) {
            layer(from, hidden, random);
            from = hidden;
        }
        layer(from, outputs, random);
    }

    private void layer(int from, int to, Random random) {
        float[] start = new float[from * to];
        double deviation = Math.sqrt(2.0 / from);
        for (int i = 0; i < start.length; i++) {
            start[i] = (float) (deviation * random.nextGaussian());
        }
        weights.add(learned(manager.create(start, new Shape(from, to))));
        biases.add(learned(manager.zeros(new Shape(to), DataType.FLOAT32)));
    }

    private static NDArray learned(NDArray array) {
        array.setRequiresGradient(true);
        return array;
    }

    /// Learns from some rows.
    ///
    /// @return the sum of the rows' weighted losses
    double learn(Rows rows) {
        try (NDManager piece = manager.newSubManager();
                GradientCollector gradients = engine.newGradientCollector()) {
            NDArray losses = losses(piece, rows);
            gradients.backward(losses.div(rows.weight()));
            double sum = losses.getFloat();
            for (int layer = 0; layer < weights.size(); layer++) {
                update("weights " + layer, weights.get(layer));
                update("biases " + layer, biases.get(layer));
            }
            return sum;
        }
    }

    private void update(String name, NDArray array) {
        try (NDArray gradient = array.getGradient()) {
            optimizer.update(name, array, gradient);
        }
    }

    /// @return the sum of some rows' weighted losses
    double loss(Rows rows) {
        try (NDManager piece = manager.newSubManager()) {
            return losses(piece, rows).getFloat();
        }
    }

    private NDArray losses(NDManager piece, Rows rows) {
        NDArray values = piece.create(rows.values(), new Shape(rows.labels().length, inputs));
        for (int layer = 0; layer < weights.size(); layer++) {
            values = values.matMul(weights.get(layer)).add(biases.get(layer));
            if (layer + 1 < weights.size()) {
                values = Activation.relu(values);
            }
        }
        NDArray each =
                switch (task) {
                    case BINARY_CLASSIFICATION -> {
                        NDArray margins = values.flatten();
                        NDArray labels = piece.create(rows.labels());
                        yield margins.maximum(0)
                                .sub(margins.mul(labels))
                                .add(margins.abs().neg().exp().add(1).log());
                    }
                    case MULTICLASS_CLASSIFICATION -> {
                        NDArray labels = piece.create(rows.oneOf(outputs), new Shape(rows.labels().length, outputs));
                        yield values.logSoftmax(1).mul(labels).sum(new int[] {1}).neg();
                    }
                    case REGRESSION -> {
                        NDArray labels = piece.create(rows.labels());
                        yield values.flatten().sub(labels).square();
                    }
                };
        return each.mul(piece.create(rows.weights())).sum();
    }

    /// The layers as they are now, in plain arrays.
    List<MlpModel.Layer> layers() {
        List<MlpModel.Layer> layers = new ArrayList<>();
        for (int i = 0; i < weights.size(); i++) {
            float[] ends = biases.get(i).toFloatArray();
            float[] flat = weights.get(i).toFloatArray();
            float[][] rows = new float[ends.length][flat.length / ends.length];
            for (int j = 0; j < flat.length; j++) {
                rows[j % ends.length][j / ends.length] = flat[j];
            }
            layers.add(new MlpModel.Layer(rows, ends));
        }
        return layers;
    }

    @Override
    public void close() {
        manager.close();
    }
}
