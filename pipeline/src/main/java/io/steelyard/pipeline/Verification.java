package io.steelyard.pipeline;

import io.steelyard.data.ContentDigest;
import io.steelyard.pipeline.ReproductionReport.InputLine;
import io.steelyard.pipeline.provenance.Material;
import io.steelyard.pipeline.provenance.Provenance;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/// Holds every input of a run against what stands there now, before anything is repeated.
///
/// @param file the pipeline to repeat, reading the files where they stand now
/// @param inputs settings first, in the file's order, then files
/// @param notes what differs and does not matter
record Verification(PipelineFile file, List<InputLine> inputs, List<String> notes) {
    Optional<InputLine> firstDifference() {
        return inputs.stream().filter(line -> !line.same()).findFirst();
    }

    /// Verifies.
    ///
    /// @throws PipelineException where a file is gone, or the pipeline's file cannot be read any more
    static Verification of(Provenance provenance, ReproductionRequest request) {
        requireAll(provenance, request);
        Map<String, String> overrides = new LinkedHashMap<>(provenance.overrides());
        overrides.putAll(request.overrides());
        Material pipeline = pipeline(provenance);
        Path path = request.now(pipeline.path());
        PipelineFile asRecorded = PipelineFile.read(path, overrides);
        List<InputLine> inputs = new ArrayList<>(settings(provenance, asRecorded));
        List<String> notes = new ArrayList<>();
        boolean sameSettings = inputs.stream().allMatch(InputLine::same);
        Map<String, String> places = new LinkedHashMap<>(overrides);
        for (Material material : provenance.materials()) {
            Path now = request.now(material.path());
            InputLine line = digest(material, now);
            if (material.kind() == Material.Kind.PIPELINE && !line.same() && sameSettings) {
                notes.add(now + " is another file than the run's (SHA-256 " + line.found() + ", it was "
                        + material.sha256() + "), but says the same: comments or layout were changed");
                line = new InputLine(line.what(), line.path(), line.wanted(), line.found(), true);
            }
            inputs.add(line);
            if (!material.setting().isEmpty() && !request.overrides().containsKey(material.setting())) {
                places.put(material.setting(), JsonMapper.shared().writeValueAsString(now.toString()));
            }
        }
        PipelineFile moved = request.moved().isEmpty() ? asRecorded : PipelineFile.read(path, places);
        return new Verification(moved, inputs, notes);
    }

    private static Material pipeline(Provenance provenance) {
        return provenance.materials().stream()
                .filter(material -> material.kind() == Material.Kind.PIPELINE)
                .findFirst()
                .orElseThrow(() -> new PipelineException(
                        "the record of the run " + provenance.runId() + " names no pipeline file: it is damaged"));
    }

    private static void requireAll(Provenance provenance, ReproductionRequest request) {
        for (Material material : provenance.materials()) {
            Path now = request.now(material.path());
            if (!Files.isRegularFile(now)) {
                throw new PipelineException("the run " + provenance.runId() + " read " + now
                        + (material.setting().isEmpty() ? "" : " (" + material.setting() + ")")
                        + ", which is not there any more: put the file back (SHA-256 " + material.sha256()
                        + "), or say where it stands now with --data-path OLD=NEW");
            }
        }
    }

    private static List<InputLine> settings(Provenance provenance, PipelineFile file) {
        Set<String> keys = new LinkedHashSet<>(provenance.settings().keySet());
        keys.addAll(file.settings().keySet());
        List<InputLine> lines = new ArrayList<>();
        for (String key : keys) {
            String wanted = provenance.settings().get(key);
            String found = file.settings().get(key);
            lines.add(new InputLine(key, null, wanted == null ? "absent" : wanted, found, equal(wanted, found)));
        }
        return lines;
    }

    private static boolean equal(
            @org.jspecify.annotations.Nullable String wanted, @org.jspecify.annotations.Nullable String found) {
        return wanted != null && wanted.equals(found);
    }

    private static InputLine digest(Material material, Path now) {
        String what = switch (material.kind()) {
            case PIPELINE -> "pipeline file";
            case QUERY, MANIFEST -> material.setting();
            case DATA -> material.setting().isEmpty() ? "file of the manifest" : material.setting();
        };
        String found = ContentDigest.of(now);
        return new InputLine(what, now.toString(), material.sha256(), found, found.equals(material.sha256()));
    }
}
