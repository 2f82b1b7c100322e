package io.steelyard.monitoring;

import io.steelyard.data.Batch;
import io.steelyard.stats.CategoricalPsi;
import io.steelyard.stats.CategoryCounts;
import io.steelyard.stats.ChiSquare;

/// A reference's texts: how often each occurs.
record ReferenceTexts(String name, CategoryCounts counts) implements ReferenceColumn {
    static ReferenceTexts of(Batch rows, String name) {
        return new ReferenceTexts(name, CategoryCounts.of(rows.strings(name).values()));
    }

    @Override
    public DriftTest test() {
        return DriftTest.CHI_SQUARE;
    }

    @Override
    public Difference against(Batch rows) {
        CategoryCounts current = CategoryCounts.of(rows.strings(name).values());
        double psi = new CategoricalPsi(counts).against(current);
        if (Math.min(counts.rows(), current.rows()) < LEAST_VALUES) {
            return new Difference(null, null, psi);
        }
        ChiSquare.Result result = ChiSquare.test(counts, current);
        return new Difference(result.statistic(), result.pValue(), psi);
    }
}
