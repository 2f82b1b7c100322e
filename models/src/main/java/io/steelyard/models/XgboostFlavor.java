package io.steelyard.models;

import io.steelyard.data.ColumnType;
import io.steelyard.data.Field;
import io.steelyard.data.Schema;
import io.steelyard.forest.Forest;
import io.steelyard.forest.ForestException;
import io.steelyard.forest.XgboostModelFile;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/// MLflow's flavor of bare XGBoost models, which take numbers: the columns after the transforms.
final class XgboostFlavor {
    static final String NAME = "xgboost";

    private XgboostFlavor() {}

    static void describe(ObjectNode flavors, String modelFile, String release) {
        flavors.putObject(NAME)
                .put("data", modelFile)
                .put("model_class", "xgboost.core.Booster")
                .put("model_format", "ubj")
                .put("xgb_version", release);
    }

    /// Opens a model that Python logged. Its features are those that the file names, else the signature's inputs.
    static ForestPredictor open(MlModel mlModel, Flavor flavor) {
        Forest forest = forest(flavor.file("data"));
        Schema inputs = mlModel.inputs().orElseGet(() -> numbers(forest, flavor));
        List<String> features = forest.featureNames().isEmpty() ? inputs.names() : forest.featureNames();
        if (features.size() != forest.features() || !inputs.names().containsAll(features)) {
            throw flavor.damaged("has a signature with the inputs " + inputs.names() + ", but the model learned from "
                    + (forest.featureNames().isEmpty() ? forest.features() + " features" : features));
        }
        return new ForestPredictor(new Signature(inputs, task(forest)), UnaryOperator.identity(), forest, features);
    }

    /// What a model's scores mean, by what they are made of.
    static Task task(Forest forest) {
        return forest.isClassifier() ? Task.BINARY_CLASSIFICATION : Task.REGRESSION;
    }

    static Forest forest(Path file) {
        try {
            return XgboostModelFile.read(file);
        } catch (ForestException e) {
            throw new ModelException(ModelException.Kind.DAMAGED, String.valueOf(e.getMessage()), e);
        }
    }

    private static Schema numbers(Forest forest, Flavor flavor) {
        if (forest.featureNames().isEmpty()) {
            throw flavor.damaged(
                    "has neither a signature nor a model that names its features: log it with a signature");
        }
        return new Schema(forest.featureNames().stream()
                .map(name -> new Field(name, ColumnType.DOUBLE))
                .toList());
    }
}
