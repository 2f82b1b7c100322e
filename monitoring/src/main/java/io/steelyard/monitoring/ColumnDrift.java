package io.steelyard.monitoring;

import org.jspecify.annotations.Nullable;

/// How a column differs from the reference.
///
/// @param column the column's name
/// @param test the test
/// @param statistic the test's statistic; null where one side has too few values
/// @param pValue the test's p-value, from 0 to 1; where the share of missing values changed too, that counts (see
///     [DriftReference]); null where one side has too few rows
/// @param adjustedPValue the p-value after Benjamini and Hochberg's correction over the report's columns; null where pValue is
/// @param psi the population stability index, 0 or more; null where one side has no rows
/// @param state what is decided
public record ColumnDrift(
        String column,
        DriftTest test,
        @Nullable Double statistic,
        @Nullable Double pValue,
        @Nullable Double adjustedPValue,
        @Nullable Double psi,
        DriftState state) {}
