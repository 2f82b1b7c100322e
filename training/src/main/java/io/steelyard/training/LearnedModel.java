package io.steelyard.training;

/// What a learner brings back.
///
/// @param flavor the MLflow flavor whose file this is, for example `xgboost`
/// @param fileName the file's usual name in a model folder, for example `model.ubj`
/// @param file the model in the library's own format, handed over; holds the rounds up to the best one and no more
/// @param bestRound the best round from 0
/// @param rounds how many rounds were gone
public record LearnedModel(String flavor, String fileName, byte[] file, int bestRound, int rounds) {}
