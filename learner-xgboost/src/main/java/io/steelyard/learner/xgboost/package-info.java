/// XGBoost as a learner, by XGBoost4J. On the class path, it is found as `xgboost` by [io.steelyard.training.Learners];
/// nothing else
/// need be called.
@NullMarked
package io.steelyard.learner.xgboost;

import org.jspecify.annotations.NullMarked;
