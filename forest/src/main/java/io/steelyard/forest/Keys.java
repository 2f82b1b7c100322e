package io.steelyard.forest;

import java.util.Arrays;
import java.util.List;

/// Turns values into integers of the same order, so that kernels compare integers whatever the library.
///
/// In a float forest a value's key is made of its bits. In a double forest it is the value's rank among the feature's
/// thresholds, which is as exact: no threshold lies between two values of one rank. A test "at most t" is the test "less
/// than the key after that of t".
///
/// Where missing values go is a matter of the *slot*: each feature has one for each way in which some node treats them.
/// A missing value has the least key of all in a slot that sends it left, the greatest in one that sends it right.
final class Keys {
    static final int MISSING_LEFT_KEY = Integer.MIN_VALUE;
    static final int MISSING_RIGHT_KEY = Integer.MAX_VALUE;

    /// LightGBM's bound of what is about zero, a float there.
    private static final double ABOUT_ZERO = 1e-35f;

    private static final int WAYS = Tree.MISSING_LEFT | Tree.ZERO_MISSING;

    private final Precision precision;
    /// For each slot the feature and where missing values go, in ascending order: `feature * 16 + way`.
    private final long[] slots;
    /// For each slot its feature, and the key of a missing value.
    private final int[] features;
    private final int[] missingKeys;
    /// The features that have a slot.
    private final int[] used;
    /// For each used feature its thresholds' keys, ascending and distinct: of floats below 32 bits.
    private final long[][] cuts;
    /// For each slot the place of its feature in `used`.
    private final int[] slotUsed;

    Keys(Precision precision, List<Tree> trees) {
        this.precision = precision;
        slots = distinctSlots(trees);
        used = Arrays.stream(slots).mapToInt(s -> (int) (s >> 4)).distinct().toArray();
        slotUsed = new int[slots.length];
        features = Arrays.stream(slots).mapToInt(s -> (int) (s >> 4)).toArray();
        missingKeys = Arrays.stream(slots)
                .mapToInt(s -> (s & Tree.MISSING_LEFT) != 0 ? MISSING_LEFT_KEY : MISSING_RIGHT_KEY)
                .toArray();
        for (int i = 0; i < slots.length; i++) {
            slotUsed[i] = Arrays.binarySearch(used, (int) (slots[i] >> 4));
        }
        cuts = distinctCuts(trees);
    }

    int slots() {
        return slots.length;
    }

    /// How many features have slots.
    int used() {
        return used.length;
    }

    /// The feature at a place among the used ones.
    int feature(int place) {
        return used[place];
    }

    /// The place among the used features of a slot's feature.
    int place(int slot) {
        return slotUsed[slot];
    }

    boolean missingLeft(int slot) {
        return (slots[slot] & Tree.MISSING_LEFT) != 0;
    }

    boolean zeroMissing(int slot) {
        return (slots[slot] & Tree.ZERO_MISSING) != 0;
    }

    Precision precision() {
        return precision;
    }

    /// The thresholds' keys of a used feature, ascending and distinct.
    long[] cuts(int place) {
        return cuts[place];
    }

    /// The slot of an inner node.
    int slot(Tree tree, int node) {
        return Arrays.binarySearch(slots, slotOf(tree, node));
    }

    /// The key that an inner node compares with: its rows go left where their key is less.
    int key(Tree tree, int node) {
        return switch (precision) {
            case FLOAT -> (int) cut(tree, node);
            case DOUBLE -> rank(tree, node) + 1;
        };
    }

    /// The place of an inner node's threshold among those of its feature.
    int rank(Tree tree, int node) {
        return Arrays.binarySearch(cuts[Arrays.binarySearch(used, tree.feature()[node])], cut(tree, node));
    }

    /// The keys of a row of a float forest, one a slot.
    void fill(float[] values, int offset, int[] keys) {
        for (int slot = 0; slot < features.length; slot++) {
            float value = values[offset + features[slot]];
            keys[slot] = Float.isNaN(value) ? missingKeys[slot] : key(value);
        }
    }

    /// The keys of a row, one a slot.
    void fill(Rows rows, int row, int[] keys) {
        int rank = 0;
        int ranked = -1;
        for (int slot = 0; slot < slots.length; slot++) {
            double value = precision == Precision.FLOAT
                    ? rows.floatAt(row, used[slotUsed[slot]])
                    : rows.doubleAt(row, used[slotUsed[slot]]);
            if (Double.isNaN(value) || (zeroMissing(slot) && Math.abs(value) <= ABOUT_ZERO)) {
                keys[slot] = missingLeft(slot) ? MISSING_LEFT_KEY : MISSING_RIGHT_KEY;
                continue;
            }
            if (precision == Precision.FLOAT) {
                keys[slot] = key((float) value);
                continue;
            }
            if (slotUsed[slot] != ranked) {
                ranked = slotUsed[slot];
                rank = rank(cuts[ranked], key(value));
            }
            keys[slot] = rank;
        }
    }

    /// How many of the cuts are not greater than a key: the same steps for every key, none of which depends on a branch.
    static int rank(long[] cuts, long key) {
        int low = 0;
        int size = cuts.length;
        while (size > 1) {
            int half = size >>> 1;
            low += -notGreater(cuts[low + half - 1], key) & half;
            size -= half;
        }
        return size == 0 ? 0 : low + notGreater(cuts[low], key);
    }

    /// 1 where a is at most b, else 0, without a branch.
    private static int notGreater(long a, long b) {
        return (int) (((b & ~a) | (~(b ^ a) & (b - a))) >>> 63) ^ 1;
    }

    /// The integer that orders as the float does, both zeros alike.
    static int key(float value) {
        return flip(Float.floatToRawIntBits(value + 0.0f));
    }

    /// The integer that orders as the double does, both zeros alike.
    static long key(double value) {
        long bits = Double.doubleToRawLongBits(value + 0.0);
        return bits ^ ((bits >> 63) & Long.MAX_VALUE);
    }

    /// The key of a float's bits, or the bits of its key.
    static int flip(int bits) {
        return bits ^ ((bits >> 31) & Integer.MAX_VALUE);
    }

    static boolean isAboutZero(double value) {
        return Math.abs(value) <= ABOUT_ZERO;
    }

    private static long slotOf(Tree tree, int node) {
        return (long) tree.feature()[node] << 4 | (tree.decision()[node] & WAYS);
    }

    private long cut(Tree tree, int node) {
        double threshold = tree.value()[node];
        int next = tree.test(node) == Tree.AT_MOST ? 1 : 0;
        return switch (precision) {
            // Nothing is less than NaN, so that every value goes right; missing ones still take their side.
            case FLOAT -> Double.isNaN(threshold) ? Integer.MIN_VALUE + 1 : key((float) threshold) + next;
            case DOUBLE -> Double.isNaN(threshold) ? Long.MIN_VALUE + 1 : key(threshold) + next;
        };
    }

    private static long[] distinctSlots(List<Tree> trees) {
        long[] all = new long[16];
        int size = 0;
        for (Tree tree : trees) {
            if (size > all.length / 2) {
                long[] distinct =
                        Arrays.stream(all, 0, size).sorted().distinct().toArray();
                size = distinct.length;
                all = Arrays.copyOf(distinct, Math.max(16, 4 * size));
            }
            for (int node = 0; node < tree.left().length; node++) {
                if (!tree.isLeaf(node)) {
                    all = size < all.length ? all : Arrays.copyOf(all, 2 * size);
                    all[size++] = slotOf(tree, node);
                }
            }
        }
        return Arrays.stream(all, 0, size).sorted().distinct().toArray();
    }

    private long[][] distinctCuts(List<Tree> trees) {
        int[] counts = new int[used.length];
        for (Tree tree : trees) {
            for (int node = 0; node < tree.left().length; node++) {
                if (!tree.isLeaf(node)) {
                    counts[Arrays.binarySearch(used, tree.feature()[node])]++;
                }
            }
        }
        long[][] all = new long[used.length][];
        Arrays.setAll(all, i -> new long[counts[i]]);
        int[] sizes = new int[used.length];
        for (Tree tree : trees) {
            for (int node = 0; node < tree.left().length; node++) {
                if (!tree.isLeaf(node)) {
                    int place = Arrays.binarySearch(used, tree.feature()[node]);
                    all[place][sizes[place]++] = cut(tree, node);
                }
            }
        }
        for (int i = 0; i < all.length; i++) {
            Arrays.sort(all[i]);
            int distinct = 0;
            for (int j = 0; j < all[i].length; j++) {
                if (j == 0 || all[i][j] != all[i][j - 1]) {
                    all[i][distinct++] = all[i][j];
                }
            }
            all[i] = Arrays.copyOf(all[i], distinct);
        }
        return all;
    }
}
