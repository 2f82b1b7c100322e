package io.steelyard.artifacts;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A checked path below a store's root: parts divided by `/`, and nothing in it that any reader, however often it
/// decodes, could take for a way out.
///
/// Refused, in the text and in what it becomes when percent-decoded any number of times: an empty path, a leading,
/// trailing or doubled `/`, the parts `.` and `..`, `\`, control characters (NUL among them), a drive such as `C:`, and
/// a first part `.incoming` (where unfinished files wait). Other characters, `%`, `#`, `?` and spaces among them, are
/// parts of names.
///
/// @param value the text
public record ArtifactPath(String value) {
    /// The folder below a root that holds unfinished files.
    static final String INCOMING = ".incoming";

    public ArtifactPath {
        String decoded = value;
        for (String next = decodeOnce(decoded); !next.equals(decoded); next = decodeOnce(next)) {
            check(value, decoded);
            decoded = next;
        }
        check(value, decoded);
    }

    /// Gives the parts.
    ///
    /// @return one name or more
    public List<String> parts() {
        return List.of(value.split("/", -1));
    }

    /// Puts a relative local path behind a path of the store.
    ///
    /// @param path the first part; empty: none
    /// @param below the second part, in the local system's spelling; empty: none
    /// @return both, with `/` between all parts, unchecked
    static String join(String path, Path below) {
        List<String> parts = new ArrayList<>();
        if (!path.isEmpty()) {
            parts.add(path);
        }
        for (Path part : below) {
            if (!part.toString().isEmpty()) {
                parts.add(part.toString());
            }
        }
        return String.join("/", parts);
    }

    private static void check(String original, String text) {
        String[] parts = text.split("/", -1);
        for (String part : parts) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                throw invalid(original, "it has an empty part, a '.' or a '..'");
            }
        }
        if (text.indexOf('\\') >= 0 || text.chars().anyMatch(Character::isISOControl)) {
            throw invalid(original, "it has a backslash or a control character");
        }
        if (text.length() > 1 && text.charAt(1) == ':' && Character.isLetter(text.charAt(0))) {
            throw invalid(original, "it begins with a drive");
        }
        if (parts[0].equals(INCOMING)) {
            throw invalid(original, "the folder " + INCOMING + " is kept for unfinished files");
        }
    }

    private static ArtifactException invalid(String path, String reason) {
        return ArtifactException.invalid("the artifact path '" + path + "' is refused: " + reason
                + ".\nAn artifact's path is relative, with / between its parts.");
    }

    /// Decodes every `%xy` that there is, byte by byte: enough to find the characters that matter here, which are all
    /// ASCII.
    private static String decodeOnce(String text) {
        StringBuilder decoded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%' && i + 2 < text.length()) {
                int high = Character.digit(text.charAt(i + 1), 16);
                int low = Character.digit(text.charAt(i + 2), 16);
                if (high >= 0 && low >= 0 && high < 8) {
                    c = (char) (high * 16 + low);
                    i += 2;
                }
            }
            decoded.append(c);
        }
        return decoded.toString();
    }
}
