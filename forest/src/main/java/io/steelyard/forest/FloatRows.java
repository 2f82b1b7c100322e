package io.steelyard.forest;

/// Rows one after another.
final class FloatRows extends Rows {
    private final float[] values;

    FloatRows(float[] values, int count, int features) {
        super(count, features);
        this.values = values;
    }

    @Override
    float floatAt(int row, int feature) {
        return values[row * features() + feature];
    }

    @Override
    double doubleAt(int row, int feature) {
        return values[row * features() + feature];
    }

    @Override
    void copy(int feature, int from, int count, float[] into) {
        int at = from * features() + feature;
        for (int i = 0; i < count; i++) {
            into[i] = values[at];
            at += features();
        }
    }

    @Override
    void copy(int feature, int from, int count, double[] into) {
        int at = from * features() + feature;
        for (int i = 0; i < count; i++) {
            into[i] = values[at];
            at += features();
        }
    }
}
