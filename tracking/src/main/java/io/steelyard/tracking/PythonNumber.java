package io.steelyard.tracking;

import io.steelyard.stats.PythonFloat;
import java.math.BigInteger;

/// A number as a Python program holds it: an `int` without bound or a `float`. The two are spelled, and so hashed,
/// differently: `1` and `1.0`.
public sealed interface PythonNumber {
    /// Makes a `float`.
    ///
    /// @param value any double
    /// @return the number
    static PythonNumber of(double value) {
        return new Real(value);
    }

    /// Makes an `int`.
    ///
    /// @param value any whole number
    /// @return the number
    static PythonNumber ofInt(long value) {
        return new Whole(BigInteger.valueOf(value));
    }

    /// Gives the nearest double.
    ///
    /// @return the value; infinite where an `int` is beyond the doubles
    double doubleValue();

    /// Python's `int`.
    ///
    /// @param value the value
    record Whole(BigInteger value) implements PythonNumber {
        @Override
        public double doubleValue() {
            return value.doubleValue();
        }

        /// Python's `repr`.
        @Override
        public String toString() {
            return value.toString();
        }
    }

    /// Python's `float`. NaN equals NaN, and 0.0 does not equal -0.0.
    ///
    /// @param value the value
    record Real(double value) implements PythonNumber {
        @Override
        public double doubleValue() {
            return value;
        }

        /// Python's `repr`.
        @Override
        public String toString() {
            return PythonFloat.repr(value);
        }
    }
}
