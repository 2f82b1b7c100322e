package io.steelyard.forest;

/// What turns a row's margins, the sums over the trees, into its scores. A closed set.
///
/// The arithmetic is that of the library which wrote the model: float32 for XGBoost, double for LightGBM, the model's
/// own type for ONNX.
public enum Link {
    /// The margins are the scores.
    IDENTITY,
    /// `1 / (1 + exp(-steepness * margin))`: a probability. Of several outputs each is one against all others.
    LOGISTIC,
    /// `exp(margin)` divided by the sum over the row's outputs: the probabilities of the classes.
    SOFTMAX,
    /// As [#SOFTMAX], but an output of 0 keeps its 0.
    SOFTMAX_ZERO,
    /// `exp(margin)`: a count, a cost, a relative risk.
    EXPONENTIAL,
    /// 1 where the margin is above 0, else 0.
    STEP,
    /// `margin * |margin|`: the model learned from square roots.
    SIGNED_SQUARE,
    /// `log(1 + exp(margin))`.
    LOG_ONE_PLUS_EXPONENTIAL,
    /// The quantile function of the normal distribution, by an approximation with an error of about 0.002.
    PROBIT
}
