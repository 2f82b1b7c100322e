package io.steelyard.forest;

/// The linear models in the leaves of a LightGBM tree. Where a feature of a leaf's model is missing, the leaf's plain
/// value counts.
///
/// @param constants by node
/// @param features by node; none at an inner node
/// @param coefficients by node, one a feature
record LinearLeaves(double[] constants, int[][] features, double[][] coefficients) {
    /// @throws ForestException where a leaf's model looks at a feature that is not there
    void check(int count) {
        for (int[] leaf : features) {
            for (int feature : leaf) {
                if (feature < 0 || feature >= count) {
                    throw new ForestException("a leaf's linear model looks at feature " + feature
                            + ", but the model has features 0 to " + (count - 1));
                }
            }
        }
    }

    double value(int node, Rows rows, int row, double plain) {
        double sum = constants[node];
        for (int i = 0; i < features[node].length; i++) {
            double value = rows.doubleAt(row, features[node][i]);
            if (Double.isNaN(value)) {
                return plain;
            }
            sum += coefficients[node][i] * value;
        }
        return sum;
    }
}
