package io.steelyard.client;

import java.util.ArrayList;
import java.util.List;

/// A list in pieces that a server takes at once.
final class Chunks {
    private Chunks() {}

    static <T> List<List<T>> of(List<T> all, int size) {
        List<List<T>> chunks = new ArrayList<>();
        for (int i = 0; i < all.size(); i += size) {
            chunks.add(all.subList(i, Math.min(all.size(), i + size)));
        }
        return chunks;
    }
}
