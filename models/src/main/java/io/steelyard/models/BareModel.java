package io.steelyard.models;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// A model file without a model folder: a booster of XGBoost (`.ubj`, `.json`) or LightGBM (`.txt`, `.lgb`), a linear model
/// (`.json`), an ONNX graph (`.onnx`). What a file is, its first bytes say, not its name.
public final class BareModel {
    private static final int SEEN_BYTES = 64;

    private BareModel() {}

    /// Opens a model file.
    ///
    /// @param file the file
    /// @return a predictor that takes the model's own columns, as its file names them
    /// @throws ModelException where there is no such file, it is damaged or of no known kind, or it does not name its
    ///     columns; the message begins with the file's path
    public static Predictor open(Path file) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new ModelException(ModelException.Kind.NOT_FOUND, file + ": there is no such file", e);
        } catch (IOException e) {
            throw new ModelException(ModelException.Kind.UNREADABLE, file + ": the file cannot be read: " + e, e);
        }
        try {
            return predictor(ModelRuntimes.load(new ModelFile(format(bytes), "model", bytes)));
        } catch (ModelException e) {
            String message = String.valueOf(e.getMessage());
            throw new ModelException(e.kind(), file + message.substring(message.indexOf(':')), e);
        }
    }

    private static Predictor predictor(Scorer scorer) {
        if (scorer.features().isEmpty()) {
            throw new ModelException(
                    ModelException.Kind.UNSUPPORTED,
                    "model: the file does not name the model's features: name them in the training, or log the model with "
                            + "a signature");
        }
        Task task = scorer.task()
                .orElseThrow(() -> new ModelException(
                        ModelException.Kind.UNSUPPORTED,
                        "model: the file does not say what the model's scores mean: log the model with a signature"));
        Signature signature = switch (task) {
            case BINARY_CLASSIFICATION, REGRESSION -> new Signature(scorer.inputs(), task);
            case MULTICLASS_CLASSIFICATION -> new Signature(scorer.inputs(), task, classes(scorer));
        };
        return new ScoringPredictor(signature, UnaryOperator.identity(), scorer.features(), scorer);
    }

    /// The classes that the model names, else their numbers.
    static List<String> classes(Scorer scorer) {
        return scorer.classes().isEmpty()
                ? IntStream.range(0, scorer.outputs())
                        .mapToObj(Integer::toString)
                        .toList()
                : scorer.classes();
    }

    private static String format(byte[] bytes) {
        String start =
                new String(Arrays.copyOf(bytes, Math.min(bytes.length, SEEN_BYTES)), StandardCharsets.ISO_8859_1);
        if (start.startsWith("{")) {
            return start.contains("\"kind\"") ? "linear" : "xgboost";
        }
        if (start.startsWith("tree\n") || start.startsWith("tree\r\n")) {
            return "lightgbm";
        }
        return start.startsWith("PK") ? "torchscript" : "onnx";
    }
}
