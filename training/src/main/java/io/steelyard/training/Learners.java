package io.steelyard.training;

import io.steelyard.data.Nearest;
import java.util.List;
import java.util.ServiceLoader;

/// The learners on the class path. Those found here refuse rows that nothing can be learned from, in the same words
/// whatever
/// the algorithm.
public final class Learners {
    private Learners() {}

    /// The names of all learners.
    ///
    /// @return names in alphabetical order; may be empty
    public static List<String> names() {
        return found().stream().map(Learner::name).sorted().toList();
    }

    /// A learner by its name.
    ///
    /// @param name the name, for example `xgboost`
    /// @return the learner; its `train` throws [TrainingException] where the training or validation rows are none, have
    /// no or
    ///     different features, hold a label that the task does not know, or, for a classification, have one class only
    /// @throws TrainingException where there is no such learner; the message names the nearest one or all there are
    public static Learner byName(String name) {
        return found().stream()
                .filter(learner -> learner.name().equals(name))
                .map(CheckedLearner::new)
                .findFirst()
                .orElseThrow(() -> unknown(name));
    }

    private static List<Learner> found() {
        return ServiceLoader.load(Learner.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    private static TrainingException unknown(String name) {
        List<String> names = names();
        if (names.isEmpty()) {
            return new TrainingException("there is no learner '" + name
                    + "': none is on the class path; io.steelyard:steelyard-learner-xgboost would be one");
        }
        String advice =
                Nearest.to(name, names).map(n -> "the nearest is '" + n + "'").orElse("there are " + names);
        return new TrainingException("there is no learner '" + name + "'; " + advice);
    }
}
