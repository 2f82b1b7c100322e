package io.steelyard.transforms;

import io.steelyard.data.Batch;
import io.steelyard.stats.Quantiles;
import java.util.Arrays;

/// Numbers into bins: adds the column `<column>_bin` with the number of the bin, from 0.
///
/// Edges and bins are NumPy's to the last bit. [Strategy#QUANTILE]: `np.percentile(values, np.linspace(0, 100, bins +
/// 1))`;
/// [Strategy#UNIFORM]: `np.linspace(min, max, bins + 1)`; both over the values that are not missing. A value's bin is
/// `np.digitize(value, edges[1:-1])`: how many inner edges are less than or equal to it. So a value on an edge belongs
/// to
/// the bin above, and what lies outside the training values to the first or last bin. Edges may coincide: bins between
/// them stay empty.
///
/// @param column the numeric column
/// @param bins how many bins, 1 or more
/// @param strategy where the edges lie
/// @param missing what becomes of missing values
public record NumericBinning(String column, int bins, Strategy strategy, Missing missing) implements Transform {
    /// Where the edges lie.
    public enum Strategy {
        /// Bins of equal share of the training values.
        QUANTILE,
        /// Bins of equal width.
        UNIFORM
    }

    /// What becomes of missing values.
    public enum Missing {
        /// Missing stays missing.
        KEEP,
        /// Missing goes into the last bin, as `np.digitize` puts NaN there.
        LAST_BIN
    }

    public NumericBinning {
        if (bins < 1) {
            throw new IllegalArgumentException(
                    "bins of column '" + column + "' is " + bins + ", but must be 1 or more");
        }
    }

    /// Finds the edges.
    ///
    /// @param training the training rows
    /// @return the step with its edges
    /// @throws io.steelyard.data.DataException where the column is missing, not numeric, holds no value or an infinite
    /// one
    @Override
    public FittedNumericBinning fit(Batch training) {
        double[] values = Observed.values(training, column);
        double[] edges = switch (strategy) {
            case QUANTILE -> Quantiles.edges(values, bins);
            case UNIFORM -> uniform(values);
        };
        return new FittedNumericBinning(column, edges, missing);
    }

    private double[] uniform(double[] values) {
        double min = Arrays.stream(values).min().orElseThrow();
        double max = Arrays.stream(values).max().orElseThrow();
        double step = (max - min) / bins;
        double[] edges = new double[bins + 1];
        Arrays.setAll(edges, i -> i * step + min);
        edges[bins] = max;
        return edges;
    }
}
