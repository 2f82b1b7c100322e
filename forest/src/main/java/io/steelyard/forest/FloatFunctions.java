package io.steelyard.forest;

/// The exponential and the logarithm of a float as the C library of Linux (glibc from 2.28 on) rounds them, because
/// XGBoost's
/// scores are made with them: a last bit off in the base score is a last bit off in every margin.
///
/// The method is that of the ARM Optimized Routines (S. Nagy, 2018), which glibc uses: split off a power of two, take the
/// nearest entry of a small table, and a short polynomial in double for the rest. The polynomials' coefficients and the
/// logarithm's table are theirs, published under the MIT licence.
final class FloatFunctions {
    private static final int EXP_STEPS = 32;
    private static final double INV_LN2_STEPS = 0x1.71547652b82fep+0 * EXP_STEPS;
    /// Adding it rounds to a whole number, which then stands in the lowest bits.
    private static final double SHIFT = 0x1.8p+52;

    private static final double EXP_3 = 0x1.c6af84b912394p-5 / EXP_STEPS / EXP_STEPS / EXP_STEPS;
    private static final double EXP_2 = 0x1.ebfce50fac4f3p-3 / EXP_STEPS / EXP_STEPS;
    private static final double EXP_1 = 0x1.62e42ff0c52d6p-1 / EXP_STEPS;
    private static final float EXP_OVERFLOW = 0x1.62e42ep6f;
    private static final float EXP_UNDERFLOW = -0x1.9fe368p6f;

    private static final double LN2 = 0x1.62e42fefa39efp-1;
    private static final double LOG_3 = -0x1.00ea348b88334p-2;
    private static final double LOG_2 = 0x1.5575b0be00b6ap-2;
    private static final double LOG_1 = -0x1.ffffef20a4123p-2;
    private static final int LOG_OFFSET = 0x3f330000;

    /// For each sixteenth of a power of two a number near its middle: its inverse, and its logarithm.
    private static final double[] LOG_INVERSE = {
        0x1.661ec79f8f3bep+0,
        0x1.571ed4aaf883dp+0,
        0x1.49539f0f010bp+0,
        0x1.3c995b0b80385p+0,
        0x1.30d190c8864a5p+0,
        0x1.25e227b0b8eap+0,
        0x1.1bb4a4a1a343fp+0,
        0x1.12358f08ae5bap+0,
        0x1.0953f419900a7p+0,
        0x1p+0,
        0x1.e608cfd9a47acp-1,
        0x1.ca4b31f026aap-1,
        0x1.b2036576afce6p-1,
        0x1.9c2d163a1aa2dp-1,
        0x1.886e6037841edp-1,
        0x1.767dcf5534862p-1,
    };

    private static final double[] LOG = {
        -0x1.57bf7808caadep-2,
        -0x1.2bef0a7c06ddbp-2,
        -0x1.01eae7f513a67p-2,
        -0x1.b31d8a68224e9p-3,
        -0x1.6574f0ac07758p-3,
        -0x1.1aa2bc79c81p-3,
        -0x1.a4e76ce8c0e5ep-4,
        -0x1.1973c5a611cccp-4,
        -0x1.252f438e10c1ep-5,
        0x0p+0,
        0x1.aa5aa5df25984p-5,
        0x1.c5e53aa362eb4p-4,
        0x1.526e57720db08p-3,
        0x1.bc2860d22477p-3,
        0x1.1058bc8a07ee1p-2,
        0x1.4043057b6ee09p-2,
    };

    /// 2 to the power of i/32.
    private static final double[] POWERS = new double[EXP_STEPS];

    static {
        for (int i = 0; i < EXP_STEPS; i++) {
            POWERS[i] = StrictMath.pow(2, i / (double) EXP_STEPS);
        }
    }

    private FloatFunctions() {}

    static float exp(float x) {
        if (!(x <= EXP_OVERFLOW)) {
            return Float.isNaN(x) ? x : Float.POSITIVE_INFINITY;
        }
        if (x < EXP_UNDERFLOW) {
            return 0;
        }
        double steps = INV_LN2_STEPS * x;
        double shifted = steps + SHIFT;
        int whole = (int) Double.doubleToRawLongBits(shifted);
        double rest = steps - (shifted - SHIFT);
        double power = POWERS[whole & EXP_STEPS - 1] * powerOfTwo(whole >> 5);
        double higher = EXP_3 * rest + EXP_2;
        double lower = EXP_1 * rest + 1;
        return (float) ((higher * (rest * rest) + lower) * power);
    }

    static float log(float x) {
        if (!(x > 0) || x == Float.POSITIVE_INFINITY) {
            return x == 0 ? Float.NEGATIVE_INFINITY : x > 0 ? x : Float.NaN;
        }
        int bits = Float.floatToRawIntBits(x);
        if (bits < 0x00800000) {
            bits = Float.floatToRawIntBits(x * 0x1p23f) - (23 << 23);
        }
        if (bits == 0x3f800000) {
            return 0;
        }
        int offset = bits - LOG_OFFSET;
        int entry = offset >> 19 & 15;
        int exponent = offset >> 23;
        double z = Float.intBitsToFloat(bits - (offset & 0xff800000));
        double rest = z * LOG_INVERSE[entry] - 1;
        double whole = LOG[entry] + exponent * LN2;
        double square = rest * rest;
        double y = LOG_3 * square + (LOG_2 * rest + LOG_1);
        return (float) (y * square + (whole + rest));
    }

    private static double powerOfTwo(int exponent) {
        return Double.longBitsToDouble((long) (exponent + 1023) << 52);
    }
}
