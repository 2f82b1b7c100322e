package io.steelyard.tracking;

import java.util.Optional;

/// A tag of an experiment.
///
/// @param key its key, 250 characters at most
/// @param value its value, 20,000 characters at most
public record ExperimentTag(String key, String value) {
    private static final int MAX_VALUE_LENGTH = 20_000;

    /// @throws TrackingException of kind INVALID for a key that is none, or where something is too long
    public ExperimentTag {
        check(KeyRules.problem("key", key));
        check(KeyRules.lengthProblem("key", KeyRules.MAX_KEY_LENGTH, key));
        check(KeyRules.lengthProblem("value", MAX_VALUE_LENGTH, value));
    }

    private static void check(Optional<String> problem) {
        problem.ifPresent(TrackingException::throwInvalid);
    }
}
