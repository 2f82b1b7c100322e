package io.steelyard.transforms;

import io.steelyard.data.Batch;
import io.steelyard.stats.Quantiles;
import java.util.Arrays;

/// Adds a column with the number of a value's bin, from 0, under the name of the column with the ending `_bin`.
///
/// The edges are `numpy.percentile` (quantile) or `numpy.linspace` (uniform) over the training rows' values, to the
/// bit; a value belongs to the bin whose lower edge it reaches, as in `numpy.digitize`, and values outside go to the
/// first and last bin.
///
/// @param column the numeric column
/// @param bins how many bins, at least 1
/// @param strategy where the edges lie
/// @param missing what becomes of missing values
public record NumericBinning(String column, int bins, Strategy strategy, Missing missing) implements Transform {
    /// Where the edges lie.
    public enum Strategy {
        /// As many training rows in each bin.
        QUANTILE,
        /// Each bin as wide.
        UNIFORM
    }

    /// What becomes of missing values.
    public enum Missing {
        /// They stay missing.
        KEEP,
        /// They go to the last bin, as `numpy.digitize` has it.
        LAST_BIN
    }

    public NumericBinning {
        if (bins < 1) {
            throw new IllegalArgumentException("'" + column + "' needs at least 1 bin, not " + bins);
        }
    }

    @Override
    public FittedBinning fit(Batch training) {
        double[] values = Observed.values(training, column);
        double[] edges = switch (strategy) {
            case QUANTILE -> Quantiles.edges(values, bins);
            case UNIFORM -> uniform(values);
        };
        return new FittedBinning(column, Arrays.stream(edges).boxed().toList(), missing);
    }

    /// `numpy.linspace(min, max, bins + 1)`.
    private double[] uniform(double[] values) {
        double least = Arrays.stream(values).min().orElseThrow();
        double greatest = Arrays.stream(values).max().orElseThrow();
        double[] edges = new double[bins + 1];
        double step = (greatest - least) / bins;
        for (int i = 0; i < bins; i++) {
            edges[i] = step == 0 ? i * (greatest - least) / bins + least : i * step + least;
        }
        edges[bins] = greatest;
        return edges;
    }
}
