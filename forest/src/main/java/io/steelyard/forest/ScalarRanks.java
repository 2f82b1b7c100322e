package io.steelyard.forest;

import java.util.Arrays;

/// Searches the rank of each value, notes the value at its rank, and takes the running OR of the notes. Eight searches go
/// side by side, so that their loads overlap; no branch depends on the data.
final class ScalarRanks implements Ranks {
    @Override
    public void less(float[] values, int[] cuts, long[] less) {
        Arrays.fill(less, 0, cuts.length + 1, 0);
        for (int i = 0; i < Long.SIZE; i += 8) {
            long a = Keys.key(values[i]);
            long b = Keys.key(values[i + 1]);
            long c = Keys.key(values[i + 2]);
            long d = Keys.key(values[i + 3]);
            long e = Keys.key(values[i + 4]);
            long f = Keys.key(values[i + 5]);
            long g = Keys.key(values[i + 6]);
            long h = Keys.key(values[i + 7]);
            int atA = 0;
            int atB = 0;
            int atC = 0;
            int atD = 0;
            int atE = 0;
            int atF = 0;
            int atG = 0;
            int atH = 0;
            int size = cuts.length;
            while (size > 1) {
                int half = size >>> 1;
                int last = half - 1;
                atA += passes(cuts[atA + last], a) & half;
                atB += passes(cuts[atB + last], b) & half;
                atC += passes(cuts[atC + last], c) & half;
                atD += passes(cuts[atD + last], d) & half;
                atE += passes(cuts[atE + last], e) & half;
                atF += passes(cuts[atF + last], f) & half;
                atG += passes(cuts[atG + last], g) & half;
                atH += passes(cuts[atH + last], h) & half;
                size -= half;
            }
            less[atA - passes(cuts[atA], a)] |= 1L << i;
            less[atB - passes(cuts[atB], b)] |= 2L << i;
            less[atC - passes(cuts[atC], c)] |= 4L << i;
            less[atD - passes(cuts[atD], d)] |= 8L << i;
            less[atE - passes(cuts[atE], e)] |= 16L << i;
            less[atF - passes(cuts[atF], f)] |= 32L << i;
            less[atG - passes(cuts[atG], g)] |= 64L << i;
            less[atH - passes(cuts[atH], h)] |= 128L << i;
        }
        long so = 0;
        for (int i = 0; i < cuts.length; i++) {
            so |= less[i];
            less[i] = so;
        }
    }

    /// All bits where the cut is not greater than the key, else none.
    private static int passes(int cut, long key) {
        return (int) ((cut - key - 1) >> 63);
    }
}
