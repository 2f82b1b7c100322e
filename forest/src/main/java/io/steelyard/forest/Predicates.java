package io.steelyard.forest;

import java.util.Arrays;

/// What all nodes of a forest ask, each question once: for each slot, is the value less than this threshold of its
/// feature, with missing values on the slot's side. An answer is a word with a bit for each of 64 rows.
///
/// A row's rank among a feature's ascending thresholds is searched once; it is noted at its rank, and the answers are
/// then the running OR of the notes.
final class Predicates {
    private final Keys keys;
    /// For each slot its first predicate.
    private final int[] firsts;
    private final int size;
    private final int mostCuts;

    Predicates(Keys keys) {
        this.keys = keys;
        firsts = new int[keys.slots()];
        int next = 0;
        int most = 0;
        for (int slot = 0; slot < firsts.length; slot++) {
            firsts[slot] = next;
            int cuts = keys.cuts(keys.place(slot)).length;
            next += cuts;
            most = Math.max(most, cuts);
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
            long[] cuts = keys.cuts(place);
            long missing;
            long zero = 0;
            Arrays.fill(scratch.less, 0, cuts.length + 1, 0);
            if (keys.precision() == Precision.FLOAT) {
                rows.copy(keys.feature(place), from, count, scratch.floats);
                missing = rank(scratch.floats, count, cuts, scratch.less);
            } else {
                rows.copy(keys.feature(place), from, count, scratch.doubles);
                missing = rank(scratch.doubles, count, cuts, scratch.less);
                for (int i = 0; i < count; i++) {
                    zero |= Keys.isAboutZero(scratch.doubles[i]) ? 1L << i : 0;
                }
            }
            long so = 0;
            for (int i = 0; i < cuts.length; i++) {
                so |= scratch.less[i];
                scratch.less[i] = so;
            }
            for (; slot < firsts.length && keys.place(slot) == place; slot++) {
                long out = keys.zeroMissing(slot) ? missing | zero : missing;
                long in = keys.missingLeft(slot) ? out : 0;
                int at = offset + firsts[slot];
                for (int i = 0; i < cuts.length; i++) {
                    words[at + i] = scratch.less[i] & ~out | in;
                }
            }
        }
    }

    /// Notes each row at its rank.
    ///
    /// @return the rows whose value is missing
    private static long rank(float[] values, int count, long[] cuts, long[] notes) {
        long missing = 0;
        for (int i = 0; i < count; i++) {
            float value = values[i];
            long isMissing = Float.isNaN(value) ? 1 : 0;
            missing |= isMissing << i;
            long key = Keys.key(value);
            int low = 0;
            int size = cuts.length;
            while (size > 1) {
                int half = size >>> 1;
                low += (int) ((cuts[low + half - 1] - key - 1) >> 63) & half;
                size -= half;
            }
            low -= (int) ((cuts[low] - key - 1) >> 63);
            notes[low] |= 1L << i;
        }
        return missing;
    }

    private static long rank(double[] values, int count, long[] cuts, long[] notes) {
        long missing = 0;
        for (int i = 0; i < count; i++) {
            double value = values[i];
            long isMissing = Double.isNaN(value) ? 1 : 0;
            missing |= isMissing << i;
            notes[Keys.rank(cuts, Keys.key(value))] |= 1L << i;
        }
        return missing;
    }
}
