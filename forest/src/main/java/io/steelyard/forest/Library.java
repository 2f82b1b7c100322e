package io.steelyard.forest;

/// Whose model a forest is, and so whose arithmetic it follows. A closed set.
public enum Library {
    /// Sums and scores in float32.
    XGBOOST,
    /// Thresholds, sums and scores in double.
    LIGHTGBM,
    /// The type of the model's leaves, float32 or double.
    ONNX
}
