package io.steelyard.forest;

import java.util.List;

/// What a model's file says besides its trees.
///
/// @param library whose model it is
/// @param version the release that wrote it; empty where the file does not say
/// @param objective what it was trained for, as the file says; may be empty
/// @param features how many values a row has
/// @param featureNames their names; may be none
/// @param answer what its scores mean
/// @param classBound where there is one output: its score, or in ONNX its margin, above which a row is of class 1
/// @param classNames the classes' names; may be none
/// @param bestRound the round that early stopping chose; -1 where there is none
record ModelFacts(
        Library library,
        String version,
        String objective,
        int features,
        List<String> featureNames,
        Answer answer,
        double classBound,
        List<String> classNames,
        int bestRound) {
    /// What the scores of a model mean. A closed set.
    enum Answer {
        NUMBERS,
        CLASSES
    }

    ModelFacts {
        featureNames = List.copyOf(featureNames);
        classNames = List.copyOf(classNames);
    }
}
