package io.steelyard.tracking.jdbc;

/// What an index holds of a text: SQLite's all of it, PostgreSQL's the beginning, for a row of its indexes is limited.
final class TextPrefix {
    /// So many characters; the migrations say so too.
    private static final int LENGTH = 64;

    /// Follows every text, once it stands after it often enough.
    private static final String GREATEST =
            Character.toString(Character.MAX_CODE_POINT).repeat(LENGTH);

    private TextPrefix() {}

    static String column(SearchDialect dialect, String column) {
        return switch (dialect) {
            case SQLITE -> column;
            case POSTGRES -> dialect.bytewise("substr(" + column + ", 1, " + LENGTH + ")");
        };
    }

    static String of(SearchDialect dialect, String text) {
        return switch (dialect) {
            case SQLITE -> text;
            case POSTGRES -> isShort(text) ? text : text.substring(0, text.offsetByCodePoints(0, LENGTH));
        };
    }

    private static boolean isShort(String text) {
        return text.length() <= LENGTH || text.codePointCount(0, text.length()) <= LENGTH;
    }

    /// Says whether what an index holds is the whole text for sure.
    static boolean isWhole(SearchDialect dialect, String held) {
        return switch (dialect) {
            case SQLITE -> true;
            case POSTGRES -> held.codePointCount(0, held.length()) < LENGTH;
        };
    }

    /// What every text like a pattern begins with; empty: nothing is sure.
    static String ofPattern(SearchDialect dialect, String pattern) {
        int end = 0;
        while (end < pattern.length() && pattern.charAt(end) != '%' && pattern.charAt(end) != '_') {
            end++;
        }
        return of(dialect, pattern.substring(0, end));
    }

    static String lastThatBeginsWith(String prefix) {
        return prefix + GREATEST;
    }
}
