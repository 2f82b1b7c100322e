/// Linear models as learners, solved to convergence: logistic regression, ordinary least squares, ridge, lasso and elastic
/// net, with scikit-learn's penalties. On the class path, they are found by their names by
/// [io.steelyard.training.Learners]; nothing else need be called. [LinearModel] says what their file holds.
@NullMarked
package io.steelyard.learner.linear;

import org.jspecify.annotations.NullMarked;
