package io.steelyard.evaluation;

/// One number for the quality of a classifier into several classes. Implementations are immutable.
public non-sealed interface MulticlassMetric extends QualityMetric<MulticlassRows> {}
