package io.steelyard.forest;

/// Compares 64 floats with ascending thresholds: the innermost work of [Predicates], which a vector unit can do too.
interface Ranks {
    /// For each threshold, the values that are less.
    ///
    /// @param values 64 values; the missing ones get any bits
    /// @param cuts the thresholds' keys, ascending, at least one
    /// @param less receives at least as many words as there are thresholds
    void less(float[] values, int[] cuts, long[] less);

    /// The best that this Java can do.
    static Ranks best() {
        return Choice.BEST;
    }

    /// Chooses once. The vectors' module is not there unless the process was started with
    /// `--add-modules jdk.incubator.vector`; the class that needs it is therefore named, not linked.
    final class Choice {
        private static final Ranks BEST = choose();

        private Choice() {}

        private static Ranks choose() {
            if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
                return new ScalarRanks();
            }
            try {
                return Class.forName("io.steelyard.forest.VectorRanks")
                        .asSubclass(Ranks.class)
                        .getDeclaredConstructor()
                        .newInstance();
            } catch (ReflectiveOperationException | LinkageError e) {
                // A Java whose vectors differ from those compiled against: the scalar way gives the same bits.
                return new ScalarRanks();
            }
        }
    }
}
