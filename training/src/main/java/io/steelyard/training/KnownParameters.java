package io.steelyard.training;

import io.steelyard.data.Nearest;
import java.util.Map;
import java.util.Set;

/// Which parameters a learner takes; what a learner of your own may refuse mistyped ones with.
///
/// @param library whose parameters they are, for messages, for example `XGBoost`
/// @param known the names of those that a caller may choose
/// @param elsewhere those that the library knows, but that follow from elsewhere, with a half sentence that says from where,
///     for example `seed` → `is the training's seed`
public record KnownParameters(String library, Set<String> known, Map<String, String> elsewhere) {
    public KnownParameters {
        known = Set.copyOf(known);
        elsewhere = Map.copyOf(elsewhere);
    }

    /// Checks names.
    ///
    /// @param chosen parameters by name
    /// @throws TrainingException where one is not known; the message names the nearest that is, or says where it follows from
    public void check(Map<String, String> chosen) {
        chosen.forEach((name, value) -> {
            String reason = elsewhere.get(name);
            if (reason != null) {
                throw new TrainingException("the parameter '" + name + "' (" + value + ") " + reason
                        + ": leave it out of " + library + "'s parameters");
            }
            if (!known.contains(name)) {
                String advice = Nearest.to(name, known)
                        .map(nearest -> "; the nearest is '" + nearest + "'")
                        .orElseGet(
                                () -> "; there are " + known.stream().sorted().toList());
                throw new TrainingException(library + " has no parameter '" + name + "'" + advice);
            }
        });
    }
}
