package io.steelyard.forest;

/// What turns a margin, the sum over the trees, into a score, and back. A closed set.
public enum Link {
    /// The margin is the score.
    IDENTITY,
    /// The margin is a log-odds, the score a probability.
    LOGISTIC;

    /// The score of a margin, by XGBoost's float32 formula.
    ///
    /// For [#LOGISTIC] that is `1 / (exp(min(-margin, 88.7)) + 1)`, from about 3e-39 to 1 and never 0; the exponential
    /// is
    /// rounded from a double, so that the score differs from that of XGBoost on glibc in about one row of 5,000, and
    /// then
    /// by at most 2 units in the last place.
    ///
    /// @param margin the margin
    /// @return the score; NaN for NaN
    public float score(float margin) {
        return switch (this) {
            case IDENTITY -> margin;
            case LOGISTIC -> 1.0f / ((float) Math.exp(Math.min(-margin, 88.7f)) + 1.0f);
        };
    }

    /// The margin of a score: the inverse of [#score], by XGBoost's float32 formula.
    ///
    /// For [#LOGISTIC] that is `-log(1 / score - 1)`; the logarithm is rounded from a double, so that the margin
    /// differs from
    /// that of XGBoost on glibc for about one score of 200, and then by one unit in the last place.
    ///
    /// @param score the score; for [#LOGISTIC] between 0 and 1, both excluded, else the margin is infinite or NaN
    /// @return the margin
    float margin(float score) {
        return switch (this) {
            case IDENTITY -> score;
            case LOGISTIC -> -(float) Math.log(1.0f / score - 1.0f);
        };
    }
}
