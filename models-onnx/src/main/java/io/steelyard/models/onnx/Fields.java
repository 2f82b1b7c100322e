package io.steelyard.models.onnx;

import java.util.Arrays;
import java.util.function.LongConsumer;

/// The fields of a message in protobuf's wire form; what is cut short ends the walk.
final class Fields {
    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int LENGTH = 2;
    private static final int FIXED_32 = 5;
    private static final int TYPE_BITS = 7;
    private static final int FIELD_SHIFT = 3;
    private static final int SEVEN_BITS = 0x7f;

    private final byte[] bytes;
    private final int from;
    private final int to;
    private int at;

    /// Told of a field that holds bytes: a message, a text or packed numbers.
    interface OnBytes {
        void field(int number, Fields value);
    }

    /// Told of a field that holds a whole number.
    interface OnNumber {
        void field(int number, long value);
    }

    Fields(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private Fields(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
    }

    byte[] bytes() {
        return Arrays.copyOfRange(bytes, from, to);
    }

    void forEach(OnBytes onBytes) {
        forEach(onBytes, (number, value) -> {});
    }

    void forEach(OnBytes onBytes, OnNumber onNumber) {
        at = from;
        while (at < to) {
            long tag = varint();
            int field = (int) (tag >>> FIELD_SHIFT);
            switch ((int) tag & TYPE_BITS) {
                case VARINT -> onNumber.field(field, varint());
                case FIXED_64 -> at += Long.BYTES;
                case FIXED_32 -> at += Integer.BYTES;
                case LENGTH -> {
                    long length = varint();
                    if (length < 0 || length > to - at) {
                        return;
                    }
                    onBytes.field(field, new Fields(bytes, at, at + (int) length));
                    at += (int) length;
                }
                default -> {
                    return;
                }
            }
        }
    }

    void forEachVarint(LongConsumer onNumber) {
        at = from;
        while (at < to) {
            onNumber.accept(varint());
        }
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE && at < to; shift += Byte.SIZE - 1) {
            byte next = bytes[at++];
            value |= (long) (next & SEVEN_BITS) << shift;
            if (next >= 0) {
                return value;
            }
        }
        return value;
    }
}
