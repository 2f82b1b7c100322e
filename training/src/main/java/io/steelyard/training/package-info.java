/// Learners and what surrounds them: a [Learner] turns a [TrainingSet] into a [LearnedModel]. Learners are plug-ins,
/// found by [java.util.ServiceLoader]. Start with [Learner].
///
/// [Folds] and [TrainTestSplit] part rows, as scikit-learn does for the same seed; [CrossValidation] measures a way of
/// learning on them, [LearnerFolds] is that way for a learner by name.
@NullMarked
package io.steelyard.training;

import org.jspecify.annotations.NullMarked;
