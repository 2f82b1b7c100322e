package io.steelyard.tracking.jdbc;

/// The beginning of a text, which is what indexes of texts hold.
final class TextPrefix {
    /// So many characters; the migrations say so too.
    static final int LENGTH = 64;

    /// Follows every text, once it stands after it often enough.
    private static final String GREATEST =
            Character.toString(Character.MAX_CODE_POINT).repeat(LENGTH);

    private TextPrefix() {}

    static String column(SearchDialect dialect, String column) {
        return dialect.bytewise("substr(" + column + ", 1, " + LENGTH + ")");
    }

    static String of(String text) {
        return isWhole(text) ? text : text.substring(0, text.offsetByCodePoints(0, LENGTH));
    }

    /// Says whether the beginning is all of it.
    static boolean isWhole(String text) {
        return text.length() <= LENGTH || text.codePointCount(0, text.length()) <= LENGTH;
    }

    /// What every text like a pattern begins with; empty: nothing is sure.
    static String ofPattern(String pattern) {
        int end = 0;
        while (end < pattern.length() && pattern.charAt(end) != '%' && pattern.charAt(end) != '_') {
            end++;
        }
        return of(pattern.substring(0, end));
    }

    static String lastThatBeginsWith(String prefix) {
        return prefix + GREATEST;
    }
}
