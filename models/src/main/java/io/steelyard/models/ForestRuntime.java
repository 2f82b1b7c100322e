package io.steelyard.models;

import io.steelyard.forest.Forest;
import io.steelyard.forest.ForestException;
import io.steelyard.forest.LightgbmModelFile;
import io.steelyard.forest.XgboostModelFile;
import java.util.function.Function;

/// Ensembles of trees of one library, in plain Java.
///
/// @param format the name of the library's files
/// @param reader what reads them
record ForestRuntime(String format, Function<byte[], Forest> reader) implements ModelRuntime {
    static final ForestRuntime XGBOOST = new ForestRuntime("xgboost", XgboostModelFile::read);
    static final ForestRuntime LIGHTGBM = new ForestRuntime("lightgbm", LightgbmModelFile::read);

    @Override
    public ForestScorer load(ModelFile file) {
        Forest forest;
        try {
            forest = reader.apply(file.bytes());
        } catch (ForestException e) {
            throw new ModelException(ModelException.Kind.DAMAGED, file.name() + ": " + e.getMessage(), e);
        }
        if (forest.outputs() > 1 && !forest.isClassifier()) {
            throw new ModelException(
                    ModelException.Kind.UNSUPPORTED,
                    file.name() + ": the model answers " + forest.outputs() + " values a row (objective '"
                            + forest.objective()
                            + "'), but one value, or one probability a class, is what can be served");
        }
        return new ForestScorer(forest);
    }
}
