package io.steelyard.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/// A difference that is there on purpose.
///
/// @param flow the flow's name
/// @param note the regular expression that the note's whole name matches
/// @param path the regular expression that the pointer into the value matches
/// @param reason why it is there
record AllowedDifference(Pattern flow, Pattern note, Pattern path, String reason) {
    /// Reads them from `differences.json`.
    static List<AllowedDifference> all() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(AllowedDifference.class.getResourceAsStream("differences.json"))) {
            return List.of(JsonMapper.shared().readValue(file, AllowedDifference[].class));
        }
    }

    boolean covers(String inFlow, String inNote, Difference difference) {
        return flow.matcher(inFlow).matches()
                && note.matcher(inNote).matches()
                && path.matcher(difference.path()).matches();
    }
}
