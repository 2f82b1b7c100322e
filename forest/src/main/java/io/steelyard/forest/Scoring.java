package io.steelyard.forest;

/// Makes scores of margins, in the arithmetic of the library that wrote the model.
///
/// @param library whose arithmetic
/// @param precision in which type
/// @param link which function
/// @param steepness the factor of the margin in [Link#LOGISTIC]
/// @param of what of the margins is turned into scores
record Scoring(Library library, Precision precision, Link link, double steepness, Of of) {
    /// What of the margins is turned into scores. A closed set.
    enum Of {
        MARGIN,
        /// The margin divided by the number of rounds: LightGBM's random forests, whose margins are undivided sums.
        MEAN
    }

    /// No greater number has a float for its exponential, with room for the one that is added.
    private static final float GREATEST_EXPONENT = 88.7f;

    Scoring(Library library, Precision precision, Link link) {
        this(library, precision, link, 1, Of.MARGIN);
    }

    /// Exchanges the margins of many rows for their scores.
    ///
    /// @param values margins row after row
    /// @param outputs how many a row
    void apply(double[] values, int outputs) {
        switch (link) {
            case IDENTITY -> {}
            case SOFTMAX, SOFTMAX_ZERO -> {
                for (int from = 0; from < values.length; from += outputs) {
                    softmax(values, from, outputs);
                }
            }
            case LOGISTIC, EXPONENTIAL, STEP, SIGNED_SQUARE, LOG_ONE_PLUS_EXPONENTIAL, PROBIT -> {
                for (int i = 0; i < values.length; i++) {
                    values[i] = one(values[i]);
                }
            }
        }
    }

    /// The same for the margins of a float forest.
    void apply(float[] values, int outputs) {
        switch (link) {
            case IDENTITY -> {}
            case SOFTMAX, SOFTMAX_ZERO -> {
                double[] row = new double[outputs];
                for (int from = 0; from < values.length; from += outputs) {
                    for (int i = 0; i < outputs; i++) {
                        row[i] = values[from + i];
                    }
                    softmax(row, 0, outputs);
                    for (int i = 0; i < outputs; i++) {
                        values[from + i] = (float) row[i];
                    }
                }
            }
            case LOGISTIC, EXPONENTIAL, STEP, SIGNED_SQUARE, LOG_ONE_PLUS_EXPONENTIAL, PROBIT -> {
                for (int i = 0; i < values.length; i++) {
                    values[i] = (float) one(values[i]);
                }
            }
        }
    }

    /// The score of the margin of a link that looks at one output alone.
    double one(double margin) {
        return switch (link) {
            case IDENTITY, SOFTMAX, SOFTMAX_ZERO -> margin;
            case LOGISTIC -> logistic(margin);
            case EXPONENTIAL -> exp(margin);
            case STEP -> margin > 0 ? 1 : 0;
            case SIGNED_SQUARE -> margin * Math.abs(margin);
            case LOG_ONE_PLUS_EXPONENTIAL -> Math.log1p(Math.exp(margin));
            case PROBIT -> probit((float) margin);
        };
    }

    /// The margin of a score.
    ///
    /// @return the margin; infinite or NaN where no margin has that score
    float margin(float score) {
        return switch (link) {
            case LOGISTIC -> -FloatFunctions.log(1.0f / score - 1.0f);
            case EXPONENTIAL -> FloatFunctions.log(score);
            case IDENTITY, SOFTMAX, SOFTMAX_ZERO, STEP, SIGNED_SQUARE, LOG_ONE_PLUS_EXPONENTIAL, PROBIT -> score;
        };
    }

    private double exp(double x) {
        return switch (precision) {
            case FLOAT -> FloatFunctions.exp((float) x);
            case DOUBLE -> Math.exp(x);
        };
    }

    private double logistic(double margin) {
        return switch (library) {
            case XGBOOST -> {
                float x = (float) margin;
                yield 1.0f / (FloatFunctions.exp(Math.min(-x, GREATEST_EXPONENT)) + 1.0f);
            }
            case LIGHTGBM -> 1.0 / (1.0 + Math.exp(-steepness * margin));
            case ONNX -> {
                double upper = switch (precision) {
                    case FLOAT -> 1.0f / (1.0f + FloatFunctions.exp(-Math.abs((float) margin)));
                    case DOUBLE -> 1 / (1 + Math.exp(-Math.abs(margin)));
                };
                yield margin < 0 ? 1.0f - upper : upper;
            }
        };
    }

    private void softmax(double[] values, int from, int outputs) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = from; i < from + outputs; i++) {
            greatest = Math.max(greatest, values[i]);
        }
        boolean keepZero = link == Link.SOFTMAX_ZERO;
        double sum = 0;
        for (int i = from; i < from + outputs; i++) {
            if (keepZero && values[i] == 0) {
                continue;
            }
            values[i] = precision == Precision.FLOAT
                    ? FloatFunctions.exp((float) values[i] - (float) greatest)
                    : Math.exp(values[i] - greatest);
            sum += values[i];
        }
        for (int i = from; i < from + outputs; i++) {
            values[i] = precision == Precision.FLOAT ? (float) values[i] / (float) sum : values[i] / sum;
        }
    }

    /// Winitzki's approximation of the inverse error function, in float32 as ONNX Runtime computes it.
    private static double probit(float probability) {
        float x = 2 * probability - 1;
        float sign = x < 0 ? -1.0f : 1.0f;
        float log = FloatFunctions.log((1 - x) * (1 + x));
        float v = 2 / (3.14159f * 0.147f) + 0.5f * log;
        float inner = -v + (float) Math.sqrt(v * v - 1 / 0.147f * log);
        return 1.4142135f * (sign * (float) Math.sqrt(inner));
    }
}
