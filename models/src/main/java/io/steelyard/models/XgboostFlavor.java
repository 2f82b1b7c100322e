package io.steelyard.models;

import io.steelyard.data.Schema;
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
    static ScoringPredictor open(MlModel mlModel, Flavor flavor) {
        Scorer scorer = flavor.scorer(ForestRuntime.XGBOOST.format(), "data");
        Schema inputs = mlModel.inputs().orElseGet(() -> numbers(scorer, flavor));
        List<String> features = scorer.features().isEmpty() ? inputs.names() : scorer.features();
        if (!inputs.names().containsAll(features)) {
            throw flavor.damaged(
                    "has a signature with the inputs " + inputs.names() + ", but the model learned from " + features);
        }
        return new ScoringPredictor(
                new Signature(inputs, scorer.task().orElseThrow()), UnaryOperator.identity(), features, scorer);
    }

    private static Schema numbers(Scorer scorer, Flavor flavor) {
        if (scorer.features().isEmpty()) {
            throw flavor.damaged(
                    "has neither a signature nor a model that names its features: log it with a signature");
        }
        return scorer.inputs();
    }
}
