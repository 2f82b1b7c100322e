package io.steelyard.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// One place where two servers made a client see different things.
///
/// @param path where in the noted value, as a JSON pointer
/// @param theirs what MLflow's server made it see
/// @param ours what Steelyard made it see
record Difference(String path, JsonNode theirs, JsonNode ours) {
    /// All places where two values differ. Objects are compared key by key, arrays of one length element by element.
    static List<Difference> between(JsonNode theirs, JsonNode ours) {
        List<Difference> found = new ArrayList<>();
        collect("", theirs, ours, found);
        return found;
    }

    private static void collect(String path, JsonNode theirs, JsonNode ours, List<Difference> found) {
        if (theirs.isObject() && ours.isObject()) {
            TreeSet<String> keys = new TreeSet<>(theirs.propertyNames());
            keys.addAll(ours.propertyNames());
            for (String key : keys) {
                collect(
                        path + "/" + key.replace("~", "~0").replace("/", "~1"),
                        theirs.path(key),
                        ours.path(key),
                        found);
            }
        } else if (theirs.isArray() && ours.isArray() && theirs.size() == ours.size()) {
            for (int i = 0; i < theirs.size(); i++) {
                collect(path + "/" + i, theirs.path(i), ours.path(i), found);
            }
        } else if (!theirs.equals(ours)) {
            found.add(new Difference(path, theirs, ours));
        }
    }

    @Override
    public String toString() {
        return path + "\n    MLflow:    " + text(theirs) + "\n    Steelyard: " + text(ours);
    }

    private static String text(JsonNode value) {
        return value.isMissingNode() ? "nothing" : value.toString();
    }
}
