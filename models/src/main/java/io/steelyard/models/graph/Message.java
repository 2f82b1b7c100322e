package io.steelyard.models.graph;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// A message in protobuf's wire form: fields one after another, each with its number.
///
/// The form is that of <https://protobuf.dev/programming-guides/encoding/>; the numbers are those of `onnx.proto`.
final class Message {
    private static final int VARINT = 0;
    private static final int LENGTH = 2;
    private static final int FIXED_32 = 5;
    private static final int FIELD_SHIFT = 3;
    private static final int BYTE_SHIFT = 8;
    private static final int SEVEN_BITS = 0x7f;
    private static final int MORE = 0x80;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Message number(int field, long value) {
        varint(((long) field << FIELD_SHIFT) | VARINT);
        varint(value);
        return this;
    }

    Message real(int field, float value) {
        varint(((long) field << FIELD_SHIFT) | FIXED_32);
        int bits = Float.floatToRawIntBits(value);
        for (int i = 0; i < Float.BYTES; i++) {
            bytes.write(bits >>> (i * BYTE_SHIFT));
        }
        return this;
    }

    Message text(int field, String value) {
        return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    Message message(int field, Message value) {
        return bytes(field, value.toBytes());
    }

    Message bytes(int field, byte[] value) {
        varint(((long) field << FIELD_SHIFT) | LENGTH);
        varint(value.length);
        bytes.writeBytes(value);
        return this;
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }

    private void varint(long value) {
        long rest = value;
        while ((rest & ~SEVEN_BITS) != 0) {
            bytes.write((int) ((rest & SEVEN_BITS) | MORE));
            rest >>>= Byte.SIZE - 1;
        }
        bytes.write((int) rest);
    }
}
