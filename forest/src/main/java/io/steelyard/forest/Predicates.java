package io.steelyard.forest;

import java.util.Arrays;

/// What all nodes of a forest ask, each question once: for each slot, is the value less than this threshold of its
/// feature, with missing values on the slot's side. An answer is a word with a bit for each of 64 rows.
///
/// A row's rank among a feature's ascending thresholds is searched once, whatever the number of nodes; or all rows are
/// compared with each threshold by vectors ([Ranks]).
final class Predicates {
    private final Keys keys;
    /// For each slot its first predicate.
    private final int[] firsts;
    private final int size;
    private final int mostCuts;
    private final Ranks ranks;
    /// The thresholds' keys of each used feature of a float forest.
    private final int[][] cuts;

    Predicates(Keys keys, Ranks ranks) {
        this.keys = keys;
        this.ranks = ranks;
        cuts = new int[keys.precision() == Precision.FLOAT ? keys.used() : 0][];
        for (int place = 0; place < cuts.length; place++) {
            long[] wide = keys.cuts(place);
            cuts[place] = new int[wide.length];
            for (int i = 0; i < wide.length; i++) {
                cuts[place][i] = (int) wide[i];
            }
        }
        firsts = new int[keys.slots()];
        int next = 0;
        int most = 0;
        for (int slot = 0; slot < firsts.length; slot++) {
            firsts[slot] = next;
            int count = keys.cuts(keys.place(slot)).length;
            next += count;
            most = Math.max(most, count);
        }
        size = next;
        mostCuts = most;
    }

    int size() {
        return size;
    }

    int[] firsts() {
        return firsts;
    }

    PredicateScratch scratch() {
        return new PredicateScratch(mostCuts);
    }

    /// Answers all questions for up to 64 rows.
    ///
    /// @param words receives the answers
    /// @param offset where the first goes
    void evaluate(Rows rows, int from, int count, long[] words, int offset, PredicateScratch scratch) {
        int slot = 0;
        for (int place = 0; place < keys.used(); place++) {
            int size = keys.cuts(place).length;
            long missing = 0;
            long zero = 0;
            if (keys.precision() == Precision.FLOAT) {
                rows.copy(keys.feature(place), from, count, scratch.floats);
                for (int i = 0; i < count; i++) {
                    long isMissing = Float.isNaN(scratch.floats[i]) ? 1 : 0;
                    missing |= isMissing << i;
                }
                ranks.less(scratch.floats, cuts[place], scratch.less);
            } else {
                rows.copy(keys.feature(place), from, count, scratch.doubles);
                missing = less(scratch.doubles, count, keys.cuts(place), scratch.less);
                for (int i = 0; i < count; i++) {
                    long isZero = Keys.isAboutZero(scratch.doubles[i]) ? 1 : 0;
                    zero |= isZero << i;
                }
            }
            for (; slot < firsts.length && keys.place(slot) == place; slot++) {
                long out = keys.zeroMissing(slot) ? missing | zero : missing;
                long in = keys.missingLeft(slot) ? out : 0;
                int at = offset + firsts[slot];
                for (int i = 0; i < size; i++) {
                    words[at + i] = (scratch.less[i] & ~out) | in;
                }
            }
        }
    }

    /// As [Ranks], for doubles.
    ///
    /// @return the rows whose value is missing
    private static long less(double[] values, int count, long[] cuts, long[] less) {
        Arrays.fill(less, 0, cuts.length + 1, 0);
        long missing = 0;
        for (int i = 0; i < count; i++) {
            double value = values[i];
            long isMissing = Double.isNaN(value) ? 1 : 0;
            missing |= isMissing << i;
            less[Keys.rank(cuts, Keys.key(value))] |= 1L << i;
        }
        long so = 0;
        for (int i = 0; i < cuts.length; i++) {
            so |= less[i];
            less[i] = so;
        }
        return missing;
    }
}
