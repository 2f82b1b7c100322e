package io.steelyard.forest;

/// A column each feature.
final class FloatColumns extends Rows {
    private final float[][] columns;

    FloatColumns(float[][] columns, int count, int features) {
        super(count, features);
        this.columns = columns;
    }

    @Override
    float floatAt(int row, int feature) {
        return columns[feature][row];
    }

    @Override
    double doubleAt(int row, int feature) {
        return columns[feature][row];
    }

    @Override
    void copy(int feature, int from, int count, float[] into) {
        float[] column = columns[feature];
        for (int i = 0; i < count; i++) {
            into[i] = column[from + i];
        }
    }

    @Override
    void copy(int feature, int from, int count, double[] into) {
        float[] column = columns[feature];
        for (int i = 0; i < count; i++) {
            into[i] = column[from + i];
        }
    }
}
