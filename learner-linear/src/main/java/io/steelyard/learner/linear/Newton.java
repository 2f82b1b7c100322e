package io.steelyard.learner.linear;

import io.steelyard.training.TrainingException;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.chol.CholeskyDecompositionInner_DDRM;
import org.ejml.dense.row.linsol.chol.LinearSolverChol_DDRM;

/// Newton's method on a [LogisticFit]: each step goes to the least of the parabola that touches, half of it and so on where
/// that is too far. Near the end the digits that are right double with each step.
final class Newton {
    /// Of the coefficients; the bend is a square of them.
    private static final int MOST_COEFFICIENTS = 6000;

    private static final int MOST_STEPS = 100;
    /// Without a penalty, where classes can be told apart each step moves the margins by about one and never ends.
    private static final int MOST_STEPS_WITHOUT_PENALTY = 32;

    private static final int MOST_HALVINGS = 40;
    /// A step that moves no row's margin by more is the last one; its error is the square of that.
    private static final double LAST_STEP = 1e-8;
    /// How much of the fall that the slope promises must come about.
    private static final double SUFFICIENT = 1e-4;

    private final LogisticFit fit;
    private final double[] coefficients;
    private final double[] slope;
    private final DMatrixRMaj bend;
    private double[] margins;
    private double value;

    Newton(LogisticFit fit) {
        if (fit.size() > MOST_COEFFICIENTS) {
            throw new TrainingException("logistic regression has " + fit.size() + " coefficients here ("
                    + fit.design().features() + " features, " + fit.outputs() + " outputs), but is solved for at most "
                    + MOST_COEFFICIENTS + ": choose fewer features, or another learner");
        }
        this.fit = fit;
        this.coefficients = new double[fit.size()];
        this.slope = new double[fit.size()];
        this.bend = new DMatrixRMaj(fit.size(), fit.size());
        this.margins = new double[fit.design().rows() * fit.outputs()];
        this.value = fit.value(coefficients, margins);
    }

    double[] solve() {
        RowSpace space = fit.penalised() ? null : RowSpace.of(fit);
        int most = fit.penalised() ? MOST_STEPS : MOST_STEPS_WITHOUT_PENALTY;
        for (int step = 0; step < most; step++) {
            fit.bend(coefficients, margins, slope, bend);
            double[] direction = space == null ? direction(bend, slope) : space.direction(bend, slope);
            if (direction == null) {
                break;
            }
            if (step(direction) <= LAST_STEP) {
                return space == null ? coefficients : space.shortest(coefficients);
            }
        }
        throw new TrainingException(
                fit.penalised()
                        ? "logistic regression does not come to an end with C = " + fit.c()
                                + ": choose a smaller C, or standardise the features"
                        : "the features tell the classes apart perfectly, or nearly so; without a penalty the coefficients"
                                + " then grow without end: choose a C that is not infinite, for example 1");
    }

    /// Where the bend's parabola is least, seen from here; nothing where the bend is no longer to be told from flat.
    static double @org.jspecify.annotations.Nullable [] direction(DMatrixRMaj bend, double[] slope) {
        int size = slope.length;
        double[] root = new double[size];
        DMatrixRMaj scaled = new DMatrixRMaj(size, size);
        for (int i = 0; i < size; i++) {
            root[i] = bend.get(i, i) > 0 ? Math.sqrt(bend.get(i, i)) : 1;
        }
        DMatrixRMaj right = new DMatrixRMaj(size, 1);
        for (int i = 0; i < size; i++) {
            right.set(i, 0, -slope[i] / root[i]);
            for (int j = 0; j < size; j++) {
                scaled.set(i, j, bend.get(i, j) / (root[i] * root[j]));
            }
        }
        LinearSolverChol_DDRM solver = new LinearSolverChol_DDRM(new CholeskyDecompositionInner_DDRM(true));
        if (!solver.setA(scaled)) {
            return null;
        }
        DMatrixRMaj solution = new DMatrixRMaj(size, 1);
        solver.solve(right, solution);
        double[] direction = new double[size];
        for (int i = 0; i < size; i++) {
            direction[i] = solution.get(i, 0) / root[i];
            if (!Double.isFinite(direction[i])) {
                return null;
            }
        }
        return direction;
    }

    /// Goes along a direction as far as that pays.
    ///
    /// @return by how much the direction moves the margin that it moves most
    private double step(double[] direction) {
        double[] moves = new double[margins.length];
        fit.margins(direction, moves);
        double most = 0;
        for (double move : moves) {
            most = Math.max(most, Math.abs(move));
        }
        double promise = 0;
        for (int i = 0; i < slope.length; i++) {
            promise += slope[i] * direction[i];
        }
        double length = 1;
        for (int halving = 0; halving < MOST_HALVINGS; halving++, length /= 2) {
            double[] place = new double[coefficients.length];
            double[] there = new double[margins.length];
            for (int i = 0; i < place.length; i++) {
                place[i] = coefficients[i] + length * direction[i];
            }
            for (int i = 0; i < there.length; i++) {
                there[i] = margins[i] + length * moves[i];
            }
            double found = fit.value(place, there);
            if (most <= LAST_STEP || found <= value + SUFFICIENT * length * promise || -promise <= 1e-12 * value) {
                System.arraycopy(place, 0, coefficients, 0, place.length);
                margins = there;
                value = found;
                return most;
            }
        }
        throw new TrainingException(
                "logistic regression finds no better place: the features' values are too large or too small, standardise them");
    }
}
