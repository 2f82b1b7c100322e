package io.steelyard.models;

import io.steelyard.data.Schema;
import io.steelyard.transforms.FittedPipeline;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// MLflow's flavors of bare models in their library's own format, which take the model's columns: those after the
/// transforms, where Steelyard wrote the folder.
enum LibraryFlavor {
    /// XGBoost's boosters and scikit-learn classes, which save the same file.
    XGBOOST("xgboost"),
    /// LightGBM's boosters.
    LIGHTGBM("lightgbm"),
    /// ONNX graphs.
    ONNX("onnx");

    private final String spelling;

    LibraryFlavor(String spelling) {
        this.spelling = spelling;
    }

    /// The flavor's name, and that of the format.
    String spelling() {
        return spelling;
    }

    /// The flavors of a folder that can be opened, the first of them.
    static Optional<ScoringPredictor> open(MlModel mlModel) {
        for (LibraryFlavor library : values()) {
            Optional<Flavor> flavor = mlModel.flavor(library.spelling);
            if (flavor.isPresent()) {
                return Optional.of(library.open(mlModel, flavor.get()));
            }
        }
        return Optional.empty();
    }

    /// Opens a model that Python logged. Its columns are those that the file names, else the signature's inputs.
    private ScoringPredictor open(MlModel mlModel, Flavor flavor) {
        PickledModel.refuse(mlModel, flavor);
        Scorer scorer = scorer(flavor);
        InputColumns inputs = mlModel.inputs()
                .map(columns -> columns.calledAs(scorer.features()))
                .orElseGet(() -> ofModel(scorer, flavor));
        Schema schema = inputs.schema();
        List<String> features = scorer.features().isEmpty() ? schema.names() : scorer.features();
        if (!schema.names().containsAll(features)) {
            throw flavor.damaged(
                    "has a signature with the inputs " + schema.names() + ", but the model learned from " + features);
        }
        Task task = scorer.task().orElseThrow(() -> flavor.damaged("does not say what its scores mean"));
        return new ScoringPredictor(
                Signature.of(schema, task, scorer).withOptional(inputs.optional()),
                new FittedPipeline(List.of()),
                features,
                scorer);
    }

    private Scorer scorer(Flavor flavor) {
        Scorer scorer = flavor.scorer(spelling, "data");
        // XGBoost's scikit-learn classes predict with the rounds up to the best one, its Booster with all.
        boolean best = flavor.optionalText("model_class").orElse("").startsWith("xgboost.sklearn.");
        if (best
                && scorer instanceof ForestScorer trees
                && trees.forest().bestRound().isPresent()) {
            int rounds = trees.forest().bestRound().getAsInt() + 1;
            return new ForestScorer(
                    trees.forest().firstRounds(Math.min(rounds, trees.forest().rounds())));
        }
        return scorer;
    }

    private static InputColumns ofModel(Scorer scorer, Flavor flavor) {
        if (scorer.features().isEmpty()) {
            throw flavor.damaged(
                    "has neither a signature nor a model that names its features: log it with a signature");
        }
        return InputColumns.required(scorer.inputs());
    }

    /// Describes a file in the way of MLflow.
    ///
    /// @param release of the library that wrote it; empty where it is not known
    void describe(ObjectNode flavors, String modelFile, String release) {
        ObjectNode flavor = flavors.putObject(spelling);
        flavor.put("data", modelFile);
        switch (this) {
            case XGBOOST ->
                flavor.put("model_class", "xgboost.core.Booster")
                        .put("model_format", "ubj")
                        .put("xgb_version", release);
            case LIGHTGBM -> flavor.put("lgb_version", release).put("model_class", "lightgbm.basic.Booster");
            case ONNX -> {
                flavor.put("onnx_version", release);
                flavor.putArray("providers").add("CPUExecutionProvider");
            }
        }
    }
}
