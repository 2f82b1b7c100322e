package io.steelyard.batch;

import java.util.ArrayList;
import java.util.List;

/// What is known of a finished part, or of all of them.
///
/// @param rows how many rows it has
/// @param bytes how large its file is
/// @param numbers the distribution of what the model answers: the probability of class 1, or the value; of nothing for more classes
///     than two
/// @param counts how often each class was predicted, in the classes' order; empty for a regression
record PartRecord(long rows, long bytes, Moments numbers, List<Long> counts) {
    static final PartRecord NONE = new PartRecord(0, 0, Moments.NONE, List.of());

    PartRecord {
        counts = List.copyOf(counts);
    }

    PartRecord plus(PartRecord other) {
        List<Long> sums = new ArrayList<>();
        for (int i = 0; i < Math.max(counts.size(), other.counts.size()); i++) {
            sums.add((i < counts.size() ? counts.get(i) : 0) + (i < other.counts.size() ? other.counts.get(i) : 0));
        }
        return new PartRecord(rows + other.rows, bytes + other.bytes, numbers.plus(other.numbers), sums);
    }

    PartRecord withBytes(long size) {
        return new PartRecord(rows, size, numbers, counts);
    }
}
