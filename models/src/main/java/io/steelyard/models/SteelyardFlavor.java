package io.steelyard.models;

import io.steelyard.data.Batch;
import io.steelyard.data.DataException;
import io.steelyard.data.Schema;
import io.steelyard.transforms.FittedPipeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The flavor of models with their transforms: raw columns in, scores out.
final class SteelyardFlavor {
    static final String NAME = "steelyard";
    static final String TRANSFORMS_FILE = "transforms.json";

    /// Of this flavor's fields and files; a later one is not read.
    private static final int VERSION = 1;

    private SteelyardFlavor() {}

    static void describe(ObjectNode flavors, ModelFile file, Signature signature, List<String> features) {
        ObjectNode flavor = flavors.putObject(NAME);
        if (signature.task() == Task.MULTICLASS_CLASSIFICATION) {
            ArrayNode classes = flavor.putArray("classes");
            signature.classes().forEach(classes::add);
        }
        ArrayNode names = flavor.putArray("features");
        features.forEach(names::add);
        flavor.put("model_file", file.name());
        flavor.put("model_format", file.format());
        flavor.put("task", signature.task().spelling());
        flavor.put("transforms_file", TRANSFORMS_FILE);
        flavor.put("version", VERSION);
    }

    static ScoringPredictor open(MlModel mlModel, Flavor flavor) {
        String version = flavor.text("version");
        if (!version.equals(Integer.toString(VERSION))) {
            throw new ModelException(
                    ModelException.Kind.UNSUPPORTED,
                    mlModel.file() + ": the flavor 'steelyard' is of version " + version + ", but version " + VERSION
                            + " is the one this Steelyard reads");
        }
        String format = flavor.text("model_format");
        Scorer scorer = flavor.scorer(format, "model_file");
        List<String> features = flavor.texts("features");
        if (!scorer.features().isEmpty() && !scorer.features().equals(features)) {
            throw flavor.damaged("has the features " + features + ", but the model learned from " + scorer.features());
        }
        Task task = task(flavor);
        scorer.task().filter(known -> known != task).ifPresent(known -> {
            throw flavor.damaged(
                    "has the task '" + task.spelling() + "', but the model's is '" + known.spelling() + "'");
        });
        Schema inputs = mlModel.inputs().orElseThrow(() -> flavor.damaged("needs a signature, but there is none"));
        Signature signature = switch (task) {
            case BINARY_CLASSIFICATION, REGRESSION -> new Signature(inputs, task);
            case MULTICLASS_CLASSIFICATION -> new Signature(inputs, task, flavor.texts("classes"));
        };
        if (signature.outputs() != scorer.outputs()) {
            throw flavor.damaged("has " + signature.outputs() + " scores a row, but the model has " + scorer.outputs());
        }
        FittedPipeline transforms = transforms(flavor.file("transforms_file"));
        check(transforms, signature, features, flavor);
        return new ScoringPredictor(signature, transforms::transform, features, scorer);
    }

    private static FittedPipeline transforms(Path file) {
        try {
            return FittedPipeline.fromJson(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new ModelException(ModelException.Kind.UNREADABLE, file + ": the file cannot be read: " + e, e);
        } catch (IllegalArgumentException e) {
            throw new ModelException(ModelException.Kind.DAMAGED, file + ": " + e.getMessage(), e);
        }
    }

    /// Checks that the signature's columns become the model's features.
    private static void check(FittedPipeline transforms, Signature signature, List<String> features, Flavor flavor) {
        try {
            transforms.transform(Batch.empty(signature.inputs())).select(features);
        } catch (DataException e) {
            throw flavor.damaged("has transforms that do not make the model's features of the signature's inputs: "
                    + e.getMessage());
        }
    }

    private static Task task(Flavor flavor) {
        String spelling = flavor.text("task");
        return Arrays.stream(Task.values())
                .filter(task -> task.spelling().equals(spelling))
                .findFirst()
                .orElseThrow(() -> flavor.damaged("has the unknown task '" + spelling + "'"));
    }
}
