/// Learners and what surrounds them: a [Learner] turns a [TrainingSet] into a [LearnedModel]. Learners are plug-ins,
/// found by
/// [java.util.ServiceLoader]. Start with [Learner].
@NullMarked
package io.steelyard.training;

import org.jspecify.annotations.NullMarked;
