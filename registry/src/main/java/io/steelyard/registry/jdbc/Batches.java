package io.steelyard.registry.jdbc;

import java.util.ArrayList;
import java.util.List;

/// Many numbers, in pieces that one statement takes.
final class Batches {
    private static final int SIZE = 500;

    private Batches() {}

    static List<List<Long>> of(List<Long> all) {
        List<List<Long>> batches = new ArrayList<>();
        for (int i = 0; i < all.size(); i += SIZE) {
            batches.add(all.subList(i, Math.min(all.size(), i + SIZE)));
        }
        return batches;
    }
}
