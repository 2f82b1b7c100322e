package io.steelyard.learner.djl;

import io.steelyard.training.EpochModel;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The epochs of a network: in each, all rows in a new order, some at a time. The training loss of an epoch is that of its
/// rows as each was seen, before the step that it led to.
final class MlpEpochs implements EpochModel<List<MlpModel.Layer>> {
    private static final int WEIGHED_AT_ONCE = 8192;

    private final Network network;
    private final Rows training;
    private final @Nullable Rows validation;
    private final int batchSize;
    private final DoubleUnaryOperator loss;
    private final Random random;
    private final int[] order;

    /// @param loss what to tell of a mean loss
    MlpEpochs(
            Network network,
            Rows training,
            @Nullable Rows validation,
            int batchSize,
            DoubleUnaryOperator loss,
            Random random) {
        this.network = network;
        this.training = training;
        this.validation = validation;
        this.batchSize = batchSize;
        this.loss = loss;
        this.random = random;
        this.order = IntStream.range(0, training.labels().length).toArray();
    }

    @Override
    public double train(int epoch) {
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
        double sum = 0;
        for (int from = 0; from < order.length; from += batchSize) {
            Rows rows = training.take(order, from, Math.min(order.length, from + batchSize));
            if (rows.weight() > 0) {
                sum += network.learn(rows);
            }
        }
        return loss.applyAsDouble(sum / training.weight());
    }

    @Override
    public double evaluate(int epoch) {
        if (validation == null) {
            return Double.NaN;
        }
        int rows = validation.labels().length;
        int[] all = IntStream.range(0, rows).toArray();
        double sum = 0;
        for (int from = 0; from < rows; from += WEIGHED_AT_ONCE) {
            sum += network.loss(validation.take(all, from, Math.min(rows, from + WEIGHED_AT_ONCE)));
        }
        return loss.applyAsDouble(sum / validation.weight());
    }

    @Override
    public List<MlpModel.Layer> state() {
        return network.layers();
    }
}
