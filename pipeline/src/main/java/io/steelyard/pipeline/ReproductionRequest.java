package io.steelyard.pipeline;

import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// What is to be reproduced, and how closely.
///
/// @param runId the run
/// @param levels what must be equal, at least one level
/// @param tolerance how far metrics may lie apart
/// @param overrides values by path that replace those that the run had; none where the same is to be repeated
/// @param moved where files and folders stand now, by where they stood: the longest that fits a file counts
public record ReproductionRequest(
        String runId,
        Set<ReproductionLevel> levels,
        Tolerance tolerance,
        Map<String, String> overrides,
        Map<Path, Path> moved) {
    public ReproductionRequest {
        if (levels.isEmpty()) {
            throw new IllegalArgumentException("at least one level of reproduction must be asked for");
        }
        levels = Collections.unmodifiableSet(EnumSet.copyOf(levels));
        overrides = Collections.unmodifiableMap(new LinkedHashMap<>(overrides));
        moved = Map.copyOf(moved);
    }

    /// All levels, the metrics to the last bit, everything where it was.
    ///
    /// @param runId the run
    /// @return the request
    public static ReproductionRequest of(String runId) {
        return new ReproductionRequest(
                runId, EnumSet.allOf(ReproductionLevel.class), Tolerance.NONE, Map.of(), Map.of());
    }

    /// Where a file stands now.
    Path now(String path) {
        Path then = Path.of(path);
        return moved.keySet().stream()
                .filter(then::startsWith)
                .max(java.util.Comparator.comparingInt(Path::getNameCount))
                .map(old -> moved.getOrDefault(old, old).resolve(old.relativize(then)))
                .orElse(then);
    }
}
