package io.steelyard.tracking.memory;

import io.steelyard.tracking.TrackingStore;
import io.steelyard.tracking.TrackingStoreContract;
import java.time.Instant;
import java.time.InstantSource;

class InMemoryTrackingStoreTest extends TrackingStoreContract {
    private final TrackingStore store = InMemoryTrackingStore.open(InstantSource.fixed(Instant.ofEpochMilli(NOW)));

    @Override
    protected TrackingStore store() {
        return store;
    }
}
