package io.steelyard.models.graph;

/// The types of a tensor's elements that the graphs use. A closed set.
public enum ElementType {
    /// 32-bit floating point.
    FLOAT(1),
    /// Whole numbers from 0 to 255.
    UINT8(2),
    /// 64-bit whole numbers.
    INT64(7),
    /// Text.
    STRING(8),
    /// True and false.
    BOOL(9),
    /// 64-bit floating point.
    DOUBLE(11);

    private final int number;

    ElementType(int number) {
        this.number = number;
    }

    /// The number of `TensorProto.DataType`.
    ///
    /// @return for example 11 for [#DOUBLE]
    public int number() {
        return number;
    }
}
