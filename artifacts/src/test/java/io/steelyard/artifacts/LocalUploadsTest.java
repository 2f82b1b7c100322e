package io.steelyard.artifacts;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class LocalUploadsTest extends PartedUploadsContract {
    @TempDir
    Path folder;

    private ArtifactStore store;

    @BeforeEach
    void open() {
        store = ArtifactStore.local(folder);
    }

    @Override
    ArtifactStore store() {
        return store;
    }
}
