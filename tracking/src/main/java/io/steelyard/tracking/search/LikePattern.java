package io.steelyard.tracking.search;

/// The pattern of LIKE: `%` stands for any text, also none, `_` for any one character (a code point), every other
/// character for itself; there is no way to write a `%` that means itself.
///
/// @param text the pattern
/// @param letterCase what great and small letters are to it
public record LikePattern(String text, LetterCase letterCase) {
    /// What great and small letters are.
    public enum LetterCase {
        /// Different, as for LIKE.
        DISTINCT,
        /// The same from `A` to `Z`, as for ILIKE; other letters stay different, in every store.
        SAME
    }

    /// Says whether a text is like this.
    ///
    /// @param value the text
    /// @return true where the whole text fits
    public boolean matches(String value) {
        int[] pattern = characters(text);
        int[] given = characters(value);
        int p = 0;
        int v = 0;
        // Where the last % stood, and what it would have to swallow next: going back further never helps.
        int anyAt = -1;
        int swallowed = 0;
        while (v < given.length) {
            if (p < pattern.length && pattern[p] == '%') {
                anyAt = p++;
                swallowed = v;
            } else if (p < pattern.length && (pattern[p] == '_' || pattern[p] == given[v])) {
                p++;
                v++;
            } else if (anyAt >= 0) {
                p = anyAt + 1;
                v = ++swallowed;
            } else {
                return false;
            }
        }
        while (p < pattern.length && pattern[p] == '%') {
            p++;
        }
        return p == pattern.length;
    }

    private int[] characters(String characters) {
        return switch (letterCase) {
            case DISTINCT -> characters.codePoints().toArray();
            case SAME ->
                characters
                        .codePoints()
                        .map(c -> c >= 'A' && c <= 'Z' ? c + 32 : c)
                        .toArray();
        };
    }
}
