package io.steelyard.tracking;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// What a key of a metric, a parameter or a tag may be, with MLflow's words for what it may not: letters, digits, `_ -
/// . : /` and spaces, and never a text that would mean another path than it says (`..`, `//`, a leading or trailing
/// `/`).
public final class KeyRules {
    /// How long a key may be, in characters.
    public static final int MAX_KEY_LENGTH = 250;

    private KeyRules() {}

    /// Says quickly of most good keys that they are good.
    ///
    /// @param key the key
    /// @return true: [#problem] finds nothing wrong with it, nor is it too long; false: nobody knows yet
    static boolean isPlain(String key) {
        int length = key.length();
        if (length == 0 || length > MAX_KEY_LENGTH || key.charAt(0) == '.') {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = key.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= ':')
                    || c == '_'
                    || c == '-'
                    || c == '.'
                    || c == ' ';
            if (!plain) {
                return false;
            }
        }
        return true;
    }

    /// Looks for what is wrong with a key.
    ///
    /// @param path how the message names it, for example `params[2].key`
    /// @param key the key
    /// @return the message; empty: nothing is wrong
    public static Optional<String> problem(String path, String key) {
        if (!key.codePoints().allMatch(KeyRules::isAllowed)) {
            return Optional.of(invalidValue(path, key)
                    + "Names may only contain alphanumerics, underscores (_), dashes (-), periods (.),"
                    + " spaces ( ), colon(:) and slashes (/).");
        }
        return pathProblem(path, key);
    }

    /// Looks whether a name, read as a path, means another one.
    ///
    /// @param path how the message names it
    /// @param key the name
    /// @return the message; empty: it means itself
    public static Optional<String> pathProblem(String path, String key) {
        String normal = normalPath(key);
        return normal.equals(key) && !normal.equals(".") && !normal.startsWith("..") && !normal.startsWith("/")
                ? Optional.empty()
                : Optional.of(invalidValue(path, key)
                        + "Names may be treated as files in certain cases, and must not resolve to other names when"
                        + " treated as such. This name would resolve to '" + normal + "'");
    }

    /// Looks whether a text is too long.
    ///
    /// @param what how the message names it
    /// @param limit how many characters it may have
    /// @param text the text
    /// @return the message; empty: it is short enough
    public static Optional<String> lengthProblem(String what, int limit, String text) {
        return text.length() <= limit || text.codePointCount(0, text.length()) <= limit
                ? Optional.empty()
                : Optional.of("'" + what + "' exceeds the maximum length of " + limit + " characters");
    }

    /// Begins MLflow's message about a value.
    ///
    /// @param path how the message names the value
    /// @param value the value, which is written as JSON
    /// @return `Invalid value "…" for parameter '…' supplied: `
    public static String invalidValue(String path, String value) {
        return "Invalid value " + PythonText.json(value) + " for parameter '" + path + "' supplied: ";
    }

    /// The members of Python's `[/\w.\- :]`.
    private static boolean isAllowed(int c) {
        return "/_.- :".indexOf(c) >= 0
                || switch (Character.getType(c)) {
                    case Character.UPPERCASE_LETTER,
                            Character.LOWERCASE_LETTER,
                            Character.TITLECASE_LETTER,
                            Character.MODIFIER_LETTER,
                            Character.OTHER_LETTER,
                            Character.DECIMAL_DIGIT_NUMBER,
                            Character.LETTER_NUMBER,
                            Character.OTHER_NUMBER -> true;
                    default -> false;
                };
    }

    /// Python's `posixpath.normpath`.
    private static String normalPath(String path) {
        boolean twoSlashes = path.startsWith("//") && !path.startsWith("///");
        String root = twoSlashes ? "//" : path.startsWith("/") ? "/" : "";
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/", -1)) {
            if (part.isEmpty() || part.equals(".")) {
                continue;
            }
            if (!part.equals("..")
                    || (root.isEmpty() && (parts.isEmpty() || parts.getLast().equals("..")))) {
                parts.addLast(part);
            } else {
                parts.pollLast();
            }
        }
        String normal = root + String.join("/", parts);
        return normal.isEmpty() ? "." : normal;
    }
}
