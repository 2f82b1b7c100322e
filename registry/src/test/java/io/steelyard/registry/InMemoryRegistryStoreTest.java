package io.steelyard.registry;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

class InMemoryRegistryStoreTest extends RegistryStoreContract {
    private final AtomicLong time = new AtomicLong();
    private final RegistryStore store =
            RegistryStore.inMemory(() -> Instant.ofEpochMilli(time.incrementAndGet()), () -> "");

    @Override
    public RegistryStore store() {
        return store;
    }
}
