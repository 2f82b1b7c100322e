package io.steelyard.forest;

import java.util.ArrayList;
import java.util.List;

/// Scores 64 rows at once, a bit each: for blocks of rows.
///
/// The ideas: what a node asks of a row is a predicate, and forests ask the same few thousand over and over. For each
/// predicate a word tells for which of 64 rows it holds ([Predicates]); a tree is then a few AND and OR of words, at one
/// instruction for 64 rows ([MaskTree]), and a transposition of bits gives each row's leaf. No branch depends on the
/// data. Trees are taken by several blocks in turn, so that they are read from memory less often.
final class MaskKernel implements Kernel {
    private static final int BLOCK = Long.SIZE;
    /// How many words of predicates all blocks of a turn may have together: they should stay in the second cache.
    private static final int WORDS = 1 << 16;
    private static final int MOST_BLOCKS = 8;

    private final Predicates predicates;
    private final List<MaskTree> trees;
    private final int blocks;

    MaskKernel(Keys keys, List<Tree> trees) {
        this(keys, trees, Ranks.best());
    }

    MaskKernel(Keys keys, List<Tree> trees, Ranks ranks) {
        predicates = new Predicates(keys, ranks);
        this.trees = new ArrayList<>(trees.size());
        int[] firsts = predicates.firsts();
        for (Tree tree : trees) {
            this.trees.add(new MaskTree(tree, keys, firsts));
        }
        blocks = Math.clamp(WORDS / Math.max(1, predicates.size()), 1, MOST_BLOCKS);
    }

    /// Whether the kernel takes a tree.
    static boolean takes(Tree tree) {
        int inner = 0;
        for (int node = 0; node < tree.left().length; node++) {
            inner += tree.isLeaf(node) ? 0 : 1;
        }
        return inner < MaskTree.MOST_LEAVES;
    }

    @Override
    public void add(Rows rows, int from, int count, Sums sums) {
        int together = Math.min(blocks, (count + BLOCK - 1) / BLOCK);
        long[] words = new long[predicates.size() * together];
        Block[] turn = new Block[together];
        for (int i = 0; i < together; i++) {
            turn[i] = new Block(sums);
        }
        PredicateScratch scratch = predicates.scratch();
        for (int start = from; start < from + count; start += together * BLOCK) {
            int used = 0;
            for (int first = start; first < from + count && used < together; first += BLOCK) {
                int size = Math.min(BLOCK, from + count - first);
                predicates.evaluate(rows, first, size, words, used * predicates.size(), scratch);
                turn[used++].begin(first, size);
            }
            for (MaskTree tree : trees) {
                for (int i = 0; i < used; i++) {
                    turn[i].add(tree, words, i * predicates.size());
                }
            }
            for (int i = 0; i < used; i++) {
                turn[i].end();
            }
        }
    }

    /// The growing sums of 64 rows.
    private static final class Block {
        private final Sums sums;
        private final float[] floats;
        private final double[] doubles;
        private final long[] masks = new long[2 * MaskTree.MOST_LEAVES];
        private final long[] code = new long[Byte.SIZE];
        private int first;
        private int size;

        Block(Sums sums) {
            this.sums = sums;
            floats = new float[sums.floats.length == 0 ? 0 : BLOCK * sums.outputs()];
            doubles = new double[sums.doubles.length == 0 ? 0 : BLOCK * sums.outputs()];
        }

        void begin(int first, int size) {
            this.first = first;
            this.size = size;
            masks[0] = -1L >>> (BLOCK - size);
            for (int output = 0; output < sums.outputs(); output++) {
                for (int i = 0; i < size; i++) {
                    int at = (first + i) * sums.outputs() + output;
                    if (floats.length != 0) {
                        floats[output * BLOCK + i] = sums.floats[at];
                    } else {
                        doubles[output * BLOCK + i] = sums.doubles[at];
                    }
                }
            }
        }

        void end() {
            for (int output = 0; output < sums.outputs(); output++) {
                for (int i = 0; i < size; i++) {
                    int at = (first + i) * sums.outputs() + output;
                    if (floats.length != 0) {
                        sums.floats[at] = floats[output * BLOCK + i];
                    } else {
                        sums.doubles[at] = doubles[output * BLOCK + i];
                    }
                }
            }
        }

        void add(MaskTree tree, long[] words, int offset) {
            tree.evaluate(words, offset, masks, code);
            BitMatrix.transpose(code);
            int at = tree.output * BLOCK;
            if (floats.length != 0) {
                addFloats(tree.floats, at);
            } else {
                addDoubles(tree.doubles, at);
            }
        }

        private void addFloats(float[] weights, int at) {
            for (int group = 0; group < Byte.SIZE; group++) {
                long codes = code[group];
                int row = at + group * Byte.SIZE;
                floats[row] += weights[(int) codes & (weights.length - 1)];
                floats[row + 1] += weights[(int) (codes >>> 8) & (weights.length - 1)];
                floats[row + 2] += weights[(int) (codes >>> 16) & (weights.length - 1)];
                floats[row + 3] += weights[(int) (codes >>> 24) & (weights.length - 1)];
                floats[row + 4] += weights[(int) (codes >>> 32) & (weights.length - 1)];
                floats[row + 5] += weights[(int) (codes >>> 40) & (weights.length - 1)];
                floats[row + 6] += weights[(int) (codes >>> 48) & (weights.length - 1)];
                floats[row + 7] += weights[(int) (codes >>> 56) & (weights.length - 1)];
            }
        }

        private void addDoubles(double[] weights, int at) {
            for (int group = 0; group < Byte.SIZE; group++) {
                long codes = code[group];
                int row = at + group * Byte.SIZE;
                doubles[row] += weights[(int) codes & (weights.length - 1)];
                doubles[row + 1] += weights[(int) (codes >>> 8) & (weights.length - 1)];
                doubles[row + 2] += weights[(int) (codes >>> 16) & (weights.length - 1)];
                doubles[row + 3] += weights[(int) (codes >>> 24) & (weights.length - 1)];
                doubles[row + 4] += weights[(int) (codes >>> 32) & (weights.length - 1)];
                doubles[row + 5] += weights[(int) (codes >>> 40) & (weights.length - 1)];
                doubles[row + 6] += weights[(int) (codes >>> 48) & (weights.length - 1)];
                doubles[row + 7] += weights[(int) (codes >>> 56) & (weights.length - 1)];
            }
        }
    }
}
