package io.steelyard.stats;

import org.apache.commons.statistics.inference.ChiSquareTest;
import org.apache.commons.statistics.inference.SignificanceResult;

/// Pearson's chi-square test of homogeneity: could two string columns have come from one distribution over
/// categories? Equal to `scipy.stats.chi2_contingency` on the 2 × k table of counts with `correction=False`.
///
/// A category is one that either column has; missing values are a category where either has any. The approximation
/// wants some 5 expected rows in every place of the table.
public final class ChiSquare {
    private ChiSquare() {}

    /// What the test says.
    ///
    /// @param statistic Σ (observed−expected)²/expected over the table, 0 or more
    /// @param pValue how likely so great a statistic is between two samples of one distribution, from 0 to 1
    /// @param degreesOfFreedom the number of categories less 1
    public record Result(double statistic, double pValue, int degreesOfFreedom) {}

    /// Tests two columns.
    ///
    /// @param reference the counts of one
    /// @param current the counts of the other
    /// @return the test; statistic 0 and p-value 1 where there is but one category
    /// @throws IllegalArgumentException where a column has no rows; the message names which
    public static Result test(CategoryCounts reference, CategoryCounts current) {
        long[][] table = CategoryCounts.table(reference, current);
        int degreesOfFreedom = table[0].length - 1;
        if (degreesOfFreedom == 0) {
            return new Result(0, 1, 0);
        }
        SignificanceResult result = ChiSquareTest.withDefaults().test(table);
        return new Result(result.getStatistic(), result.getPValue(), degreesOfFreedom);
    }
}
