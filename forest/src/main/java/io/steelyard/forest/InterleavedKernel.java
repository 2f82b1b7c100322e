package io.steelyard.forest;

import java.util.Arrays;
import java.util.List;

/// Walks eight trees at once, without a branch that the data decides: for single rows, and for trees too large for the
/// others.
///
/// The ideas: values are integer keys, so that a comparison is a subtraction whose sign bit is the way to go; siblings
/// stand side by side, so that the way is an addition; a leaf leads back to itself, so that eight trees take the same
/// number of steps and their loads overlap. Missing values cost nothing, as they are a matter of the key ([Keys]).
/// Many rows are scored tree group by tree group, so that a group's nodes stay in the cache.
final class InterleavedKernel implements Kernel {
    private static final int LANES = 8;
    private static final int BLOCK = 64;
    /// A leaf that adds nothing: negative zero, as positive zero would turn a sum of negative zero into positive zero.
    private static final float NOTHING = -0.0f;

    private final Keys keys;
    private final Layout layout;
    private final int[] roots;
    /// For each group of eight trees, how many steps its deepest leaf is away.
    private final int[] steps;
    /// For each group of eight trees, the output that they add to.
    private final int[] outputs;
    /// How many keys a row has, a power of two so that the compiler sees that no position lies outside.
    private final int width;

    InterleavedKernel(Keys keys, List<Tree> trees, int outputCount) {
        this.keys = keys;
        width = width(keys);
        int[] counts = new int[outputCount];
        trees.forEach(t -> counts[t.output()]++);
        int[] next = new int[outputCount];
        int groups = 0;
        for (int output = 0; output < outputCount; output++) {
            next[output] = groups * LANES;
            groups += (counts[output] + LANES - 1) / LANES;
        }
        outputs = new int[groups];
        steps = new int[groups];
        roots = new int[groups * LANES];
        Arrays.fill(roots, -1);
        layout = new Layout(keys, trees, width);
        for (Tree tree : trees) {
            int lane = next[tree.output()]++;
            roots[lane] = layout.size;
            outputs[lane / LANES] = tree.output();
            steps[lane / LANES] = Math.max(steps[lane / LANES], layout.add(tree));
        }
        int nothing = layout.size;
        layout.leaf(layout.size++, NOTHING);
        Arrays.setAll(roots, i -> roots[i] < 0 ? nothing : roots[i]);
    }

    /// Whether a node's right child and slot have room in half a number.
    static boolean takes(Keys keys, List<Tree> trees) {
        long nodes = 2L * innerNodes(trees) + trees.size() + 1;
        return nodes * width(keys) < 1L << Integer.SIZE;
    }

    private static int width(Keys keys) {
        return 2 * Integer.highestOneBit(Math.max(1, keys.slots()));
    }

    private static int innerNodes(List<Tree> trees) {
        int inner = 0;
        for (Tree tree : trees) {
            for (int node = 0; node < tree.left().length; node++) {
                inner += tree.isLeaf(node) ? 0 : 1;
            }
        }
        return inner;
    }

    @Override
    public void add(Rows rows, int from, int count, Sums sums) {
        int[][] block = new int[Math.min(BLOCK, count)][width];
        for (int start = from; start < from + count; start += BLOCK) {
            int size = Math.min(BLOCK, from + count - start);
            fill(rows, start, size, block);
            for (int group = 0; group < steps.length; group++) {
                int at = start * sums.outputs() + outputs[group];
                for (int i = 0; i < size; i++) {
                    walk(group, block[i], sums, at + i * sums.outputs());
                }
            }
        }
    }

    private void fill(Rows rows, int from, int count, int[][] block) {
        for (int i = 0; i < count; i++) {
            if (rows instanceof FloatRows floats && keys.precision() == Precision.FLOAT) {
                keys.fill(floats.values(), (from + i) * floats.features(), block[i]);
            } else {
                keys.fill(rows, from + i, block[i]);
            }
            // What leaves look at: it is less than all of them, which leads them back to themselves.
            block[i][keys.slots()] = Integer.MIN_VALUE;
        }
    }

    private void walk(int group, int[] row, Sums sums, int at) {
        long[] nodes = layout.nodes;
        int shift = layout.shift;
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
            a = next(nodes, shift, row, a);
            b = next(nodes, shift, row, b);
            c = next(nodes, shift, row, c);
            d = next(nodes, shift, row, d);
            e = next(nodes, shift, row, e);
            f = next(nodes, shift, row, f);
            g = next(nodes, shift, row, g);
            h = next(nodes, shift, row, h);
        }
        if (keys.precision() == Precision.FLOAT) {
            float sum = sums.floats[at];
            sum += weight(nodes[a]);
            sum += weight(nodes[b]);
            sum += weight(nodes[c]);
            sum += weight(nodes[d]);
            sum += weight(nodes[e]);
            sum += weight(nodes[f]);
            sum += weight(nodes[g]);
            sums.floats[at] = sum + weight(nodes[h]);
        } else {
            double[] weights = layout.weights;
            double sum = sums.doubles[at];
            sum += weights[(int) (nodes[a] >> 32)];
            sum += weights[(int) (nodes[b] >> 32)];
            sum += weights[(int) (nodes[c] >> 32)];
            sum += weights[(int) (nodes[d] >> 32)];
            sum += weights[(int) (nodes[e] >> 32)];
            sum += weights[(int) (nodes[f] >> 32)];
            sum += weights[(int) (nodes[g] >> 32)];
            sums.doubles[at] = sum + weights[(int) (nodes[h] >> 32)];
        }
    }

    private static int next(long[] nodes, int shift, int[] row, int at) {
        long node = nodes[at];
        return ((int) node >>> shift) + (int) ((row[(int) node & (row.length - 1)] - (node >> 32)) >> 63);
    }

    private static float weight(long leaf) {
        return Float.intBitsToFloat(Keys.flip((int) (leaf >> 32)));
    }

    /// Where the nodes of all trees are laid out, breadth first, so that siblings stand side by side.
    private static final class Layout {
        private final Keys keys;
        /// A node, in one number so that it is one load. Its upper half: the key of its threshold, or of a leaf's weight
        /// or its place in `weights`. Then its right child, before which stands the left one; for a leaf, the position
        /// after its own. The lowest bits, as many as `shift`: its slot.
        private final long[] nodes;
        private final int shift;
        /// The leaves' weights of a double forest.
        private final double[] weights;
        private int size;
        private int leaves;

        Layout(Keys keys, List<Tree> trees, int width) {
            this.keys = keys;
            shift = Integer.numberOfTrailingZeros(width);
            int inner = innerNodes(trees);
            int leafCount = inner + trees.size() + 1;
            nodes = new long[inner + leafCount];
            weights = new double[keys.precision() == Precision.FLOAT ? 0 : leafCount];
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
                        set(first + i, keys.key(tree, node), size + count - 1, keys.slot(tree, node));
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

        private void leaf(int at, double weight) {
            if (keys.precision() == Precision.FLOAT) {
                set(at, Keys.flip(Float.floatToIntBits((float) weight)), at + 1, keys.slots());
            } else {
                weights[leaves] = weight;
                set(at, leaves++, at + 1, keys.slots());
            }
        }

        private void set(int at, int key, int right, int slot) {
            nodes[at] = (long) key << 32 | Integer.toUnsignedLong(right << shift | slot);
        }
    }
}
