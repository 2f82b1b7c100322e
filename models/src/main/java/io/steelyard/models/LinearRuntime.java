package io.steelyard.models;

/// Linear models, in plain Java.
final class LinearRuntime implements ModelRuntime {
    static final String FORMAT = "linear";

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public LinearScorer load(ModelFile file) {
        return new LinearScorer(LinearModel.read(file));
    }
}
