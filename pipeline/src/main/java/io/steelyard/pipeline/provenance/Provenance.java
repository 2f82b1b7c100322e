package io.steelyard.pipeline.provenance;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What went into a run: all that is needed to repeat it, and all that may explain why a repetition differs.
///
/// @param format the version of this record, [#FORMAT]
/// @param runId the run
/// @param overrides the values that replaced those of the pipeline's file, by path
/// @param settings every value of the pipeline after that, by path, in the file's order
/// @param seed the number from which all randomness comes
/// @param materials the files that were read, the pipeline's own first
/// @param git the repository around the pipeline's file
/// @param surroundings the machine and the libraries
public record Provenance(
        int format,
        String runId,
        Map<String, String> overrides,
        Map<String, String> settings,
        long seed,
        List<Material> materials,
        GitState git,
        Surroundings surroundings) {
    /// The version that this class writes, and the newest that it reads.
    public static final int FORMAT = 1;

    /// Where the record stands among a run's artifacts.
    public static final String ARTIFACT = "record/run.json";

    /// Where the uncommitted changes stand among a run's artifacts.
    public static final String PATCH_ARTIFACT = "record/changes.patch";

    public Provenance {
        overrides = Collections.unmodifiableMap(new LinkedHashMap<>(overrides));
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        materials = List.copyOf(materials);
    }
}
