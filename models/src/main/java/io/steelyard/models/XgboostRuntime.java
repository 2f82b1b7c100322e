package io.steelyard.models;

import io.steelyard.forest.Forest;
import io.steelyard.forest.ForestException;
import io.steelyard.forest.XgboostModelFile;

/// XGBoost's boosters, in plain Java.
final class XgboostRuntime implements ModelRuntime {
    static final String FORMAT = "xgboost";

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public ForestScorer load(ModelFile file) {
        return new ForestScorer(forest(file));
    }

    static Forest forest(ModelFile file) {
        try {
            return XgboostModelFile.read(file.bytes());
        } catch (ForestException e) {
            throw new ModelException(ModelException.Kind.DAMAGED, file.name() + ": " + e.getMessage(), e);
        }
    }
}
