package io.steelyard.learner.linear;

import io.steelyard.training.KnownParameters;
import io.steelyard.training.TrainingException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The chosen parameters of a linear model, by scikit-learn's names.
///
/// @param chosen the values by name
record LinearParameters(Map<String, String> chosen) {
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("penalty", "follows from 'C' (inf: no penalty)"),
            Map.entry("tol", "is not needed, as the solver goes on to the last digits"),
            Map.entry("max_iter", "is not needed, as the solver goes on to the last digits"),
            Map.entry("solver", "is not needed, as there is one solver"),
            Map.entry("random_state", "is not needed, as nothing is random"),
            Map.entry("n_jobs", "is not needed, as one thread is used"));

    static LinearParameters of(String learner, Set<String> known, Map<String, String> chosen) {
        Map<String, String> elsewhere = new java.util.HashMap<>(ELSEWHERE);
        elsewhere.keySet().removeAll(known);
        new KnownParameters(learner, known, elsewhere).check(chosen);
        return new LinearParameters(chosen);
    }

    /// A number from 0.
    double positive(String name, double usual) {
        double value = number(name, usual);
        if (!(value >= 0)) {
            throw wrong(name, "a number from 0");
        }
        return value;
    }

    /// A number from 0 to 1.
    double share(String name, double usual) {
        double value = number(name, usual);
        if (!(value >= 0 && value <= 1)) {
            throw wrong(name, "a number from 0 to 1");
        }
        return value;
    }

    boolean yes(String name, boolean usual) {
        String text = chosen.get(name);
        if (text == null) {
            return usual;
        }
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(name, "true or false");
        };
    }

    private double number(String name, double usual) {
        String text = chosen.get(name);
        if (text == null) {
            return usual;
        }
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "inf", ".inf", "infinity" -> Double.POSITIVE_INFINITY;
            default -> parsed(name, text);
        };
    }

    private double parsed(String name, String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            throw new TrainingException("the parameter '" + name + "' is '" + text + "', but must be a number", e);
        }
    }

    TrainingException wrong(String name, String wanted) {
        return new TrainingException("the parameter '" + name + "' is '" + chosen.get(name) + "', but must be " + wanted);
    }
}
