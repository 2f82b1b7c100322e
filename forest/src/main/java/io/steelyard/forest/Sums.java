package io.steelyard.forest;

import java.util.Arrays;

/// The growing margins of some rows, row after row. Of its two arrays the one of the forest's precision is there; the
/// other is empty.
final class Sums {
    final float[] floats;
    final double[] doubles;
    private final int outputs;

    private Sums(float[] floats, double[] doubles, int outputs) {
        this.floats = floats;
        this.doubles = doubles;
        this.outputs = outputs;
    }

    /// @param base what each output begins with
    static Sums of(Precision precision, int rows, double[] base) {
        int outputs = base.length;
        int size = Math.multiplyExact(rows, outputs);
        return switch (precision) {
            case FLOAT -> {
                float[] sums = new float[size];
                if (outputs == 1) {
                    Arrays.fill(sums, (float) base[0]);
                } else {
                    for (int i = 0; i < size; i++) {
                        sums[i] = (float) base[i % outputs];
                    }
                }
                yield new Sums(sums, new double[0], outputs);
            }
            case DOUBLE -> {
                double[] sums = new double[size];
                for (int i = 0; i < size; i++) {
                    sums[i] = base[i % outputs];
                }
                yield new Sums(new float[0], sums, outputs);
            }
        };
    }

    int outputs() {
        return outputs;
    }

    double[] asDoubles() {
        if (floats.length == 0) {
            return doubles;
        }
        double[] wide = new double[floats.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = floats[i];
        }
        return wide;
    }

    float[] asFloats() {
        if (doubles.length == 0) {
            return floats;
        }
        float[] narrow = new float[doubles.length];
        for (int i = 0; i < narrow.length; i++) {
            narrow[i] = (float) doubles[i];
        }
        return narrow;
    }
}
