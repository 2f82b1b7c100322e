/// LightGBM as a learner, by lightgbm4j. On the class path, it is found as `lightgbm` and, for forests of trees grown
/// side by side, as `random-forest` by [io.steelyard.training.Learners]; nothing else need be called.
@NullMarked
package io.steelyard.learner.lightgbm;

import org.jspecify.annotations.NullMarked;
