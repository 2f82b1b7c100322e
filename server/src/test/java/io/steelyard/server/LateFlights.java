package io.steelyard.server;

import io.steelyard.data.Batch;
import io.steelyard.data.Column;
import io.steelyard.data.ColumnType;
import io.steelyard.data.DoubleColumn;
import io.steelyard.data.Field;
import io.steelyard.data.Schema;
import io.steelyard.models.ModelFile;
import io.steelyard.models.ModelFolder;
import io.steelyard.models.ModelOrigin;
import io.steelyard.models.NewModel;
import io.steelyard.models.Signature;
import io.steelyard.models.Task;
import io.steelyard.transforms.FittedPipeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// A model folder with the small XGBoost file of the room `models`, which takes the numbers `f0` to `f5`.
final class LateFlights {
    static final String ROW = "[0.5,1,null,0,3,1]";

    private static final Path FILE = Path.of(System.getProperty("house.dir"), "models/src/test/resources/binary.ubj");

    private LateFlights() {}

    static ModelFolder write(Path folder) throws IOException {
        List<Field> fields = List.of("f0", "f1", "f2", "f3", "f4", "f5").stream()
                .map(name -> new Field(name, ColumnType.DOUBLE))
                .toList();
        Schema inputs = new Schema(fields);
        Batch example = new Batch(
                inputs,
                fields.stream()
                        .<Column>map(field -> new DoubleColumn(new double[] {0.5}))
                        .toList());
        ModelOrigin origin = new ModelOrigin(
                "0123456789abcdef0123456789abcdef",
                "model",
                "fedcba9876543210fedcba9876543210",
                Instant.parse("2026-11-24T09:30:00Z"));
        return ModelFolder.write(
                folder,
                new NewModel(
                        new Signature(inputs, Task.BINARY_CLASSIFICATION),
                        new FittedPipeline(List.of()),
                        new ModelFile("xgboost", "model.ubj", Files.readAllBytes(FILE)),
                        example,
                        origin));
    }
}
