package io.steelyard.data;

import java.time.YearMonth;

/// What a value of a CSV file can be read as.
enum CellKind {
    /// An integer of 64 bits.
    INTEGER,
    /// An integer that begins with a zero too many, as codes do.
    CODE,
    /// An integer beyond 64 bits.
    WIDE_INTEGER,
    /// Another number.
    FRACTION,
    BOOLEAN,
    INSTANT,
    TEXT;

    private static final int MOST_DIGITS = 18;

    /// The kind of a value that is not missing.
    ///
    /// @param bytes where it stands, from `from` to before `to`, at least one byte
    /// @param decimal what stands before a fraction
    static CellKind of(byte[] bytes, int from, int to, int decimal) {
        int start = from;
        int end = to;
        while (start < end && bytes[start] == ' ') {
            start++;
        }
        while (start < end && bytes[end - 1] == ' ') {
            end--;
        }
        if (start == end) {
            return TEXT;
        }
        int first = bytes[start];
        if (isDigit(first)) {
            if (end - start >= InstantText.SHORTEST && bytes[start + InstantText.YEAR_DIGITS] == '-') {
                return InstantText.matches(bytes, start, end) ? INSTANT : TEXT;
            }
            return number(bytes, start, start, end, decimal);
        }
        if (first == '-' || first == '+') {
            return number(bytes, start, start + 1, end, decimal);
        }
        if (first == decimal) {
            return number(bytes, start, start, end, decimal);
        }
        if (isWord(bytes, start, end, "true") || isWord(bytes, start, end, "false")) {
            return BOOLEAN;
        }
        return isNotFinite(bytes, start, end) ? FRACTION : TEXT;
    }

    /// Whether it is a number of any kind.
    boolean isNumber() {
        return switch (this) {
            case INTEGER, CODE, WIDE_INTEGER, FRACTION -> true;
            case BOOLEAN, INSTANT, TEXT -> false;
        };
    }

    private static CellKind number(byte[] bytes, int sign, int from, int to, int decimal) {
        int at = digits(bytes, from, to);
        int whole = at - from;
        if (at == to) {
            return whole == 0 ? TEXT : integer(bytes, sign, from, to);
        }
        int fraction = 0;
        if (bytes[at] == decimal) {
            int end = digits(bytes, at + 1, to);
            fraction = end - at - 1;
            at = end;
        }
        if (whole + fraction == 0) {
            return isNotFinite(bytes, from, to) ? FRACTION : TEXT;
        }
        if (at < to && (bytes[at] | 0x20) == 'e') {
            int exponent = at + 1;
            if (exponent < to && (bytes[exponent] == '-' || bytes[exponent] == '+')) {
                exponent++;
            }
            at = digits(bytes, exponent, to);
            if (at == exponent) {
                return TEXT;
            }
        }
        return at == to ? FRACTION : TEXT;
    }

    private static CellKind integer(byte[] bytes, int sign, int from, int to) {
        if (to - from > 1 && bytes[from] == '0') {
            return CODE;
        }
        if (to - from <= MOST_DIGITS) {
            return INTEGER;
        }
        try {
            Long.parseLong(new String(bytes, sign, to - sign, java.nio.charset.StandardCharsets.US_ASCII));
            return INTEGER;
        } catch (NumberFormatException e) {
            return WIDE_INTEGER;
        }
    }

    private static boolean isNotFinite(byte[] bytes, int from, int to) {
        return isWord(bytes, from, to, "nan") || isWord(bytes, from, to, "inf") || isWord(bytes, from, to, "infinity");
    }

    private static boolean isWord(byte[] bytes, int from, int to, String word) {
        if (to - from != word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if ((bytes[from + i] | 0x20) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int digits(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && isDigit(bytes[at])) {
            at++;
        }
        return at;
    }

    private static boolean isDigit(int b) {
        return b >= '0' && b <= '9';
    }

    /// Instants as they are usually written: a date, or a date and a time, with or without a zone.
    private static final class InstantText {
        static final int SHORTEST = 10;
        static final int YEAR_DIGITS = 4;
        private static final int MONTH_AT = 5;
        private static final int DAY_AT = 8;
        private static final int MOST_FRACTION = 9;
        private static final int NO_DIGITS = -1_000_000;

        private InstantText() {}

        static boolean matches(byte[] b, int from, int to) {
            int year = pair(b, from, to) * 100 + pair(b, from + 2, to);
            int month = pair(b, from + MONTH_AT, to);
            int day = pair(b, from + DAY_AT, to);
            if (year < 1 || b[from + 7] != '-' || month < 1 || month > 12 || day < 1) {
                return false;
            }
            if (day > 28 && day > YearMonth.of(year, month).lengthOfMonth()) {
                return false;
            }
            int at = from + SHORTEST;
            return at == to || ((b[at] == ' ' || b[at] == 'T') && time(b, at + 1, to));
        }

        private static boolean time(byte[] b, int from, int to) {
            if (!between(b, from, to, 23) || !isAt(b, from + 2, to, ':') || !between(b, from + 3, to, 59)) {
                return false;
            }
            int at = from + 5;
            if (isAt(b, at, to, ':')) {
                if (!between(b, at + 1, to, 59)) {
                    return false;
                }
                at += 3;
                if (isAt(b, at, to, '.')) {
                    int end = digits(b, at + 1, to);
                    if (end == at + 1 || end - at - 1 > MOST_FRACTION) {
                        return false;
                    }
                    at = end;
                }
            }
            return at == to || zone(b, at, to);
        }

        private static boolean zone(byte[] b, int from, int to) {
            if (b[from] == 'Z') {
                return from + 1 == to;
            }
            if ((b[from] != '+' && b[from] != '-') || !between(b, from + 1, to, 15)) {
                return false;
            }
            int at = from + 3;
            return at == to || (isAt(b, at, to, ':') && between(b, at + 1, to, 59) && at + 3 == to);
        }

        private static boolean isAt(byte[] b, int at, int to, char expected) {
            return at < to && b[at] == expected;
        }

        private static boolean between(byte[] b, int at, int to, int most) {
            int value = pair(b, at, to);
            return value >= 0 && value <= most;
        }

        private static int pair(byte[] b, int at, int to) {
            if (at + 1 >= to || !isDigit(b[at]) || !isDigit(b[at + 1])) {
                return NO_DIGITS;
            }
            return (b[at] - '0') * 10 + b[at + 1] - '0';
        }
    }
}
