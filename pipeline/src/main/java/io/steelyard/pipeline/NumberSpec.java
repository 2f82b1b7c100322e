package io.steelyard.pipeline;

import io.steelyard.transforms.CycleEncoding;
import io.steelyard.transforms.MinMaxScaling;
import io.steelyard.transforms.NumericBinning;
import io.steelyard.transforms.QuantileTransform;
import io.steelyard.transforms.RobustScaling;
import io.steelyard.transforms.StandardScaling;
import io.steelyard.transforms.Transform;
import org.jspecify.annotations.Nullable;

/// Transforms of columns of numbers.
sealed interface NumberSpec extends TransformSpec {
    /// A number becomes the number of its bin, in a column more with the ending `_bin`.
    ///
    /// @param column the numeric column
    /// @param columns the same for several
    /// @param bins how many bins
    /// @param strategy `quantile` or `uniform`
    /// @param missing `keep` (where it is missing) or `last_bin`
    record Binning(
            @Nullable String column,
            @Nullable ColumnsSpec columns,
            Integer bins,
            NumericBinning.Strategy strategy,
            NumericBinning.Missing missing)
            implements NumberSpec {
        public Binning {
            Required.present("bins", bins);
            Required.present("strategy", strategy);
            missing = Required.orElse(missing, NumericBinning.Missing.KEEP);
            int count = bins;
            NumericBinning.Missing place = missing;
            ColumnsSpec.check(column, columns, name -> new NumericBinning(name, count, strategy, place));
        }

        @Override
        public Transform transform(long seed) {
            return ColumnsSpec.each(column, columns, name -> new NumericBinning(name, bins, strategy, missing));
        }
    }

    /// Mean 0 and standard deviation 1.
    ///
    /// @param column the numeric column, which is replaced
    /// @param columns the same for several
    record Standard(@Nullable String column, @Nullable ColumnsSpec columns) implements NumberSpec {
        public Standard {
            ColumnsSpec.check(column, columns, StandardScaling::new);
        }

        @Override
        public Transform transform(long seed) {
            return ColumnsSpec.each(column, columns, StandardScaling::new);
        }
    }

    /// The training rows' least and greatest value become two numbers.
    ///
    /// @param column the numeric column, which is replaced
    /// @param columns the same for several
    /// @param least what the least value becomes; 0 where it is missing
    /// @param greatest what the greatest value becomes; 1 where it is missing
    /// @param outside `keep` (where it is missing) or `clip`
    record MinMax(
            @Nullable String column,
            @Nullable ColumnsSpec columns,
            Double least,
            Double greatest,
            MinMaxScaling.Outside outside)
            implements NumberSpec {
        public MinMax {
            least = Required.orElse(least, 0.0);
            greatest = Required.orElse(greatest, 1.0);
            outside = Required.orElse(outside, MinMaxScaling.Outside.KEEP);
            double low = least;
            double high = greatest;
            MinMaxScaling.Outside policy = outside;
            ColumnsSpec.check(column, columns, name -> new MinMaxScaling(name, low, high, policy));
        }

        @Override
        public Transform transform(long seed) {
            return ColumnsSpec.each(column, columns, name -> new MinMaxScaling(name, least, greatest, outside));
        }
    }

    /// Median 0, and 1 between two quantiles.
    ///
    /// @param column the numeric column, which is replaced
    /// @param columns the same for several
    /// @param low the lower probability; 0.25 where it is missing
    /// @param high the upper probability; 0.75 where it is missing
    record Robust(@Nullable String column, @Nullable ColumnsSpec columns, Double low, Double high)
            implements NumberSpec {
        private static final double FIRST_QUARTILE = 0.25;
        private static final double THIRD_QUARTILE = 0.75;

        public Robust {
            low = Required.orElse(low, FIRST_QUARTILE);
            high = Required.orElse(high, THIRD_QUARTILE);
            double from = low;
            double to = high;
            ColumnsSpec.check(column, columns, name -> new RobustScaling(name, from, to));
        }

        @Override
        public Transform transform(long seed) {
            return ColumnsSpec.each(column, columns, name -> new RobustScaling(name, low, high));
        }
    }

    /// A number by its rank among the training rows.
    ///
    /// @param column the numeric column, which is replaced
    /// @param columns the same for several
    /// @param quantiles how many quantiles; 1000 where it is missing
    /// @param output `uniform` (where it is missing) or `normal`
    record Quantile(
            @Nullable String column, @Nullable ColumnsSpec columns, Integer quantiles, QuantileTransform.Output output)
            implements NumberSpec {
        private static final int USUAL_QUANTILES = 1000;

        public Quantile {
            quantiles = Required.orElse(quantiles, USUAL_QUANTILES);
            output = Required.orElse(output, QuantileTransform.Output.UNIFORM);
            int count = quantiles;
            QuantileTransform.Output kind = output;
            ColumnsSpec.check(column, columns, name -> new QuantileTransform(name, count, kind));
        }

        @Override
        public Transform transform(long seed) {
            return ColumnsSpec.each(column, columns, name -> new QuantileTransform(name, quantiles, output));
        }
    }

    /// A number that goes round as sine and cosine.
    ///
    /// @param column the numeric column, which becomes two
    /// @param columns the same for several
    /// @param period after how much it begins again
    record Cycle(@Nullable String column, @Nullable ColumnsSpec columns, Double period) implements NumberSpec {
        public Cycle {
            Required.present("period", period);
            double length = period;
            ColumnsSpec.check(column, columns, name -> new CycleEncoding(name, length));
        }

        @Override
        public Transform transform(long seed) {
            return ColumnsSpec.each(column, columns, name -> new CycleEncoding(name, period));
        }
    }
}
