package io.steelyard.tracking.memory;

import io.steelyard.tracking.TrackingPurge;
import io.steelyard.tracking.TrackingStore;
import io.steelyard.tracking.TrackingStoreContract;
import java.time.Instant;
import java.time.InstantSource;

class InMemoryTrackingStoreTest extends TrackingStoreContract {
    private final InMemoryTrackingStore store =
            InMemoryTrackingStore.open(InstantSource.fixed(Instant.ofEpochMilli(NOW)));

    @Override
    public TrackingStore store() {
        return store;
    }

    @Override
    public TrackingPurge purge() {
        return store;
    }
}
