package io.steelyard.training;

import io.steelyard.data.Batch;
import io.steelyard.models.ModelFile;
import io.steelyard.models.ModelRuntime;
import io.steelyard.models.Scorer;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/// What a [MeanLearner] learned: the mean plus the row's feature `shift`.
public final class MeanRuntime implements ModelRuntime {
    @Override
    public String format() {
        return "mean";
    }

    @Override
    public Scorer load(ModelFile file) {
        double mean = ByteBuffer.wrap(file.bytes()).getDouble();
        return new Scorer() {
            @Override
            public List<String> features() {
                return List.of("shift");
            }

            @Override
            public int outputs() {
                return 1;
            }

            @Override
            public double[] scores(Batch features) {
                return Arrays.stream(features.doubles("shift"))
                        .map(shift -> mean + shift)
                        .toArray();
            }
        };
    }
}
