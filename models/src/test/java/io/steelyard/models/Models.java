package io.steelyard.models;

import io.steelyard.data.Batch;
import io.steelyard.data.BooleanColumn;
import io.steelyard.data.ColumnType;
import io.steelyard.data.DoubleColumn;
import io.steelyard.data.Field;
import io.steelyard.data.LongColumn;
import io.steelyard.data.Schema;
import io.steelyard.data.StringColumn;
import io.steelyard.transforms.FeaturePipeline;
import io.steelyard.transforms.FittedPipeline;
import io.steelyard.transforms.OrdinalEncoding;
import io.steelyard.transforms.StandardScaling;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A model with transforms, of the file `binary.ubj`, which XGBoost 3.2.0 trained on features `f0` to `f5`.
final class Models {
    static final Path FILE = Path.of("src/test/resources/binary.ubj");
    static final ModelOrigin ORIGIN = new ModelOrigin(
            "0123456789abcdef0123456789abcdef",
            "model",
            "fedcba9876543210fedcba9876543210",
            Instant.parse("2026-11-24T09:30:00.123456789Z"));

    static final Signature SIGNATURE = new Signature(
            Schema.of(
                    new Field("f0", ColumnType.DOUBLE),
                    new Field("f1", ColumnType.DOUBLE),
                    new Field("f2", ColumnType.STRING),
                    new Field("f3", ColumnType.DOUBLE),
                    new Field("f4", ColumnType.LONG),
                    new Field("f5", ColumnType.BOOLEAN)),
            Task.BINARY_CLASSIFICATION);

    private Models() {}

    static FittedPipeline transforms() {
        return new FeaturePipeline(
                        List.of(new StandardScaling("f3"), new OrdinalEncoding("f2", OrdinalEncoding.Unseen.MISSING)))
                .fit(rows());
    }

    static Batch rows() {
        return new Batch(
                SIGNATURE.inputs(),
                List.of(
                        new DoubleColumn(new double[] {0.5, -1.25, Double.NaN, 2}),
                        new DoubleColumn(new double[] {1, -1, 0.1, -2}),
                        new StringColumn(new @Nullable String[] {"UA", null, "AA", "UA"}),
                        new DoubleColumn(new double[] {0, 0, 1, -1}),
                        new LongColumn(new long[] {3, 0, -1, 1}, BitSet.valueOf(new long[] {0b0010})),
                        new BooleanColumn(new boolean[] {true, false, true, false})));
    }

    static ModelFolder write(Path folder) {
        try {
            return ModelFolder.write(
                    folder,
                    new NewModel(
                            SIGNATURE,
                            transforms(),
                            new ModelFile("xgboost", "model.ubj", Files.readAllBytes(FILE)),
                            rows(),
                            ORIGIN));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
