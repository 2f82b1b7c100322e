package io.steelyard.transforms;

import io.steelyard.data.DataException;

/// The labels of training rows, for steps that learn from them.
///
/// @param kind what the labels mean
/// @param values one label a row, handed over; for classes the class number from 0; finite
public record Target(Kind kind, double[] values) {
    /// What labels mean.
    public enum Kind {
        /// 0 or 1.
        BINARY,
        /// The number of a class, from 0, of three or more.
        CLASSES,
        /// A number.
        NUMBER
    }

    public Target {
        for (int row = 0; row < values.length; row++) {
            double value = values[row];
            boolean fits = switch (kind) {
                case BINARY -> value == 0 || value == 1;
                case CLASSES -> value >= 0 && value <= Short.MAX_VALUE && value == Math.rint(value);
                case NUMBER -> Double.isFinite(value);
            };
            if (!fits) {
                throw new DataException(
                        DataException.Kind.WRONG_TYPE,
                        "the target is " + value + " in row " + (row + 1) + ", but must be "
                                + switch (kind) {
                                    case BINARY -> "0 or 1";
                                    case CLASSES -> "the number of a class, from 0";
                                    case NUMBER -> "a finite number";
                                });
            }
        }
    }

    /// Labels that are 0 or 1.
    ///
    /// @param values one label a row, handed over
    /// @return the target
    /// @throws DataException where a label is another number, NaN included; it names the row
    public static Target binary(double[] values) {
        return new Target(Kind.BINARY, values);
    }

    /// Labels that are the number of a class, from 0.
    ///
    /// @param values one label a row, handed over
    /// @return the target
    /// @throws DataException where a label is another number, NaN included; it names the row
    public static Target classes(double[] values) {
        return new Target(Kind.CLASSES, values);
    }

    /// Labels that are numbers.
    ///
    /// @param values one label a row, handed over
    /// @return the target
    /// @throws DataException where a label is NaN or infinite; it names the row
    public static Target number(double[] values) {
        return new Target(Kind.NUMBER, values);
    }

    /// How many rows there are.
    int rows() {
        return values.length;
    }
}
