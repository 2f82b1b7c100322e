package io.steelyard.stats;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// A double spelled as Python spells it, for texts and digests that must equal those of a Python program.
public final class PythonFloat {
    /// `repr` writes an exponent from 1e16 on, and below 1e-4.
    private static final int LARGEST_PLAIN_EXPONENT = 15;

    private static final int SMALLEST_PLAIN_EXPONENT = -4;

    private PythonFloat() {}

    /// Python's `repr(value)`: the shortest decimal that reads back as the same double, and among those the nearest.
    ///
    /// @param value any double
    /// @return for example `0.1`, `1.0`, `1e-05`, `1e+16`, `-0.0`, `5e-324`, `nan`, `inf`, `-inf`
    public static String repr(double value) {
        if (!Double.isFinite(value)) {
            return notFinite(value);
        }
        String sign = sign(value);
        double magnitude = Math.abs(value);
        if (magnitude == 0) {
            return sign + "0.0";
        }
        BigDecimal shortest = shortest(magnitude);
        String digits = shortest.unscaledValue().toString();
        int exponent = digits.length() - 1 - shortest.scale();
        if (exponent < SMALLEST_PLAIN_EXPONENT || exponent > LARGEST_PLAIN_EXPONENT) {
            String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
            return sign + digits.charAt(0) + fraction + exponent(exponent);
        }
        return sign + (shortest.scale() <= 0 ? shortest.toBigInteger() + ".0" : shortest.toPlainString());
    }

    /// Python's `f"{value:.4f}"`, here for 4 digits: the exact binary value rounded to the digits, halves to the even
    /// digit.
    ///
    /// @param value any double
    /// @param digits how many digits stand after the point, 0 or more
    /// @return for example `0.7060`, `-0.0000`, `nan`, `inf`, `-inf`
    /// @throws IllegalArgumentException where digits is negative
    public static String fixed(double value, int digits) {
        if (digits < 0) {
            throw new IllegalArgumentException("digits is " + digits + ", but must be 0 or more");
        }
        if (!Double.isFinite(value)) {
            return notFinite(value);
        }
        BigDecimal rounded = new BigDecimal(Math.abs(value)).setScale(digits, RoundingMode.HALF_EVEN);
        return sign(value) + rounded.toPlainString();
    }

    private static String notFinite(double value) {
        return Double.isNaN(value) ? "nan" : sign(value) + "inf";
    }

    private static String sign(double value) {
        return Double.doubleToRawLongBits(value) < 0 ? "-" : "";
    }

    /// The JDK's [Double#toString] gives the shortest decimal, except that it spends two digits where one is enough.
    private static BigDecimal shortest(double magnitude) {
        BigDecimal oneDigit = new BigDecimal(magnitude).round(new MathContext(1, RoundingMode.HALF_EVEN));
        BigDecimal shortest =
                oneDigit.doubleValue() == magnitude ? oneDigit : new BigDecimal(Double.toString(magnitude));
        return shortest.stripTrailingZeros();
    }

    private static String exponent(int exponent) {
        int magnitude = Math.abs(exponent);
        return (exponent < 0 ? "e-" : "e+") + (magnitude < 10 ? "0" : "") + magnitude;
    }
}
