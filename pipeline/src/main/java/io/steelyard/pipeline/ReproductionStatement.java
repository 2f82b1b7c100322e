package io.steelyard.pipeline;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.steelyard.pipeline.provenance.GitState;
import io.steelyard.pipeline.provenance.Material;
import io.steelyard.pipeline.provenance.Surroundings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The verdict on a reproduction as an in-toto Statement v1. Its subjects are the files of the run's model; the inputs are
/// resolved dependencies in the form of SLSA's provenance.
///
/// @param type always `https://in-toto.io/Statement/v1`
/// @param subject the files of the run's model with their digests
/// @param predicateType what kind of predicate it is, [#PREDICATE_TYPE]
/// @param predicate what was found
record ReproductionStatement(
        @JsonProperty("_type") String type, List<Resource> subject, String predicateType, Predicate predicate) {
    static final String PREDICATE_TYPE = "https://steelyard.io/attestations/reproduction/v1";

    private static final String STATEMENT_TYPE = "https://in-toto.io/Statement/v1";
    private static final String VERIFIER = "https://steelyard.io/reproduce";
    private static final String SHA_256 = "sha256";

    // Keys as in-toto and SLSA write them: camelCase.
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /// in-toto's resource descriptor.
    record Resource(@Nullable String name, @Nullable String uri, Map<String, String> digest) {}

    /// Who says so.
    record Verifier(String id, String version) {}

    /// What was found.
    record Predicate(
            Verifier verifier,
            String timeVerified,
            String verificationResult,
            String runId,
            @Nullable String repetitionRunId,
            List<String> levelsAsked,
            List<ReproductionReport.LevelLine> levels,
            @Nullable String firstDifference,
            Map<String, Double> tolerances,
            double tolerance,
            List<Resource> resolvedDependencies,
            List<ReproductionReport.InputLine> differingInputs,
            List<ReproductionReport.Difference> surroundings) {}

    static ReproductionStatement of(
            RecordedRun run, ReproductionRequest request, ReproductionReport report, Instant now) {
        List<Resource> subject = new ArrayList<>();
        run.outcome()
                .model()
                .forEach((name, digest) -> subject.add(
                        new Resource(PackageModel.ARTIFACT_PATH + "/" + name, null, Map.of(SHA_256, digest))));
        return new ReproductionStatement(
                STATEMENT_TYPE,
                subject,
                PREDICATE_TYPE,
                new Predicate(
                        new Verifier(VERIFIER, Surroundings.version()),
                        now.toString(),
                        report.reproduced() ? "PASSED" : "FAILED",
                        report.runId(),
                        report.repetitionRunId(),
                        report.asked().stream().map(ReproductionLevel::spelling).toList(),
                        report.levels(),
                        report.firstDifference(),
                        request.tolerance().byMetric(),
                        request.tolerance().all(),
                        dependencies(run),
                        report.inputs().stream().filter(line -> !line.same()).toList(),
                        report.surroundings()));
    }

    private static List<Resource> dependencies(RecordedRun run) {
        List<Resource> dependencies = new ArrayList<>();
        for (Material material : run.provenance().materials()) {
            dependencies.add(new Resource(
                    material.setting().isEmpty() ? null : material.setting(),
                    Path.of(material.path()).toUri().toString(),
                    Map.of(SHA_256, material.sha256())));
        }
        GitState git = run.provenance().git();
        if (git.commit() != null) {
            dependencies.add(new Resource("git", null, Map.of("gitCommit", git.commit())));
        }
        return dependencies;
    }

    String json() {
        return JSON.writeValueAsString(this);
    }
}
