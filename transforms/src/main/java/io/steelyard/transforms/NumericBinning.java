package io.steelyard.transforms;

import io.steelyard.data.Batch;
import io.steelyard.stats.Quantiles;

/// Adds a column with the number of a value's bin, from 0, under the name of the column with the ending `_bin`.
///
/// The edges are `numpy.percentile` (quantile, NumPy's linear interpolation) or `numpy.linspace` (uniform) over all
/// training rows' values, to the bit; a value belongs to the bin whose lower edge it reaches, as in `numpy.digitize`, and
/// values outside, infinite ones too, go to the first and last bin.
///
/// Equals scikit-learn's `KBinsDiscretizer(encode="ordinal", quantile_method="linear", subsample=None)` where no edges
/// are equal. Differs where they are: there equal edges become one and the bins are numbered anew, here bins between equal
/// edges stay empty, so that the numbers of bins are those of NumPy; a constant column is there in bin 0, here in the
/// last. Missing values are there an error.
///
/// @param column the numeric column
/// @param bins how many bins, at least 1
/// @param strategy where the edges lie
/// @param missing what becomes of missing values
public record NumericBinning(String column, int bins, Strategy strategy, Missing missing) implements InputTransform {
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
        Observed observed = Observed.of(training, column);
        double[] edges = switch (strategy) {
            case QUANTILE -> Quantiles.edges(observed.values(), bins);
            case UNIFORM -> uniform(observed.least(), observed.greatest());
        };
        return new FittedBinning(column, Doubles.of(edges), missing);
    }

    /// `numpy.linspace(least, greatest, bins + 1)`.
    private double[] uniform(double least, double greatest) {
        double[] edges = new double[bins + 1];
        double step = (greatest - least) / bins;
        for (int i = 0; i < bins; i++) {
            edges[i] = step == 0 ? i * (greatest - least) / bins + least : i * step + least;
        }
        edges[bins] = greatest;
        return edges;
    }
}
