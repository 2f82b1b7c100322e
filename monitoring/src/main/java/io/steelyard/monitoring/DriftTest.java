package io.steelyard.monitoring;

/// By which test a column's change is told from chance.
public enum DriftTest {
    /// The two-sample Kolmogorov-Smirnov test, for numbers: its statistic is the greatest distance of the distribution functions.
    KOLMOGOROV_SMIRNOV,
    /// The chi-square test of homogeneity, for text, a missing value being a category: its statistic is chi-square.
    CHI_SQUARE
}
