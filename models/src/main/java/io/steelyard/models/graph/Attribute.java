package io.steelyard.models.graph;

import java.util.List;

/// A setting of a node.
public final class Attribute {
    private static final int NAME = 1;
    private static final int INT = 3;
    private static final int TENSOR = 5;
    private static final int INTS = 8;
    private static final int STRINGS = 9;
    private static final int TYPE = 20;
    private static final int INT_TYPE = 2;
    private static final int TENSOR_TYPE = 4;
    private static final int INTS_TYPE = 7;
    private static final int STRINGS_TYPE = 8;

    private final Message message;

    private Attribute(String name, int type) {
        message = new Message().text(NAME, name).number(TYPE, type);
    }

    /// A whole number.
    ///
    /// @param name the attribute's name
    /// @param value the number
    /// @return the attribute
    public static Attribute of(String name, long value) {
        Attribute attribute = new Attribute(name, INT_TYPE);
        attribute.message.number(INT, value);
        return attribute;
    }

    /// Whole numbers.
    ///
    /// @param name the attribute's name
    /// @param values the numbers
    /// @return the attribute
    public static Attribute of(String name, long[] values) {
        Attribute attribute = new Attribute(name, INTS_TYPE);
        for (long value : values) {
            attribute.message.number(INTS, value);
        }
        return attribute;
    }

    /// Texts.
    ///
    /// @param name the attribute's name
    /// @param values the texts
    /// @return the attribute
    public static Attribute of(String name, List<String> values) {
        Attribute attribute = new Attribute(name, STRINGS_TYPE);
        values.forEach(value -> attribute.message.text(STRINGS, value));
        return attribute;
    }

    /// A tensor.
    ///
    /// @param name the attribute's name
    /// @param value the tensor
    /// @return the attribute
    public static Attribute of(String name, Tensor value) {
        Attribute attribute = new Attribute(name, TENSOR_TYPE);
        attribute.message.message(TENSOR, value.message(name));
        return attribute;
    }

    Message message() {
        return message;
    }
}
