package io.steelyard.transforms;

import io.steelyard.data.Batch;

/// Stretches numbers so that the training rows' least value becomes one number and their greatest another, as
/// scikit-learn's `MinMaxScaler(feature_range=(least, greatest), clip=…)`: with the range `r` of the training rows' values
/// (1 where it is below 10·2⁻⁵²), `factor = (greatest − least) / r` and `shift = least − min · factor`. Missing values are
/// passed over and stay missing; a constant column becomes `least`.
///
/// @param column the numeric column
/// @param least what the least value becomes, finite
/// @param greatest what the greatest value becomes, finite and above `least`
/// @param outside what becomes of values beyond those of the training rows
public record MinMaxScaling(String column, double least, double greatest, Outside outside) implements InputTransform {
    /// What becomes of values beyond those of the training rows.
    public enum Outside {
        /// They lie outside the range.
        KEEP,
        /// They become the nearest end of the range.
        CLIP
    }

    public MinMaxScaling {
        if (!(least < greatest) || !Double.isFinite(least) || !Double.isFinite(greatest)) {
            throw new IllegalArgumentException("'" + column + "' cannot be scaled to the range from " + least + " to "
                    + greatest + ": the first must be below the second, both finite");
        }
    }

    /// Scaling to the range from 0 to 1, values beyond the training rows' outside of it.
    ///
    /// @param column the numeric column
    public MinMaxScaling(String column) {
        this(column, 0, 1, Outside.KEEP);
    }

    @Override
    public FittedMinMaxScaling fit(Batch training) {
        Observed observed = Observed.of(training, column);
        double range = Scales.orOne(observed.greatest() - observed.least());
        double factor = (greatest - least) / range;
        return new FittedMinMaxScaling(column, factor, least - observed.least() * factor, least, greatest, outside);
    }
}
