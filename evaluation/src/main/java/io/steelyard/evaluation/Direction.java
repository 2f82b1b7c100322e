package io.steelyard.evaluation;

/// Which way a metric is better.
public enum Direction {
    /// A greater value is better, as for accuracy.
    GREATER_IS_BETTER,
    /// A smaller value is better, as for a loss.
    SMALLER_IS_BETTER;

    /// Compares two values of a metric, the worse one first; NaN, which says nothing, comes last.
    ///
    /// @param left one value
    /// @param right the other
    /// @return negative where left is worse, positive where right is, 0 where they are equal
    public int compareWorstFirst(double left, double right) {
        if (Double.isNaN(left) || Double.isNaN(right)) {
            return Boolean.compare(Double.isNaN(left), Double.isNaN(right));
        }
        return switch (this) {
            case GREATER_IS_BETTER -> Double.compare(left, right);
            case SMALLER_IS_BETTER -> Double.compare(right, left);
        };
    }
}
