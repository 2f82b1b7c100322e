package io.steelyard.learner.djl;

/// Standardised rows that a network sees at once.
///
/// @param values row after row
/// @param labels one a row
/// @param weights one a row
record Rows(float[] values, float[] labels, float[] weights) {
    /// The rows of some numbers.
    Rows take(int[] order, int from, int to) {
        int width = values.length / labels.length;
        float[] some = new float[(to - from) * width];
        float[] someLabels = new float[to - from];
        float[] someWeights = new float[to - from];
        for (int i = from; i < to; i++) {
            System.arraycopy(values, order[i] * width, some, (i - from) * width, width);
            someLabels[i - from] = labels[order[i]];
            someWeights[i - from] = weights[order[i]];
        }
        return new Rows(some, someLabels, someWeights);
    }

    /// How much all rows count together.
    double weight() {
        double sum = 0;
        for (float weight : weights) {
            sum += weight;
        }
        return sum;
    }

    /// For each row and class, 1 where the row is of the class, else 0.
    float[] oneOf(int classes) {
        float[] ones = new float[labels.length * classes];
        for (int row = 0; row < labels.length; row++) {
            ones[row * classes + (int) labels[row]] = 1;
        }
        return ones;
    }
}
