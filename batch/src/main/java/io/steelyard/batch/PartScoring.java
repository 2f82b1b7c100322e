package io.steelyard.batch;

import io.steelyard.data.Batch;
import io.steelyard.data.ComputedColumns;
import io.steelyard.data.Schema;
import io.steelyard.models.Predictor;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/// A worker's side of the pipe: columns in, answers out, and what they come to. One thread at a time.
final class PartScoring implements ComputedColumns {
    private final Predictor predictor;
    private final AnswerForm form;
    private final int batchSize;
    private final AtomicLong scored;
    private final BooleanSupplier stopped;
    private final long[] counts;
    private Moments numbers = Moments.NONE;
    private long rows;

    /// @param scored counts the rows of all workers
    /// @param stopped says that the work is to end
    PartScoring(Predictor predictor, AnswerForm form, int batchSize, AtomicLong scored, BooleanSupplier stopped) {
        this.predictor = predictor;
        this.form = form;
        this.batchSize = batchSize;
        this.scored = scored;
        this.stopped = stopped;
        this.counts = new long[form.classes().size()];
    }

    @Override
    public Schema inputs() {
        return predictor.signature().inputs();
    }

    @Override
    public Schema outputs() {
        return form.schema();
    }

    @Override
    public Batch compute(Batch batch) {
        if (stopped.getAsBoolean()) {
            throw new CancellationException("the batch was stopped");
        }
        double[] scores = batch.rows() <= batchSize ? predictor.score(batch) : inPieces(batch);
        int outputs = predictor.signature().outputs();
        if (scores.length != batch.rows() * outputs) {
            throw new IllegalStateException("the model answers " + scores.length + " numbers for " + batch.rows()
                    + " rows, but " + outputs + " a row belong to its signature");
        }
        if (outputs == 1) {
            numbers = numbers.plus(Moments.of(scores));
        }
        rows += batch.rows();
        scored.addAndGet(batch.rows());
        return form.answer(scores, counts);
    }

    /// Begins the count of a part.
    void begin() {
        rows = 0;
        numbers = Moments.NONE;
        Arrays.fill(counts, 0);
    }

    /// What was counted since.
    PartRecord counted() {
        return new PartRecord(rows, 0, numbers, Arrays.stream(counts).boxed().toList());
    }

    private double[] inPieces(Batch batch) {
        int outputs = predictor.signature().outputs();
        double[] scores = new double[batch.rows() * outputs];
        for (int from = 0; from < batch.rows(); from += batchSize) {
            int to = Math.min(batch.rows(), from + batchSize);
            double[] piece =
                    predictor.score(batch.take(IntStream.range(from, to).toArray()));
            System.arraycopy(piece, 0, scores, from * outputs, piece.length);
        }
        return scores;
    }
}
