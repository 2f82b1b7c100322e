package io.steelyard.transforms;

import io.steelyard.data.Batch;

/// Shifts and scales numbers to mean 0 and standard deviation 1 over the training rows, as scikit-learn's
/// `StandardScaler`: population deviation (ddof 0); a deviation that is 0 but for rounding counts as 1; missing values
/// are passed over and stay missing.
///
/// @param column the numeric column
public record StandardScaling(String column) implements InputTransform {
    private static final double EPSILON = Math.ulp(1.0);

    @Override
    public FittedScaling fit(Batch training) {
        Observed observed = Observed.of(training, column);
        double[] values = observed.values();
        int count = observed.count();
        double mean = observed.mean();
        double[] squares = new double[Chunks.pieces(values.length)];
        double[] shifts = new double[squares.length];
        Chunks.eachPiece(values.length, (piece, from, to) -> {
            squares[piece] = Sums.squares(values, from, to, mean);
            shifts[piece] = Sums.deviations(values, from, to, mean);
        });
        double shift = Sums.total(shifts);
        double variance = (Sums.total(squares) - shift * shift / count) / count;
        double noise = count * mean * EPSILON;
        boolean constant = variance <= count * EPSILON * variance + noise * noise;
        return new FittedScaling(column, mean, constant ? 1 : Math.sqrt(variance));
    }
}
