package io.steelyard.forest;

/// How margins are made of leaves.
///
/// @param precision in which type values are compared and summed
/// @param aggregate how leaves are joined
/// @param start what each output begins with, before the first tree
/// @param offset what is added to each output at the end
record Summation(Precision precision, Aggregate aggregate, double[] start, double[] offset) {
    int outputs() {
        return start.length;
    }

    /// Divides and shifts what was summed.
    void finish(Sums sums, int rounds) {
        boolean average = aggregate == Aggregate.AVERAGE && rounds > 0;
        switch (precision) {
            case FLOAT -> {
                for (int i = 0; i < sums.floats.length; i++) {
                    float sum = average ? sums.floats[i] / rounds : sums.floats[i];
                    sums.floats[i] = sum + (float) offset[i % offset.length];
                }
            }
            case DOUBLE -> {
                for (int i = 0; i < sums.doubles.length; i++) {
                    double sum = average ? sums.doubles[i] / rounds : sums.doubles[i];
                    sums.doubles[i] = sum + offset[i % offset.length];
                }
            }
        }
    }

    /// Whether anything is left to do when all leaves are joined.
    boolean needsFinish() {
        if (aggregate == Aggregate.AVERAGE) {
            return true;
        }
        for (double each : offset) {
            if (each != 0) {
                return true;
            }
        }
        return false;
    }
}
