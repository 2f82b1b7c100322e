package io.steelyard.learner.linear;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.qr.QRDecompositionHouseholderColumn_DDRM;
import org.ejml.dense.row.decomposition.svd.SvdImplicitQrDecompose_DDRM;

/// The triangle `R` of a QR decomposition of weighted rows and their labels, made piece by piece: all that least squares
/// need to know of the rows, at the accuracy of the rows themselves (the normal equations would lose half of the digits).
///
/// @param r the triangle of the features, at most as many rows as columns and one
/// @param z the labels, turned as the rows were
/// @param rows how many rows there were
/// @param weight the sum of the rows' weights
record Triangle(DMatrixRMaj r, double[] z, int rows, double weight) {
    private static final int LEAST_PIECE = 512;

    /// @param labels one a row; what is taken from each beforehand is `mean`
    static Triangle of(Design design, float[] labels, double mean) {
        return of(design, labels, mean, feature -> 1);
    }

    /// @param factors what each feature's column is multiplied with
    static Triangle of(Design design, float[] labels, double mean, IntToDoubleFunction factors) {
        int features = design.features();
        int width = features + 1;
        int piece = Math.max(LEAST_PIECE, 2 * width);
        DMatrixRMaj stack = new DMatrixRMaj(piece + width, width);
        DMatrixRMaj triangle = new DMatrixRMaj(0, width);
        double weight = 0;
        for (int from = 0; from < design.rows(); from += piece) {
            int to = Math.min(design.rows(), from + piece);
            int above = triangle.numRows;
            stack.reshape(above + to - from, width);
            System.arraycopy(triangle.data, 0, stack.data, 0, above * width);
            for (int row = from; row < to; row++) {
                int start = (above + row - from) * width;
                double root = Math.sqrt(design.weight(row));
                weight += design.weight(row);
                for (int feature = 0; feature < features; feature++) {
                    stack.data[start + feature] = root * design.value(row, feature) * factors.applyAsDouble(feature);
                }
                stack.data[start + features] = root * (labels[row] - mean);
            }
            triangle = triangle(stack);
        }
        DMatrixRMaj r = new DMatrixRMaj(triangle.numRows, features);
        double[] z = new double[triangle.numRows];
        for (int row = 0; row < triangle.numRows; row++) {
            System.arraycopy(triangle.data, row * width, r.data, row * features, features);
            z[row] = triangle.get(row, features);
        }
        return new Triangle(r, z, design.rows(), weight);
    }

    private static DMatrixRMaj triangle(DMatrixRMaj rows) {
        QRDecompositionHouseholderColumn_DDRM qr = new QRDecompositionHouseholderColumn_DDRM();
        qr.decompose(rows);
        return qr.getR(null, true);
    }

    /// The singular values and vectors of the triangle.
    ///
    /// @param left the left vectors, one a column
    /// @param values the singular values, in no order
    /// @param right the right vectors, one a column
    /// @param rank how great a value must be to count: those below are rounding
    record Spectrum(DMatrixRMaj left, double[] values, DMatrixRMaj right, double rank) {
        boolean counts(int i) {
            return values[i] > rank;
        }

        boolean full() {
            return Arrays.stream(values).allMatch(value -> value > rank) && values.length == right.numRows;
        }
    }

    /// The spectrum, whose values count down to rounding.
    Spectrum spectrum() {
        return spectrum(Math.ulp(1.0) * Math.max(rows, r.numCols));
    }

    /// @param least which part of the greatest singular value a value must exceed to count
    private Spectrum spectrum(double least) {
        SvdImplicitQrDecompose_DDRM svd = new SvdImplicitQrDecompose_DDRM(true, true, true, false);
        if (!svd.decompose(r.copy())) {
            throw new IllegalStateException("the singular values of the rows cannot be found");
        }
        double[] values = Arrays.copyOf(svd.getSingularValues(), Math.min(r.numRows, r.numCols));
        double greatest = Arrays.stream(values).max().orElse(0);
        return new Spectrum(
                svd.getU(null, false),
                values,
                svd.getV(null, false),
                least * greatest);
    }

    /// The coefficients of least squares, of the least norm where several do equally well.
    ///
    /// @param least which part of the greatest singular value a value must exceed to count
    /// @return `V diag(1 / s) Uᵀ z`
    double[] squares(double least) {
        return coefficients(spectrum(least), 0);
    }

    /// The coefficients of ridge regression, of the least norm where several do equally well.
    ///
    /// @param alpha the penalty, at least 0
    /// @return `V diag(s / (s² + alpha)) Uᵀ z`
    double[] ridge(double alpha) {
        return coefficients(spectrum(), alpha);
    }

    private double[] coefficients(Spectrum spectrum, double alpha) {
        double[] coefficients = new double[r.numCols];
        for (int i = 0; i < spectrum.values().length; i++) {
            if (!spectrum.counts(i)) {
                continue;
            }
            double turned = 0;
            for (int row = 0; row < z.length; row++) {
                turned += spectrum.left().get(row, i) * z[row];
            }
            double value = spectrum.values()[i];
            double share = alpha == 0 ? turned / value : turned * value / (value * value + alpha);
            for (int feature = 0; feature < coefficients.length; feature++) {
                coefficients[feature] += spectrum.right().get(feature, i) * share;
            }
        }
        return coefficients;
    }
}
