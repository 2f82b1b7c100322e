package io.steelyard.forest;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// Compares all values with each threshold by vectors, where there are not so many thresholds that searching is faster.
/// Used where the module `jdk.incubator.vector` is present; needed nowhere.
final class VectorRanks implements Ranks {
    private static final VectorSpecies<Integer> SPECIES = IntVector.SPECIES_PREFERRED;
    /// How many thresholds are compared by vectors of 16 lanes; of shorter ones, fewer.
    private static final int MOST_CUTS = 192;

    private final ScalarRanks scalar = new ScalarRanks();

    @Override
    public void less(float[] values, int[] cuts, long[] less) {
        int lanes = SPECIES.length();
        if (cuts.length > MOST_CUTS * lanes / 16) {
            scalar.less(values, cuts, less);
            return;
        }
        int[] keys = new int[Long.SIZE];
        for (int i = 0; i < Long.SIZE; i++) {
            keys[i] = Keys.key(values[i]);
        }
        if (lanes == 16) {
            sixteen(keys, cuts, less);
            return;
        }
        for (int from = 0; from < Long.SIZE; from += lanes) {
            IntVector some = IntVector.fromArray(SPECIES, keys, from);
            for (int i = 0; i < cuts.length; i++) {
                long before = from == 0 ? 0 : less[i];
                less[i] = before | some.compare(VectorOperators.LT, cuts[i]).toLong() << from;
            }
        }
    }

    private static void sixteen(int[] keys, int[] cuts, long[] less) {
        IntVector a = IntVector.fromArray(IntVector.SPECIES_512, keys, 0);
        IntVector b = IntVector.fromArray(IntVector.SPECIES_512, keys, 16);
        IntVector c = IntVector.fromArray(IntVector.SPECIES_512, keys, 32);
        IntVector d = IntVector.fromArray(IntVector.SPECIES_512, keys, 48);
        for (int i = 0; i < cuts.length; i++) {
            int cut = cuts[i];
            less[i] = a.compare(VectorOperators.LT, cut).toLong()
                    | b.compare(VectorOperators.LT, cut).toLong() << 16
                    | c.compare(VectorOperators.LT, cut).toLong() << 32
                    | d.compare(VectorOperators.LT, cut).toLong() << 48;
        }
    }
}
