package io.steelyard.forest;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Reads protobuf's wire format: fields of a number and a kind, in whatever order they stand. What is inside a field is a
/// view of the same bytes, so that no claimed length takes memory.
final class ProtoReader {
    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED_32 = 5;
    private static final int LONGEST_VARINT = 10;

    private final ByteBuffer in;
    private final int from;
    private int kind;

    ProtoReader(byte[] bytes) {
        this(ByteBuffer.wrap(bytes), 0);
    }

    private ProtoReader(ByteBuffer in, int from) {
        this.in = in.order(ByteOrder.LITTLE_ENDIAN);
        this.from = from;
    }

    /// Goes to the next field, whose value has to be read or skipped.
    ///
    /// @return the field's number; 0 where there is none
    int next() {
        if (!in.hasRemaining()) {
            return 0;
        }
        long tag = varint();
        kind = (int) (tag & 7);
        long field = tag >>> 3;
        if (field == 0 || field > Integer.MAX_VALUE) {
            throw failure("a field has the number " + field + ": this is no protobuf message, or it is damaged");
        }
        return (int) field;
    }

    /// The message in the field.
    ProtoReader message() {
        expect(BYTES);
        int length = length();
        int start = in.position();
        ProtoReader inner = new ProtoReader(in.slice(start, length), from + start);
        in.position(start + length);
        return inner;
    }

    String text() {
        return StandardCharsets.UTF_8.decode(message().in).toString();
    }

    /// The bytes of the field.
    ByteBuffer bytes() {
        return message().in;
    }

    long integer() {
        expect(VARINT);
        return varint();
    }

    float number() {
        expect(FIXED_32);
        return need(4).getFloat();
    }

    /// Adds the field's integers, one or packed, to a list.
    void integers(Longs into) {
        if (kind == VARINT) {
            into.add(varint());
            return;
        }
        ProtoReader packed = message();
        while (packed.in.hasRemaining()) {
            into.add(packed.varint());
        }
    }

    /// Adds the field's floats, one or packed, to a list.
    void floats(Doubles into) {
        if (kind == FIXED_32) {
            into.add(need(4).getFloat());
            return;
        }
        ProtoReader packed = message();
        while (packed.in.hasRemaining()) {
            into.add(packed.need(4).getFloat());
        }
    }

    /// Adds the field's doubles, one or packed, to a list.
    void doubles(Doubles into) {
        if (kind == FIXED_64) {
            into.add(need(8).getDouble());
            return;
        }
        ProtoReader packed = message();
        while (packed.in.hasRemaining()) {
            into.add(packed.need(8).getDouble());
        }
    }

    void skip() {
        switch (kind) {
            case VARINT -> varint();
            case FIXED_64 -> need(8).getLong();
            case BYTES -> message();
            case FIXED_32 -> need(4).getInt();
            default -> throw failure("a field is of the kind " + kind + ", which is not in use");
        }
    }

    ForestException failure(String message) {
        return new ForestException("byte " + (from + in.position()) + ": " + message);
    }

    private void expect(int wanted) {
        if (kind != wanted) {
            throw failure("a field is of the kind " + kind + ", but should be of kind " + wanted);
        }
    }

    private int length() {
        long length = varint();
        if (length < 0 || length > in.remaining()) {
            throw failure("a length of " + length + " is claimed, but " + in.remaining()
                    + " bytes are left: the file is cut short or damaged");
        }
        return (int) length;
    }

    private long varint() {
        long value = 0;
        for (int i = 0; i < LONGEST_VARINT; i++) {
            byte b = need(1).get();
            value |= (b & 0x7fL) << (7 * i);
            if (b >= 0) {
                return value;
            }
        }
        throw failure("an integer is longer than " + LONGEST_VARINT + " bytes");
    }

    private ByteBuffer need(int bytes) {
        if (in.remaining() < bytes) {
            throw failure(
                    "the file is cut short: " + bytes + " more bytes should follow, but " + in.remaining() + " do");
        }
        return in;
    }

    /// A growing list of integers.
    static final class Longs {
        private long[] values = new long[8];
        private int size;

        void add(long value) {
            values = size < values.length ? values : Arrays.copyOf(values, 2 * size);
            values[size++] = value;
        }

        int size() {
            return size;
        }

        long[] toArray() {
            return Arrays.copyOf(values, size);
        }
    }

    /// A growing list of numbers.
    static final class Doubles {
        private double[] values = new double[8];
        private int size;

        void add(double value) {
            values = size < values.length ? values : Arrays.copyOf(values, 2 * size);
            values[size++] = value;
        }

        double[] toArray() {
            return Arrays.copyOf(values, size);
        }
    }
}
