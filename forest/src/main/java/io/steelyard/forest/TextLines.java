package io.steelyard.forest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The lines of a text of `key=value` lines, one after another, and the numbers in them.
final class TextLines {
    /// No number that a program writes is longer.
    private static final int LONGEST_NUMBER = 64;

    private final byte[] bytes;
    private int start;
    private int end;
    private int following;
    private int number;

    TextLines(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Goes to the next line.
    ///
    /// @return false where there is none
    boolean next() {
        if (following >= bytes.length) {
            return false;
        }
        start = following;
        end = start;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        following = end + 1;
        if (end > start && bytes[end - 1] == '\r') {
            end--;
        }
        number++;
        return true;
    }

    boolean is(String text) {
        return end - start == text.length() && startsWith(text);
    }

    boolean startsWith(String text) {
        if (end - start < text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (bytes[start + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// What stands before the line's first `=`; the whole line where there is none.
    String key() {
        int at = start;
        while (at < end && bytes[at] != '=') {
            at++;
        }
        return text(start, at);
    }

    /// What stands behind the line's first `=`; empty where there is none.
    String value() {
        return text(Math.min(valueStart(), end), end);
    }

    /// The whole numbers behind the line's first `=`, between spaces.
    int[] ints() {
        int[] values = new int[16];
        int size = 0;
        for (int at = word(valueStart()); at < end; at = word(wordEnd(at))) {
            values = size < values.length ? values : Arrays.copyOf(values, 2 * size);
            values[size++] = integer(at, wordEnd(at));
        }
        return Arrays.copyOf(values, size);
    }

    /// The numbers behind the line's first `=`, between spaces.
    double[] doubles() {
        double[] values = new double[16];
        int size = 0;
        for (int at = word(valueStart()); at < end; at = word(wordEnd(at))) {
            values = size < values.length ? values : Arrays.copyOf(values, 2 * size);
            values[size++] = real(at, wordEnd(at));
        }
        return Arrays.copyOf(values, size);
    }

    ForestException failure(String message) {
        return new ForestException("line " + number + ": " + message);
    }

    private int valueStart() {
        int at = start;
        while (at < end && bytes[at] != '=') {
            at++;
        }
        return at + 1;
    }

    private int word(int from) {
        int at = from;
        while (at < end && bytes[at] == ' ') {
            at++;
        }
        return at;
    }

    private int wordEnd(int from) {
        int at = from;
        while (at < end && bytes[at] != ' ') {
            at++;
        }
        return at;
    }

    private int integer(int from, int to) {
        int digits = bytes[from] == '-' ? from + 1 : from;
        long value = 0;
        for (int i = digits; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9 || i - digits >= 10) {
                throw failure("'" + quoted(from, to) + "' should be an integer");
            }
            value = value * 10 + digit;
        }
        value = digits == from ? value : -value;
        // LightGBM writes bits as an unsigned number.
        if (digits == to || value < Integer.MIN_VALUE || value > 0xffffffffL) {
            throw failure("'" + quoted(from, to) + "' should be an integer");
        }
        return (int) value;
    }

    private double real(int from, int to) {
        if (to - from > LONGEST_NUMBER) {
            throw failure("'" + quoted(from, to) + "' should be a number");
        }
        String word = text(from, to);
        return switch (word) {
            case "nan", "-nan" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> parsed(word);
        };
    }

    private double parsed(String word) {
        try {
            return Double.parseDouble(word);
        } catch (NumberFormatException e) {
            throw failure("'" + word + "' should be a number");
        }
    }

    private String quoted(int from, int to) {
        return text(from, Math.min(to, from + LONGEST_NUMBER));
    }

    private String text(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
