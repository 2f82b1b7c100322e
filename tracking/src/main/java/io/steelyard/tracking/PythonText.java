package io.steelyard.tracking;

import java.util.HexFormat;

/// A text spelled as Python spells it, for digests and messages that must equal those of a Python program.
public final class PythonText {
    private PythonText() {}

    /// Python's `json.dumps(text)`: what is not printable ASCII becomes `\\uXXXX`, one for each half of a surrogate
    /// pair.
    ///
    /// @param text any text
    /// @return the text in double quotes, in ASCII
    public static String json(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\f' -> out.append("\\f");
                case '\b' -> out.append("\\b");
                default -> {
                    if (c >= ' ' && c <= '~') {
                        out.append(c);
                    } else {
                        out.append("\\u").append(HexFormat.of().toHexDigits(c));
                    }
                }
            }
        }
        return out.append('"').toString();
    }

    /// Python's `repr(text)`, for texts of printable characters, tabs and line ends.
    ///
    /// @param text the text
    /// @return the text in single quotes; in double ones where it holds a single quote and no double one
    public static String repr(String text) {
        char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        StringBuilder out = new StringBuilder(text.length() + 2).append(quote);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> out.append(c == quote ? "\\" + c : c);
            }
        }
        return out.append(quote).toString();
    }
}
