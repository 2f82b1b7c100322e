package io.steelyard.learner.djl;

import io.steelyard.data.Batch;
import io.steelyard.models.ModelFile;
import io.steelyard.models.ModelRuntime;
import io.steelyard.models.Scorer;
import io.steelyard.models.Task;
import java.util.List;
import java.util.Optional;

/// Networks of the learner `mlp`, in plain Java: neither DJL nor PyTorch is needed. A missing value gives scores of NaN.
public final class MlpRuntime implements ModelRuntime {
    /// A runtime; [java.util.ServiceLoader] calls this.
    public MlpRuntime() {}

    @Override
    public String format() {
        return MlpFile.FORMAT;
    }

    @Override
    public Scorer load(ModelFile file) {
        return new MlpScorer(MlpFile.read(file));
    }

    private record MlpScorer(MlpModel model) implements Scorer {
        @Override
        public List<String> features() {
            return model.features();
        }

        @Override
        public int outputs() {
            return model.outputs();
        }

        @Override
        public Optional<Task> task() {
            return Optional.of(model.task());
        }

        @Override
        public double[] scores(Batch features) {
            int width = features().size();
            double[][] columns = new double[width][];
            for (int i = 0; i < width; i++) {
                columns[i] = features.doubles(features().get(i));
            }
            double[] scores = new double[Math.multiplyExact(features.rows(), outputs())];
            double[] row = new double[width];
            for (int number = 0; number < features.rows(); number++) {
                for (int i = 0; i < width; i++) {
                    row[i] = columns[i][number];
                }
                System.arraycopy(model.scores(row), 0, scores, number * outputs(), outputs());
            }
            return scores;
        }
    }
}
