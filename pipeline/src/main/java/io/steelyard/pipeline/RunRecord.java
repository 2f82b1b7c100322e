package io.steelyard.pipeline;

import io.steelyard.gates.GateReport;
import io.steelyard.gates.GateResult;
import io.steelyard.pipeline.provenance.GitState;
import io.steelyard.pipeline.provenance.Provenance;
import io.steelyard.pipeline.provenance.RecordJson;
import io.steelyard.pipeline.provenance.Surroundings;
import io.steelyard.tracking.ExperimentConfig;
import io.steelyard.tracking.Metric;
import io.steelyard.tracking.RunLog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What a pipeline writes down in its run.
///
/// @param file the pipeline
/// @param log the run
record RunRecord(PipelineFile file, RunLog log) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();
    private static final double USUAL_LEARNING_RATE = 0.3;

    /// What stands fixed before anything is learned.
    ///
    /// @param config the configuration
    /// @param commit the git commit around the pipeline's file; null where there is none
    record Started(ExperimentConfig config, @Nullable String commit) {}

    /// Writes the configuration and what goes in, before anything is learned.
    Started start(LoadTables.Loaded loaded, FitTransforms.Fitted fitted) {
        PipelineSpec spec = file.spec();
        ExperimentConfig config = config(loaded, fitted);
        Map<String, String> params = new LinkedHashMap<>();
        params.put("model_type", spec.model().learner());
        params.put("config_hash", config.configHash());
        params.put("data_version", loaded.digest());
        params.put("random_seed", Long.toString(spec.seed()));
        params.put("rounds", Integer.toString(spec.model().rounds()));
        params.put("patience", Integer.toString(spec.model().patience()));
        params.put("threshold", Double.toString(spec.evaluation().threshold()));
        spec.model().parameters().forEach(params::put);
        log.params(params);
        Map<String, String> tags = new HashMap<>();
        tags.put("feature_count", Integer.toString(spec.model().features().size()));
        tags.put("mlflow.source.name", file.path().toString());
        log.inputs(loaded.inputs());
        try (WorkFolder texts = WorkFolder.in(Path.of(System.getProperty("java.io.tmpdir")))) {
            GitState git = provenance(texts);
            if (git.commit() != null) {
                tags.put("mlflow.source.git.commit", git.commit());
                tags.put("git_clean", Boolean.toString(git.clean()));
            }
            log.tags(tags);
            log.artifact(texts.write("pipeline.yaml", file.text()), "pipeline.yaml");
            log.artifact(texts.write("config.json", config.toJson()), "config.json");
            return new Started(config, git.commit());
        }
    }

    /// Writes what goes into the run.
    private GitState provenance(WorkFolder texts) {
        Path patch = texts.path().resolve("changes.patch");
        GitState git = GitState.of(file.folder(), patch);
        Provenance provenance = new Provenance(
                Provenance.FORMAT,
                log.runId(),
                file.overrides(),
                file.settings(),
                file.spec().seed(),
                new Materials(file).digested(),
                git,
                Surroundings.here());
        log.artifact(texts.write("run.json", RecordJson.write(provenance)), Provenance.ARTIFACT);
        if (git.patch() != GitState.Patch.NONE) {
            log.artifact(patch, Provenance.PATCH_ARTIFACT);
        }
        return git;
    }

    /// Writes how the model was weighed, and the model itself.
    void weighed(WorkFolder work, WeighModel.Weighed weighed, GateReport gates, PackageModel.Packaged packaged) {
        long now = System.currentTimeMillis();
        List<Metric> metrics = new ArrayList<>();
        weighed.metrics().forEach((name, value) -> metrics.add(new Metric(name, value, now, 0)));
        log.metrics(metrics);
        log.artifact(work.write("groups.json", JSON.writeValueAsString(weighed.groups())), "reports/groups.json");
        log.artifact(
                work.write("calibration.json", JSON.writeValueAsString(weighed.calibration())),
                "reports/calibration.json");
        log.artifact(
                work.write(
                        "gates.json",
                        JSON.writeValueAsString(
                                gates.results().stream().map(RunRecord::line).toList())),
                "reports/gates.json");
        log.artifact(packaged.folder(), PackageModel.ARTIFACT_PATH);
    }

    /// Registers the model, and promotes it where it may be.
    int register(Started started, LoadTables.Loaded loaded, GateReport gates, boolean promote) {
        String model = file.spec().register().model();
        Map<String, String> tags = new HashMap<>();
        tags.put("config_hash", started.config().configHash());
        tags.put("data_version", loaded.digest());
        if (started.commit() != null) {
            tags.put("git_commit", started.commit());
        }
        int version = log.registerModel(model, PackageModel.ARTIFACT_PATH, tags);
        if (promote) {
            String reason = gates.results().stream().map(RunRecord::spelled).collect(Collectors.joining(", "));
            log.promote(model, version, "all gates passed: " + reason);
        }
        return version;
    }

    /// Writes what the live rows showed.
    void watched(WorkFolder work, WatchLive.Watched watched) {
        log.artifact(work.write("drift.json", JSON.writeValueAsString(watched.driftLines())), "reports/drift.json");
        log.artifact(
                work.write("quality.json", JSON.writeValueAsString(watched.qualityLines())), "reports/quality.json");
    }

    static PipelineSummary.GateLine line(GateResult result) {
        return new PipelineSummary.GateLine(
                result.gate().metricName(),
                result.value(),
                result.gate().comparison().spelling(),
                result.gate().threshold(),
                result.passed());
    }

    private static String spelled(GateResult result) {
        return result.gate().metricName() + " " + result.gate().comparison().spelling() + " "
                + result.gate().threshold();
    }

    /// The seed's configuration: a boosting round sees all training rows, so they are its batch, and a round is an epoch.
    private ExperimentConfig config(LoadTables.Loaded loaded, FitTransforms.Fitted fitted) {
        PipelineSpec spec = file.spec();
        Map<String, String> parameters = spec.model().parameters();
        String rate = parameters.getOrDefault("learning_rate", parameters.get("eta"));
        long train = fitted.train().rows();
        long all = train + fitted.validation().rows() + fitted.test().rows();
        return ExperimentConfig.of(
                        spec.model().learner(),
                        rate == null ? USUAL_LEARNING_RATE : Double.parseDouble(rate),
                        train,
                        spec.model().rounds(),
                        spec.seed(),
                        loaded.digest(),
                        spec.model().features())
                .withTrainSplitRatio((double) train / all)
                .withEarlyStoppingPatience(spec.model().patience());
    }
}
