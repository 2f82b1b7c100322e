package io.steelyard.models;

import io.steelyard.data.Batch;
import io.steelyard.data.DataException;
import io.steelyard.forest.Forest;
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

    static void describe(ObjectNode flavors, String modelFile, Task task, List<String> features) {
        ObjectNode flavor = flavors.putObject(NAME);
        ArrayNode names = flavor.putArray("features");
        features.forEach(names::add);
        flavor.put("model_file", modelFile);
        flavor.put("model_format", "xgboost");
        flavor.put("task", task.spelling());
        flavor.put("transforms_file", TRANSFORMS_FILE);
        flavor.put("version", VERSION);
    }

    static ForestPredictor open(MlModel mlModel, Flavor flavor) {
        String version = flavor.text("version");
        if (!version.equals(Integer.toString(VERSION))) {
            throw new ModelException(
                    ModelException.Kind.UNSUPPORTED,
                    mlModel.file() + ": the flavor 'steelyard' is of version " + version + ", but version " + VERSION
                            + " is the one this Steelyard reads");
        }
        String format = flavor.text("model_format");
        if (!format.equals("xgboost")) {
            throw new ModelException(
                    ModelException.Kind.UNSUPPORTED,
                    mlModel.file() + ": the model's format '" + format + "' is not supported; 'xgboost' is");
        }
        Forest forest = XgboostFlavor.forest(flavor.file("model_file"));
        List<String> features = flavor.texts("features");
        if (!forest.featureNames().equals(features)) {
            throw flavor.damaged(
                    "has the features " + features + ", but the model learned from " + forest.featureNames());
        }
        Task task = task(flavor);
        if (task != XgboostFlavor.task(forest)) {
            throw flavor.damaged("has the task '" + task.spelling() + "', but the model answers with "
                    + (forest.isClassifier() ? "probabilities" : "values of any size"));
        }
        Signature signature = new Signature(
                mlModel.inputs().orElseThrow(() -> flavor.damaged("needs a signature, but there is none")), task);
        FittedPipeline transforms = transforms(flavor.file("transforms_file"));
        check(transforms, signature, features, flavor);
        return new ForestPredictor(signature, transforms::transform, forest, features);
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
            FloatRows.of(transforms.transform(Batch.empty(signature.inputs())), features);
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
