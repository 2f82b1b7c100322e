package io.steelyard.forest;

import java.util.Arrays;

/// The values of a categorical feature that a node sends one way. A closed set.
sealed interface CategorySet {
    /// How much memory bits may take, in words for each member.
    int MOST_WORDS_A_MEMBER = 4;

    /// Whether a value that is not missing belongs to the set.
    boolean contains(double value);

    /// A set of whole numbers from 0 on, for XGBoost: bits where they lie close, else the numbers themselves, so that a
    /// great number takes no more memory than a small one.
    static CategorySet of(int... members) {
        int greatest = Arrays.stream(members).max().orElse(0);
        if (greatest / Long.SIZE > MOST_WORDS_A_MEMBER * (members.length + 1)) {
            return new Sparse(Arrays.stream(members).sorted().toArray());
        }
        long[] words = new long[greatest / Long.SIZE + 1];
        for (int member : members) {
            words[member / Long.SIZE] |= 1L << member;
        }
        return new Numbers(words);
    }

    /// Whole numbers, for XGBoost: a bit each. A value is cut to a whole number; what is below 0
    /// or beyond the bits does not belong.
    ///
    /// @param words bit `i` of word `w` is the number `64 * w + i`
    record Numbers(long[] words) implements CategorySet {
        @Override
        public boolean contains(double value) {
            int number = (int) value;
            return value >= 0 && number >> 6 < words.length && (words[number >> 6] >>> number & 1) != 0;
        }
    }

    /// As [Numbers], for few numbers that lie far apart.
    ///
    /// @param sorted in ascending order
    record Sparse(int[] sorted) implements CategorySet {
        @Override
        public boolean contains(double value) {
            return value >= 0 && Arrays.binarySearch(sorted, (int) value) >= 0;
        }
    }

    /// As [Numbers], for LightGBM, where what lies between -1 and 0 is cut to 0.
    ///
    /// @param words bit `i` of word `w` is the number `64 * w + i`
    record CutNumbers(long[] words) implements CategorySet {
        @Override
        public boolean contains(double value) {
            int number = (int) value;
            return number >= 0 && number >> 6 < words.length && (words[number >> 6] >>> number & 1) != 0;
        }
    }

    /// Any values, as ONNX writes them.
    ///
    /// @param sorted in ascending order, with no negative zero
    record Values(double[] sorted) implements CategorySet {
        @Override
        public boolean contains(double value) {
            return Arrays.binarySearch(sorted, value + 0.0) >= 0;
        }
    }
}
