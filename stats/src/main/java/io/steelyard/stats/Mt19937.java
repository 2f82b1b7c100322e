package io.steelyard.stats;

import java.util.Arrays;

/// NumPy's legacy generator `RandomState(seed)`: the Mersenne Twister MT19937 with the draws and the shuffle that
/// scikit-learn uses, number for number. For splits that have to hold the same rows as scikit-learn's; not for other
/// randomness. Not safe for several threads.
///
/// Makoto Matsumoto and Takuji Nishimura, "Mersenne Twister", ACM TOMACS 8(1), 1998,
/// [doi:10.1145/272991.272995](https://doi.org/10.1145/272991.272995).
public final class Mt19937 {
    private static final int SIZE = 624;
    private static final int SHIFT = 397;
    private static final int MATRIX = 0x9908b0df;
    private static final long GREATEST_SEED = 0xffffffffL;

    private final int[] state = new int[SIZE];
    private int position = SIZE;

    /// A generator from its start.
    ///
    /// @param seed from 0 to 4294967295, as NumPy takes
    /// @throws IllegalArgumentException where it is another
    public Mt19937(long seed) {
        requireSeed(seed);
        state[0] = (int) seed;
        for (int i = 1; i < SIZE; i++) {
            state[i] = 1812433253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
        }
    }

    /// Checks a seed.
    ///
    /// @param seed the seed
    /// @throws IllegalArgumentException where it is not from 0 to 4294967295
    public static void requireSeed(long seed) {
        if (seed < 0 || seed > GREATEST_SEED) {
            throw new IllegalArgumentException(
                    "the seed is " + seed + ", but must be from 0 to " + GREATEST_SEED + ", as for NumPy");
        }
    }

    /// The next 32 random bits.
    ///
    /// @return any int
    public int nextInt() {
        if (position == SIZE) {
            refill();
        }
        int bits = state[position++];
        bits ^= bits >>> 11;
        bits ^= (bits << 7) & 0x9d2c5680;
        bits ^= (bits << 15) & 0xefc60000;
        return bits ^ (bits >>> 18);
    }

    /// A number from 0 to `greatest`, both included: bits under a mask, drawn again while they are above.
    ///
    /// @param greatest 0 or more
    /// @return the number
    public int upTo(int greatest) {
        if (greatest == 0) {
            return 0;
        }
        int mask = -1 >>> Integer.numberOfLeadingZeros(greatest);
        int value = nextInt() & mask;
        while (value > greatest) {
            value = nextInt() & mask;
        }
        return value;
    }

    /// `RandomState.shuffle`, in place.
    ///
    /// @param values what is brought into another order
    public void shuffle(int[] values) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = upTo(i);
            int swapped = values[i];
            values[i] = values[j];
            values[j] = swapped;
        }
    }

    /// `RandomState.permutation(size)`.
    ///
    /// @param size 0 or more
    /// @return the numbers from 0 to `size - 1` in another order
    public int[] permutation(int size) {
        int[] values = new int[size];
        Arrays.setAll(values, i -> i);
        shuffle(values);
        return values;
    }

    private void refill() {
        for (int i = 0; i < SIZE; i++) {
            int joined = (state[i] & 0x80000000) | (state[(i + 1) % SIZE] & 0x7fffffff);
            state[i] = state[(i + SHIFT) % SIZE] ^ (joined >>> 1) ^ ((joined & 1) == 0 ? 0 : MATRIX);
        }
        position = 0;
    }
}
