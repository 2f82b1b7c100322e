package io.steelyard.forest;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Walks eight trees at once, without a branch that the data decides.
///
/// The ideas: floats become integers of the same order, so that a comparison is a subtraction whose sign bit is the way
/// to
/// go; siblings stand side by side, so that the way is an addition; a leaf leads back to itself, so that eight trees
/// take the
/// same number of steps and their loads overlap. Every feature stands twice in a row's keys: a missing value is the
/// smallest
/// key in the first copy and the greatest in the second, and a node looks at the copy that sends it to its default
/// side.
/// Many rows are scored tree group by tree group, so that a group's nodes stay in the cache.
final class InterleavedKernel {
    private static final int LANES = 8;
    private static final int BLOCK = 64;
    /// A leaf that adds nothing: negative zero, as positive zero would turn a sum of negative zero into positive zero.
    private static final float NOTHING = -0.0f;

    /// A node: the key of its threshold, or of a leaf's weight, above; the position of its feature in a row's keys
    /// below.
    private final long[] nodes;
    /// The right child of a node; the left one stands before it. For a leaf, the position after its own.
    private final int[] right;
    private final int[] roots;
    /// For each group of eight trees, how many steps its deepest leaf is away.
    private final int[] steps;
    /// The features that some tree looks at.
    private final int[] used;
    /// How many keys a row has, a power of two so that the compiler sees that no position lies outside.
    private final int keys;

    InterleavedKernel(List<Tree> trees) {
        used = trees.stream()
                .flatMapToInt(InterleavedKernel::innerFeatures)
                .distinct()
                .sorted()
                .toArray();
        keys = 2 * Integer.highestOneBit(Math.max(1, 2 * used.length));
        int groups = (trees.size() + LANES - 1) / LANES;
        Layout layout = new Layout(trees.stream().mapToInt(t -> t.left().length).sum() + 1);
        roots = new int[groups * LANES];
        steps = new int[groups];
        for (int i = 0; i < trees.size(); i++) {
            roots[i] = layout.size;
            steps[i / LANES] = Math.max(steps[i / LANES], layout.add(trees.get(i)));
        }
        Arrays.fill(roots, trees.size(), roots.length, layout.size);
        layout.leaf(layout.size++, NOTHING);
        nodes = Arrays.copyOf(layout.nodes, layout.size);
        right = Arrays.copyOf(layout.right, layout.size);
    }

    /// Adds every tree's weight to sums, in the trees' order.
    ///
    /// @param rows values row after row
    /// @param features how many values a row has
    /// @param sums one a row; what is to be added to stands in it
    void addTo(float[] rows, int features, float[] sums) {
        int[][] block = new int[Math.min(BLOCK, sums.length)][keys];
        for (int from = 0; from < sums.length; from += BLOCK) {
            int size = Math.min(BLOCK, sums.length - from);
            for (int i = 0; i < size; i++) {
                fill(block[i], rows, (from + i) * features);
            }
            for (int group = 0; group < steps.length; group++) {
                for (int i = 0; i < size; i++) {
                    sums[from + i] = walk(group, block[i], sums[from + i]);
                }
            }
        }
    }

    private void fill(int[] row, float[] rows, int offset) {
        int copy = used.length;
        for (int i = 0; i < copy; i++) {
            float value = rows[offset + used[i]];
            boolean missing = Float.isNaN(value);
            // Adding zero makes positive zero of a negative one: the two are equal, but their keys are not.
            int key = key(value + 0.0f);
            row[i] = missing ? Integer.MIN_VALUE : key;
            row[i + copy] = missing ? Integer.MAX_VALUE : key;
        }
        row[2 * copy] = Integer.MIN_VALUE;
    }

    private float walk(int group, int[] row, float sum) {
        long[] nodes = this.nodes;
        int[] right = this.right;
        int first = group * LANES;
        int a = roots[first];
        int b = roots[first + 1];
        int c = roots[first + 2];
        int d = roots[first + 3];
        int e = roots[first + 4];
        int f = roots[first + 5];
        int g = roots[first + 6];
        int h = roots[first + 7];
        for (int step = steps[group]; step > 0; step--) {
            a = next(nodes, right, row, a);
            b = next(nodes, right, row, b);
            c = next(nodes, right, row, c);
            d = next(nodes, right, row, d);
            e = next(nodes, right, row, e);
            f = next(nodes, right, row, f);
            g = next(nodes, right, row, g);
            h = next(nodes, right, row, h);
        }
        sum += weight(nodes[a]);
        sum += weight(nodes[b]);
        sum += weight(nodes[c]);
        sum += weight(nodes[d]);
        sum += weight(nodes[e]);
        sum += weight(nodes[f]);
        sum += weight(nodes[g]);
        sum += weight(nodes[h]);
        return sum;
    }

    private static int next(long[] nodes, int[] right, int[] row, int at) {
        long node = nodes[at];
        return right[at] + (int) ((row[(int) node & (row.length - 1)] - (node >> 32)) >> 63);
    }

    private static float weight(long leaf) {
        return Float.intBitsToFloat(key((int) (leaf >> 32)));
    }

    /// The integer that orders as the float does; the same step leads back from it.
    private static int key(float value) {
        return key(Float.floatToIntBits(value));
    }

    private static int key(int bits) {
        return bits ^ ((bits >> 31) & Integer.MAX_VALUE);
    }

    private static IntStream innerFeatures(Tree tree) {
        return IntStream.range(0, tree.left().length)
                .filter(node -> !tree.isLeaf(node))
                .map(node -> tree.feature()[node]);
    }

    /// Where the nodes of all trees are laid out, breadth first, so that siblings stand side by side.
    private final class Layout {
        private final long[] nodes;
        private final int[] right;
        private int size;

        Layout(int most) {
            nodes = new long[most];
            right = new int[most];
        }

        /// Lays out a tree.
        ///
        /// @return how many steps its deepest leaf is away from the root
        int add(Tree tree) {
            int[] level = {0};
            int depth = 0;
            int first = size++;
            while (true) {
                int[] below = new int[2 * level.length];
                int count = 0;
                for (int i = 0; i < level.length; i++) {
                    int node = level[i];
                    if (tree.isLeaf(node)) {
                        leaf(first + i, tree.value()[node]);
                    } else {
                        below[count++] = tree.left()[node];
                        below[count++] = tree.right()[node];
                        inner(first + i, tree, node);
                        right[first + i] = size + count - 1;
                    }
                }
                if (count == 0) {
                    return depth;
                }
                first = size;
                size += count;
                level = Arrays.copyOf(below, count);
                depth++;
            }
        }

        private void inner(int at, Tree tree, int node) {
            float threshold = tree.value()[node];
            // Nothing is less than NaN, so that every value goes right; missing ones still take the default side.
            int key = Float.isNaN(threshold) ? Integer.MIN_VALUE + 1 : key(threshold + 0.0f);
            int slot = Arrays.binarySearch(used, tree.feature()[node]);
            set(at, key, tree.defaultLeft()[node] != 0 ? slot : slot + used.length);
        }

        private void leaf(int at, float weight) {
            set(at, key(weight), 2 * used.length);
            right[at] = at + 1;
        }

        private void set(int at, int key, int slot) {
            nodes[at] = (long) key << 32 | slot;
        }
    }
}
