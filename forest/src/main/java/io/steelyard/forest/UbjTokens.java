package io.steelyard.forest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/// Reads Universal Binary JSON (draft 12): a marker, then the value, big-endian. A container may state the number of
/// its values, and the
/// one marker of them all.
final class UbjTokens implements Tokens {
    private static final char UNSTATED = 0;
    private static final int UNCOUNTED = -1;

    private final ByteBuffer in;
    private int nested;
    /// The marker of the next value, where its container stated it.
    private char stated = UNSTATED;

    /// How a container began: the marker of its values or [#UNSTATED], their number or [#UNCOUNTED].
    private record Opening(char stated, int count, char close) {}

    UbjTokens(byte[] bytes) {
        in = ByteBuffer.wrap(bytes);
    }

    @Override
    public void object(Consumer<String> field) {
        expect('{');
        Opening opening = open('}');
        for (int i = 0; more(opening, i); i++) {
            String name = string();
            stated = opening.stated();
            field.accept(name);
        }
        nested--;
    }

    @Override
    public void array(Runnable item) {
        expect('[');
        Opening opening = open(']');
        for (int i = 0; more(opening, i); i++) {
            stated = opening.stated();
            item.run();
        }
        nested--;
    }

    @Override
    public String text() {
        expect('S');
        return string();
    }

    @Override
    public int[] ints() {
        expect('[');
        Opening opening = open(']');
        int[] values = new int[Math.max(opening.count(), 16)];
        int size = 0;
        for (; more(opening, size); size++) {
            stated = opening.stated();
            values = size < values.length ? values : Arrays.copyOf(values, 2 * size);
            values[size] = asInt(integer(marker()));
        }
        nested--;
        return Arrays.copyOf(values, size);
    }

    @Override
    public float[] floats() {
        expect('[');
        Opening opening = open(']');
        float[] values = new float[Math.max(opening.count(), 16)];
        int size = 0;
        for (; more(opening, size); size++) {
            stated = opening.stated();
            values = size < values.length ? values : Arrays.copyOf(values, 2 * size);
            values[size] = number(marker());
        }
        nested--;
        return Arrays.copyOf(values, size);
    }

    @Override
    public void skip() {
        char marker = marker();
        switch (marker) {
            case '{' -> {
                stated = '{';
                object(name -> skip());
            }
            case '[' -> {
                stated = '[';
                array(this::skip);
            }
            case 'S', 'H' -> string();
            case 'Z', 'T', 'F' -> {}
            case 'C' -> need(1).get();
            default -> number(marker);
        }
    }

    @Override
    public void end() {
        if (in.hasRemaining()) {
            throw failure(in.remaining() + " bytes follow after the model's end");
        }
    }

    @Override
    public ForestException failure(String message) {
        return new ForestException("byte " + in.position() + ": " + message);
    }

    private void expect(char wanted) {
        char found = marker();
        if (found != wanted) {
            throw failure("a value of kind '" + wanted + "' should stand here, not '" + printable(found) + "'");
        }
    }

    private char marker() {
        char marker = stated;
        stated = UNSTATED;
        while (marker == UNSTATED) {
            char next = (char) (need(1).get() & 0xff);
            marker = next == 'N' ? UNSTATED : next;
        }
        return marker;
    }

    private Opening open(char close) {
        if (++nested > MOST_NESTED) {
            throw failure("values are nested more than " + MOST_NESTED + " deep");
        }
        char type = UNSTATED;
        if (peek() == '$') {
            in.get();
            type = (char) (need(1).get() & 0xff);
            if (peek() != '#') {
                throw failure("a container that states its type should state its size, too");
            }
        }
        if (peek() != '#') {
            return new Opening(type, UNCOUNTED, close);
        }
        in.get();
        return new Opening(type, length(), close);
    }

    private boolean more(Opening opening, int done) {
        if (opening.count() != UNCOUNTED) {
            return done < opening.count();
        }
        while (peek() == 'N') {
            in.get();
        }
        if (peek() != opening.close()) {
            return true;
        }
        in.get();
        return false;
    }

    private char peek() {
        return (char) (need(1).get(in.position()) & 0xff);
    }

    /// Reads a size. Each of that many things takes at least a byte, so that a greater one than the bytes left is a
    /// lie.
    private int length() {
        long length = integer(marker());
        if (length < 0 || length > in.remaining()) {
            throw failure("a size of " + length + " is claimed, but " + in.remaining()
                    + " bytes are left: the file is cut short or damaged");
        }
        return (int) length;
    }

    private String string() {
        byte[] text = new byte[length()];
        in.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    private long integer(char marker) {
        return switch (marker) {
            case 'i' -> need(1).get();
            case 'U' -> need(1).get() & 0xff;
            case 'I' -> need(2).getShort();
            case 'l' -> need(4).getInt();
            case 'L' -> need(8).getLong();
            case 'T' -> 1;
            case 'F' -> 0;
            default -> throw failure("an integer should stand here, not a value of kind '" + printable(marker) + "'");
        };
    }

    private float number(char marker) {
        return switch (marker) {
            case 'd' -> need(4).getFloat();
            case 'D' -> (float) need(8).getDouble();
            default -> integer(marker);
        };
    }

    private int asInt(long value) {
        if (value != (int) value) {
            throw failure("the integer " + value + " is beyond what a model can hold");
        }
        return (int) value;
    }

    private ByteBuffer need(int bytes) {
        if (in.remaining() < bytes) {
            throw failure(
                    "the file is cut short: " + bytes + " more bytes should follow, but " + in.remaining() + " do");
        }
        return in;
    }

    private static String printable(char marker) {
        return marker > ' ' && marker < 127 ? String.valueOf(marker) : "0x" + Integer.toHexString(marker);
    }
}
