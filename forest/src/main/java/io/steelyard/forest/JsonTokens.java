package io.steelyard.forest;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/// Reads JSON (RFC 8259), with the words `NaN`, `Infinity` and `-Infinity` for the numbers that JSON lacks, as XGBoost
/// writes them.
final class JsonTokens implements Tokens {
    /// No number that a program writes is longer.
    private static final int LONGEST_NUMBER = 64;

    private final byte[] bytes;
    private int at;
    private int nested;

    JsonTokens(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public void object(Consumer<String> field) {
        items('{', '}', () -> {
            String name = text();
            expect(':');
            field.accept(name);
        });
    }

    @Override
    public void array(Runnable item) {
        items('[', ']', item);
    }

    @Override
    public String text() {
        expect('"');
        int start = at;
        while (next() != '"') {
            if (bytes[at - 1] == '\\') {
                return escaped(start);
            }
        }
        return new String(bytes, start, at - 1 - start, StandardCharsets.UTF_8);
    }

    @Override
    public int[] ints() {
        int[][] values = {new int[16]};
        int[] size = {0};
        array(() -> {
            values[0] = size[0] < values[0].length ? values[0] : Arrays.copyOf(values[0], 2 * size[0]);
            values[0][size[0]++] = integer(word());
        });
        return Arrays.copyOf(values[0], size[0]);
    }

    @Override
    public float[] floats() {
        float[][] values = {new float[16]};
        int[] size = {0};
        array(() -> {
            values[0] = size[0] < values[0].length ? values[0] : Arrays.copyOf(values[0], 2 * size[0]);
            values[0][size[0]++] = number(word());
        });
        return Arrays.copyOf(values[0], size[0]);
    }

    @Override
    public void skip() {
        switch (peek()) {
            case '{' -> object(name -> skip());
            case '[' -> array(this::skip);
            case '"' -> text();
            default -> {
                String word = word();
                if (!word.equals("null")) {
                    number(word);
                }
            }
        }
    }

    @Override
    public void end() {
        while (at < bytes.length && isSpace(bytes[at])) {
            at++;
        }
        if (at < bytes.length) {
            throw failure((bytes.length - at) + " bytes follow after the model's end");
        }
    }

    @Override
    public ForestException failure(String message) {
        return new ForestException("byte " + at + ": " + message);
    }

    private void items(char open, char close, Runnable item) {
        expect(open);
        if (++nested > MOST_NESTED) {
            throw failure("values are nested more than " + MOST_NESTED + " deep");
        }
        if (peek() == close) {
            at++;
        } else {
            item.run();
            while (peek() == ',') {
                at++;
                item.run();
            }
            expect(close);
        }
        nested--;
    }

    private void expect(char wanted) {
        if (peek() != wanted) {
            throw failure("'" + wanted + "' should stand here, not '" + (char) bytes[at] + "'");
        }
        at++;
    }

    private byte peek() {
        while (at < bytes.length && isSpace(bytes[at])) {
            at++;
        }
        byte found = next();
        at--;
        return found;
    }

    private byte next() {
        if (at == bytes.length) {
            throw failure("the file is cut short: more should follow");
        }
        return bytes[at++];
    }

    /// Reads a string again from its start, into which escapes were written.
    private String escaped(int start) {
        at = start;
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (byte b = next(); b != '"'; b = next()) {
            if (b != '\\') {
                text.write(b);
                continue;
            }
            byte escape = next();
            switch (escape) {
                case '"', '\\', '/' -> text.write(escape);
                case 'b' -> text.write('\b');
                case 'f' -> text.write('\f');
                case 'n' -> text.write('\n');
                case 'r' -> text.write('\r');
                case 't' -> text.write('\t');
                case 'u' -> text.writeBytes(unicode().getBytes(StandardCharsets.UTF_8));
                default -> throw failure("'\\" + (char) escape + "' is no escape of JSON");
            }
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    private String unicode() {
        StringBuilder text = new StringBuilder();
        text.append(hex());
        // A character beyond 16 bits stands as two escapes.
        while (Character.isHighSurrogate(text.charAt(text.length() - 1))
                && at + 1 < bytes.length
                && bytes[at] == '\\'
                && bytes[at + 1] == 'u') {
            at += 2;
            text.append(hex());
        }
        return text.toString();
    }

    private char hex() {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(next(), 16);
            if (digit < 0) {
                throw failure("four hexadecimal digits should follow '\\u'");
            }
            value = value << 4 | digit;
        }
        return (char) value;
    }

    /// Reads a number, or a word that stands bare.
    private String word() {
        peek();
        int start = at;
        while (at < bytes.length && isOfWord(bytes[at]) && at - start <= LONGEST_NUMBER) {
            at++;
        }
        String word = new String(bytes, start, at - start, StandardCharsets.US_ASCII);
        if (word.isEmpty() || word.length() > LONGEST_NUMBER) {
            at = start;
            throw failure("a number should stand here");
        }
        return word;
    }

    private int integer(String word) {
        try {
            return switch (word) {
                case "true" -> 1;
                case "false" -> 0;
                default -> Integer.parseInt(word);
            };
        } catch (NumberFormatException e) {
            throw failure("'" + word + "' should be an integer");
        }
    }

    private float number(String word) {
        try {
            return switch (word) {
                case "true" -> 1;
                case "false" -> 0;
                default -> Float.parseFloat(word);
            };
        } catch (NumberFormatException e) {
            throw failure("'" + word + "' should be a number");
        }
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    private static boolean isOfWord(byte b) {
        return Character.isLetterOrDigit(b) || b == '-' || b == '+' || b == '.';
    }
}
