package io.steelyard.models.graph;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/// A tensor of constants.
public final class Tensor {
    private static final int DIMS = 1;
    private static final int DATA_TYPE = 2;
    private static final int STRING_DATA = 6;
    private static final int NAME = 8;
    private static final int RAW_DATA = 9;

    private final ElementType type;
    private final List<Integer> shape;
    private final byte[] raw;
    private final List<String> texts;

    private Tensor(ElementType type, List<Integer> shape, byte[] raw, List<String> texts) {
        this.type = type;
        this.shape = List.copyOf(shape);
        this.raw = raw;
        this.texts = List.copyOf(texts);
    }

    /// Numbers of 64 bits.
    ///
    /// @param shape the sizes, outer first
    /// @param values row after row
    /// @return the tensor
    public static Tensor doubles(List<Integer> shape, double... values) {
        byte[] bytes = new byte[values.length * Double.BYTES];
        ByteBuffer raw = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            raw.putDouble(value);
        }
        return new Tensor(ElementType.DOUBLE, shape, bytes, List.of());
    }

    /// Whole numbers of 64 bits.
    ///
    /// @param shape the sizes, outer first
    /// @param values row after row
    /// @return the tensor
    public static Tensor longs(List<Integer> shape, long... values) {
        byte[] bytes = new byte[values.length * Long.BYTES];
        ByteBuffer raw = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (long value : values) {
            raw.putLong(value);
        }
        return new Tensor(ElementType.INT64, shape, bytes, List.of());
    }

    /// Whole numbers of 8 bits.
    ///
    /// @param values the numbers of a tensor of one dimension
    /// @return the tensor
    public static Tensor bytes(byte... values) {
        return new Tensor(ElementType.UINT8, List.of(values.length), values.clone(), List.of());
    }

    /// Texts.
    ///
    /// @param values the texts of a tensor of one dimension
    /// @return the tensor
    public static Tensor texts(List<String> values) {
        return new Tensor(ElementType.STRING, List.of(values.size()), new byte[0], values);
    }

    Message message(String name) {
        Message message = new Message();
        shape.forEach(size -> message.number(DIMS, size));
        message.number(DATA_TYPE, type.number());
        texts.forEach(text -> message.text(STRING_DATA, text));
        message.text(NAME, name);
        if (type != ElementType.STRING) {
            message.bytes(RAW_DATA, raw);
        }
        return message;
    }
}
