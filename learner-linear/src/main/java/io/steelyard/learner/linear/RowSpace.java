package io.steelyard.learner.linear;

import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;

/// The directions of coefficients that change any margin at all. Without a penalty the others are left where they are: at
/// nothing, which gives the coefficients of the least norm.
///
/// @param fit what is fitted
/// @param basis directions of one output, one a column, each with the design's columns; missing where all directions count
record RowSpace(LogisticFit fit, @Nullable DMatrixRMaj basis) {
    static RowSpace of(LogisticFit fit) {
        Design design = fit.design();
        Triangle.Spectrum spectrum = Triangle.of(design, new float[design.rows()], 0).spectrum();
        if (spectrum.full()) {
            return new RowSpace(fit, null);
        }
        int width = design.width();
        int features = design.features();
        int rank = 0;
        for (int i = 0; i < spectrum.values().length; i++) {
            rank += spectrum.counts(i) ? 1 : 0;
        }
        DMatrixRMaj basis = new DMatrixRMaj(width, rank + width - features);
        int column = 0;
        for (int i = 0; i < spectrum.values().length; i++) {
            if (spectrum.counts(i)) {
                for (int feature = 0; feature < features; feature++) {
                    basis.set(feature, column, spectrum.right().get(feature, i));
                }
                column++;
            }
        }
        if (design.intercept()) {
            basis.set(features, rank, 1);
        }
        return new RowSpace(fit, basis);
    }

    double @Nullable [] direction(DMatrixRMaj bend, double[] slope) {
        if (basis == null) {
            return Newton.direction(bend, slope);
        }
        int width = basis.numRows;
        int rank = basis.numCols;
        int outputs = fit.outputs();
        DMatrixRMaj small = new DMatrixRMaj(outputs * rank, outputs * rank);
        double[] smallSlope = new double[outputs * rank];
        for (int one = 0; one < outputs; one++) {
            for (int i = 0; i < rank; i++) {
                for (int row = 0; row < width; row++) {
                    smallSlope[one * rank + i] += basis.get(row, i) * slope[one * width + row];
                }
            }
            for (int other = 0; other < outputs; other++) {
                shrink(bend, one, other, small);
            }
        }
        double[] inside = Newton.direction(small, smallSlope);
        if (inside == null) {
            return null;
        }
        double[] direction = new double[outputs * width];
        for (int output = 0; output < outputs; output++) {
            for (int row = 0; row < width; row++) {
                for (int i = 0; i < rank; i++) {
                    direction[output * width + row] += basis.get(row, i) * inside[output * rank + i];
                }
            }
        }
        return direction;
    }

    private void shrink(DMatrixRMaj bend, int one, int other, DMatrixRMaj small) {
        DMatrixRMaj directions = java.util.Objects.requireNonNull(basis);
        int width = directions.numRows;
        int rank = directions.numCols;
        double[] half = new double[width];
        for (int j = 0; j < rank; j++) {
            for (int row = 0; row < width; row++) {
                half[row] = 0;
                for (int column = 0; column < width; column++) {
                    half[row] += bend.get(one * width + row, other * width + column) * directions.get(column, j);
                }
            }
            for (int i = 0; i < rank; i++) {
                double sum = 0;
                for (int row = 0; row < width; row++) {
                    sum += directions.get(row, i) * half[row];
                }
                small.set(one * rank + i, other * rank + j, sum);
            }
        }
    }

    /// The coefficients of the least norm in the features' own units that have the same margins.
    double[] shortest(double[] scaled) {
        if (basis == null) {
            return scaled;
        }
        Design design = fit.design();
        int width = design.width();
        int features = design.features();
        Triangle.Spectrum own = Triangle.of(design, new float[design.rows()], 0, design::scale).spectrum();
        double[] shortest = scaled.clone();
        for (int output = 0; output < fit.outputs(); output++) {
            for (int feature = 0; feature < features; feature++) {
                shortest[output * width + feature] = 0;
            }
            for (int i = 0; i < own.values().length; i++) {
                if (!own.counts(i)) {
                    continue;
                }
                double along = 0;
                for (int feature = 0; feature < features; feature++) {
                    along += own.right().get(feature, i) * scaled[output * width + feature] / design.scale(feature);
                }
                for (int feature = 0; feature < features; feature++) {
                    shortest[output * width + feature] += along * own.right().get(feature, i) * design.scale(feature);
                }
            }
        }
        return shortest;
    }
}
