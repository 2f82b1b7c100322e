package io.steelyard.transforms;

/// Sums of many numbers in an order that does not depend on threads, so exact to about 2⁻⁵⁰ of the sum of the numbers'
/// magnitudes. NaN is left out.
final class Sums {
    private static final int BLOCK = 128;

    private Sums() {}

    /// The sum of the values from one (included) to another (not included).
    static double of(double[] values, int from, int to) {
        return deviations(values, from, to, 0);
    }

    /// The sum of `x - mean`.
    static double deviations(double[] values, int from, int to, double mean) {
        double total = 0;
        double lost = 0;
        for (int at = from; at < to; at += BLOCK) {
            int end = Math.min(at + BLOCK, to);
            double a = 0;
            double b = 0;
            int i = at;
            for (; i + 1 < end; i += 2) {
                double x = values[i] - mean;
                double y = values[i + 1] - mean;
                a += x == x ? x : 0;
                b += y == y ? y : 0;
            }
            if (i < end) {
                double x = values[i] - mean;
                a += x == x ? x : 0;
            }
            double block = a + b;
            double next = total + block;
            lost += Math.abs(total) >= Math.abs(block) ? (total - next) + block : (block - next) + total;
            total = next;
        }
        return total + lost;
    }

    /// The sum of `(x - mean)²`.
    static double squares(double[] values, int from, int to, double mean) {
        double total = 0;
        for (int at = from; at < to; at += BLOCK) {
            int end = Math.min(at + BLOCK, to);
            double a = 0;
            double b = 0;
            int i = at;
            for (; i + 1 < end; i += 2) {
                double x = values[i] - mean;
                double y = values[i + 1] - mean;
                a += x == x ? x * x : 0;
                b += y == y ? y * y : 0;
            }
            if (i < end) {
                double x = values[i] - mean;
                a += x == x ? x * x : 0;
            }
            total += a + b;
        }
        return total;
    }

    /// The sum of sums.
    static double total(double[] sums) {
        return of(sums, 0, sums.length);
    }
}
