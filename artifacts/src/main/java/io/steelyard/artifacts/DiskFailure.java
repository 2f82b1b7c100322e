package io.steelyard.artifacts;

import java.io.IOException;
import java.util.List;

/// Tells a full disk from another failure of it.
final class DiskFailure {
    /// Java has no type for it: these are the systems' own words.
    private static final List<String> FULL =
            List.of("No space left on device", "Disk quota exceeded", "not enough space on the disk");

    private DiskFailure() {}

    static ArtifactException of(String what, IOException failure) {
        String reason = String.valueOf(failure.getMessage());
        return FULL.stream().anyMatch(reason::contains)
                ? ArtifactException.full(what + ": the disk is full.\nMake room where the artifacts are kept.", failure)
                : ArtifactException.failed(what, failure);
    }
}
