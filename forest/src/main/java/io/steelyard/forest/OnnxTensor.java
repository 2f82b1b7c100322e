package io.steelyard.forest;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// A constant tensor of an ONNX file, as numbers.
///
/// @param values in row-major order
/// @param isDouble whether they are doubles
record OnnxTensor(double[] values, boolean isDouble) {
    private static final int FLOAT = 1;
    private static final int UINT8 = 2;
    private static final int INT64 = 7;
    private static final int DOUBLE = 11;

    static OnnxTensor read(ProtoReader tensor) {
        long type = 0;
        ByteBuffer raw = ByteBuffer.allocate(0);
        ProtoReader.Doubles reals = new ProtoReader.Doubles();
        ProtoReader.Longs integers = new ProtoReader.Longs();
        for (int field = tensor.next(); field != 0; field = tensor.next()) {
            switch (field) {
                case 2 -> type = tensor.integer();
                case 4 -> tensor.floats(reals);
                case 5, 7 -> tensor.integers(integers);
                case 9 -> raw = tensor.bytes().order(ByteOrder.LITTLE_ENDIAN);
                case 10 -> tensor.doubles(reals);
                case 14 -> throw tensor.failure("a tensor lies in another file: save the model as one file");
                default -> tensor.skip();
            }
        }
        boolean ofReals = type == FLOAT || type == DOUBLE;
        if (!ofReals && type != UINT8 && type != INT64) {
            throw tensor.failure(
                    "a tensor is of ONNX's type " + type + ", but float, double, uint8 or int64 is needed");
        }
        if (raw.hasRemaining()) {
            return new OnnxTensor(unpacked(raw, (int) type), type == DOUBLE);
        }
        double[] values = reals.toArray();
        if (!ofReals) {
            long[] whole = integers.toArray();
            values = new double[whole.length];
            for (int i = 0; i < whole.length; i++) {
                values[i] = whole[i];
            }
        }
        return new OnnxTensor(values, type == DOUBLE);
    }

    private static double[] unpacked(ByteBuffer raw, int type) {
        int size = switch (type) {
            case FLOAT -> Float.BYTES;
            case UINT8 -> 1;
            default -> Double.BYTES;
        };
        if (raw.remaining() % size != 0) {
            throw new ForestException("a tensor has " + raw.remaining() + " bytes, which do not make whole values");
        }
        double[] values = new double[raw.remaining() / size];
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (type) {
                case FLOAT -> raw.getFloat();
                case UINT8 -> raw.get() & 0xff;
                case INT64 -> raw.getLong();
                default -> raw.getDouble();
            };
        }
        return values;
    }
}
