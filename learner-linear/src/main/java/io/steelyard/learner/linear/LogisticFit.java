package io.steelyard.learner.linear;

import io.steelyard.training.TrainingSet;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.mult.MatrixMatrixMult_DDRM;

/// What logistic regression makes least: `Σ weight · log loss + Σ penalty · coefficient² / 2`, in the design's scaled columns,
/// with its slope and its bend.
///
/// The coefficients stand output after output, each with the design's columns. With several outputs, adding the same to
/// all of a column changes no probability; the bend holds their sum at 0, where the penalty has it anyway.
final class LogisticFit {
    private static final int PIECE = 256;

    private final Design design;
    private final float[] labels;
    private final int outputs;
    private final double[] penalties;
    private final boolean penalised;
    private final double c;

    LogisticFit(Design design, float[] labels, int outputs, double c) {
        this.design = design;
        this.labels = labels;
        this.outputs = outputs;
        this.c = c;
        this.penalised = Double.isFinite(c);
        this.penalties = new double[design.width()];
        for (int feature = 0; penalised && feature < design.features(); feature++) {
            penalties[feature] = 1 / (c * design.scale(feature) * design.scale(feature));
        }
    }

    Design design() {
        return design;
    }

    float[] labels() {
        return labels;
    }

    boolean penalised() {
        return penalised;
    }

    double c() {
        return c;
    }

    /// How many coefficients there are, with the intercepts.
    int size() {
        return outputs * design.width();
    }

    int outputs() {
        return outputs;
    }

    /// The margins, row after row.
    void margins(double[] coefficients, double[] margins) {
        int width = design.width();
        DMatrixRMaj piece = new DMatrixRMaj(PIECE, width);
        for (int from = 0; from < design.rows(); from += PIECE) {
            int to = Math.min(design.rows(), from + PIECE);
            design.piece(from, to, piece);
            for (int row = from; row < to; row++) {
                for (int output = 0; output < outputs; output++) {
                    double margin = 0;
                    for (int column = 0; column < width; column++) {
                        margin += piece.data[(row - from) * width + column] * coefficients[output * width + column];
                    }
                    margins[row * outputs + output] = margin;
                }
            }
        }
    }

    /// What is to become least.
    double value(double[] coefficients, double[] margins) {
        double sum = 0;
        for (int row = 0; row < labels.length; row++) {
            int at = row * outputs;
            double loss = outputs == 1
                    ? Losses.logistic(margins[row], labels[row])
                    : Losses.logSum(margins, at, at + outputs) - margins[at + (int) labels[row]];
            sum += design.weight(row) * loss;
        }
        for (int i = 0; i < coefficients.length; i++) {
            sum += penalties[i % penalties.length] * coefficients[i] * coefficients[i] / 2;
        }
        return sum;
    }

    /// The slope and the bend at a place.
    ///
    /// @param slope where the slope goes
    /// @param bend where the bend goes, a square of [#size]
    void bend(double[] coefficients, double[] margins, double[] slope, DMatrixRMaj bend) {
        int width = design.width();
        java.util.Arrays.fill(slope, 0);
        bend.zero();
        DMatrixRMaj piece = new DMatrixRMaj(PIECE, width);
        DMatrixRMaj weighted = new DMatrixRMaj(PIECE, width);
        double[] chances = new double[PIECE * outputs];
        DMatrixRMaj[] blocks = new DMatrixRMaj[outputs * outputs];
        for (int from = 0; from < design.rows(); from += PIECE) {
            int to = Math.min(design.rows(), from + PIECE);
            design.piece(from, to, piece);
            chances(margins, from, to, chances);
            slope(piece, from, to, chances, slope);
            for (int one = 0; one < outputs; one++) {
                for (int other = 0; other <= one; other++) {
                    weigh(piece, from, margins, chances, one, other, weighted);
                    DMatrixRMaj sum = blocks[one * outputs + other];
                    if (sum == null) {
                        sum = new DMatrixRMaj(width, width);
                        blocks[one * outputs + other] = sum;
                    }
                    MatrixMatrixMult_DDRM.multAddTransA_reorder(1, weighted, piece, sum);
                }
            }
        }
        for (int one = 0; one < outputs; one++) {
            for (int other = 0; other <= one; other++) {
                place(blocks[one * outputs + other], bend, one, other);
            }
        }
        for (int i = 0; i < slope.length; i++) {
            slope[i] += penalties[i % width] * coefficients[i];
            bend.add(i, i, penalties[i % width]);
        }
        holdSums(bend);
    }

    private void chances(double[] margins, int from, int to, double[] chances) {
        for (int row = from; row < to; row++) {
            int at = row * outputs;
            if (outputs == 1) {
                chances[row - from] = 1 / (1 + Math.exp(-margins[row]));
                continue;
            }
            double sum = Losses.logSum(margins, at, at + outputs);
            for (int output = 0; output < outputs; output++) {
                chances[(row - from) * outputs + output] = Math.exp(margins[at + output] - sum);
            }
        }
    }

    private void slope(DMatrixRMaj piece, int from, int to, double[] chances, double[] slope) {
        int width = piece.numCols;
        for (int row = from; row < to; row++) {
            for (int output = 0; output < outputs; output++) {
                boolean here = outputs == 1 ? labels[row] > 0 : (int) labels[row] == output;
                double pull = design.weight(row) * (chances[(row - from) * outputs + output] - (here ? 1 : 0));
                for (int column = 0; column < width; column++) {
                    slope[output * width + column] += pull * piece.data[(row - from) * width + column];
                }
            }
        }
    }

    /// The rows, each times how much a change of one output's margin bends the other's slope.
    private void weigh(
            DMatrixRMaj piece, int from, double[] margins, double[] chances, int one, int other, DMatrixRMaj weighted) {
        int width = piece.numCols;
        weighted.reshape(piece.numRows, width);
        for (int row = 0; row < piece.numRows; row++) {
            double chance = chances[row * outputs + one];
            double bends = outputs == 1
                    ? chance / (1 + Math.exp(margins[from + row]))
                    : one == other ? chance * rest(chances, row, one) : -chance * chances[row * outputs + other];
            double factor = design.weight(from + row) * bends;
            for (int column = 0; column < width; column++) {
                weighted.data[row * width + column] = factor * piece.data[row * width + column];
            }
        }
    }

    /// The chance of all other outputs, to its own last digits where it is small.
    private double rest(double[] chances, int row, int but) {
        double sum = 0;
        for (int output = 0; output < outputs; output++) {
            sum += output == but ? 0 : chances[row * outputs + output];
        }
        return sum;
    }

    private void place(DMatrixRMaj block, DMatrixRMaj bend, int one, int other) {
        int width = design.width();
        for (int row = 0; row < width; row++) {
            for (int column = 0; column < width; column++) {
                bend.set(one * width + row, other * width + column, block.get(row, column));
                bend.set(other * width + column, one * width + row, block.get(row, column));
            }
        }
    }

    private void holdSums(DMatrixRMaj bend) {
        int width = design.width();
        if (outputs == 1) {
            return;
        }
        for (int column = 0; column < width; column++) {
            double hold = bend.get(column, column) / outputs;
            for (int one = 0; one < outputs; one++) {
                for (int other = 0; other < outputs; other++) {
                    bend.add(one * width + column, other * width + column, hold);
                }
            }
        }
    }

    /// The model of some coefficients, in the features' own units.
    LinearModel model(double[] scaled, TrainingSet training) {
        int width = design.width();
        double[][] coefficients = new double[outputs][design.features()];
        double[] intercepts = new double[outputs];
        for (int output = 0; output < outputs; output++) {
            intercepts[output] = design.intercept() ? scaled[output * width + design.features()] : 0;
            for (int feature = 0; feature < design.features(); feature++) {
                double coefficient = scaled[output * width + feature] / design.scale(feature);
                coefficients[output][feature] = coefficient;
                intercepts[output] -= coefficient * design.mean(feature);
            }
        }
        LinearModel.Kind kind = outputs == 1 ? LinearModel.Kind.LOGISTIC : LinearModel.Kind.MULTINOMIAL;
        return new LinearModel(kind, training.features(), coefficients, intercepts);
    }
}
