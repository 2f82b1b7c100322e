package io.steelyard.tracking.memory;

import io.steelyard.tracking.SearchContract;
import io.steelyard.tracking.TrackingStore;

class InMemorySearchTest extends SearchContract {
    private final TrackingStore store = InMemoryTrackingStore.open();

    @Override
    protected TrackingStore store() {
        return store;
    }
}
