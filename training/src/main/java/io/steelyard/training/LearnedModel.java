package io.steelyard.training;

import io.steelyard.models.ModelFile;

/// What a learner brings back.
///
/// @param file the model in the library's own format; holds the rounds up to the best one and no more
/// @param bestRound the best round from 0; 0 where the learner has no rounds
/// @param rounds how many rounds were gone; 1 where the learner has none
public record LearnedModel(ModelFile file, int bestRound, int rounds) {}
