package io.steelyard.monitoring;

import io.steelyard.data.Batch;
import io.steelyard.stats.CategoryCounts;
import io.steelyard.stats.ChiSquare;
import io.steelyard.stats.KolmogorovSmirnov;
import io.steelyard.stats.PopulationStabilityIndex;
import java.util.Arrays;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A reference's numbers: the values that are there, in ascending order, how many are missing, and the bins.
record ReferenceNumbers(String name, double[] present, int missing, PopulationStabilityIndex bins)
        implements ReferenceColumn {
    private static final int BINS = 10;

    static ReferenceNumbers of(String name, double[] values) {
        double[] present = present(values);
        Arrays.sort(present);
        return new ReferenceNumbers(
                name, present, values.length - present.length, PopulationStabilityIndex.fit(values, BINS));
    }

    @Override
    public DriftTest test() {
        return DriftTest.KOLMOGOROV_SMIRNOV;
    }

    @Override
    public Difference against(Batch rows) {
        return against(rows.doubles(name));
    }

    Difference against(double[] values) {
        double[] current = present(values);
        double psi = bins.against(values);
        Double ofMissing = missingPValue(current.length, values.length - current.length);
        if (Math.min(present.length, current.length) < LEAST_VALUES) {
            return new Difference(null, ofMissing, psi);
        }
        KolmogorovSmirnov.Result result = KolmogorovSmirnov.test(present, current);
        double pValue = ofMissing == null ? result.pValue() : Math.min(1, 2 * Math.min(result.pValue(), ofMissing));
        return new Difference(result.statistic(), pValue, psi);
    }

    /// The p-value of the change in the share of missing values; null where neither side has any, or one has too few rows.
    private @Nullable Double missingPValue(int currentPresent, int currentMissing) {
        if (missing + currentMissing == 0
                || Math.min(present.length + missing, currentPresent + currentMissing) < LEAST_VALUES) {
            return null;
        }
        return ChiSquare.test(counts(present.length, missing), counts(currentPresent, currentMissing))
                .pValue();
    }

    private static CategoryCounts counts(long present, long missing) {
        TreeMap<String, Long> counts = new TreeMap<>();
        counts.put("present", present);
        return new CategoryCounts(counts, missing);
    }

    private static double[] present(double[] values) {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    }
}
