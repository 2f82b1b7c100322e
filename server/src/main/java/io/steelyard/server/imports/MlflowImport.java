package io.steelyard.server.imports;

import io.steelyard.server.Platform;
import io.steelyard.server.imports.MlflowRecords.KnownModel;
import io.steelyard.server.imports.MlflowRecords.Registered;
import io.steelyard.tracking.Experiment;
import io.steelyard.tracking.LoggedModel;
import io.steelyard.tracking.Metric;
import io.steelyard.tracking.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Brings over what an MLflow server recorded: experiments, runs with every value of their metrics, logged models,
/// artifacts, registered models with stages, aliases and versions. Ids, numbers and times are kept. What is here
/// already is left as it is, so an import may be repeated, also after it was broken off.
///
/// Artifacts that are on this machine are copied into the artifact store; others keep their addresses.
public final class MlflowImport {
    private static final int METRICS_AT_ONCE = 10_000;
    private static final int RUNS_A_LINE = 1000;

    private final Platform platform;
    private final MlflowRecords records;
    private final Consumer<String> progress;
    private final ArtifactCopy artifacts;

    /// Where the artifacts of logged models, and of runs that made versions, stand now, by where they stood.
    private final Map<String, String> moved = new HashMap<>();

    private final Set<String> runsOfVersions = new HashSet<>();
    private int runs;
    private int newRuns;
    private long metrics;
    private int models;
    private int newModels;
    private int elsewhere;

    private MlflowImport(Platform platform, MlflowRecords records, Consumer<String> progress) {
        this.platform = platform;
        this.records = records;
        this.progress = progress;
        this.artifacts = new ArtifactCopy(platform.artifacts());
    }

    /// Brings all over.
    ///
    /// @param platform where to
    /// @param records what
    /// @param progress is told, line by line, what is done
    /// @return what there was
    /// @throws ImportException where something cannot be read, or stands against what is here
    public static ImportSummary run(Platform platform, MlflowRecords records, Consumer<String> progress) {
        return new MlflowImport(platform, records, progress).all();
    }

    private ImportSummary all() {
        List<Registered> registered = records.registeredModels();
        registered.forEach(model -> model.versions().forEach(version -> {
            String run = version.runId();
            if (run != null) {
                runsOfVersions.add(run);
            }
        }));
        List<Experiment> experiments = records.experiments();
        for (Experiment experiment : experiments) {
            progress.accept("experiment " + experiment.name());
            one(experiment);
        }
        RegistryImport registry = new RegistryImport(platform, moved);
        registered.forEach(model -> {
            progress.accept("registered model " + model.name());
            registry.one(model);
        });
        return new ImportSummary(
                experiments.size(),
                runs,
                newRuns,
                metrics,
                models,
                newModels,
                registered.size(),
                registry.newVersions(),
                artifacts.files(),
                artifacts.bytes(),
                elsewhere);
    }

    private void one(Experiment experiment) {
        Experiment here = platform.imports()
                .importExperiment(new Experiment(
                        experiment.id(),
                        experiment.name(),
                        isRemote(experiment.artifactLocation()) ? experiment.artifactLocation() : "",
                        experiment.lifecycle(),
                        experiment.creationTimeMillis(),
                        experiment.lastUpdateTimeMillis(),
                        experiment.tags()));
        records.runs(experiment, run -> one(run, here));
        for (KnownModel known : records.loggedModels(experiment)) {
            one(known, here);
        }
    }

    private static boolean isRemote(String uri) {
        return uri.contains("://") && !uri.startsWith("file:") && !uri.startsWith("mlflow-artifacts:");
    }

    private void one(Run run, Experiment here) {
        String root = "mlflow-artifacts:/" + here.id() + "/" + run.id() + "/artifacts";
        String uri = bring(run.artifactUri(), run.experimentId(), run.id(), root);
        if (runsOfVersions.contains(run.id())) {
            moved.put(run.artifactUri(), uri);
        }
        boolean isNew = platform.imports()
                .importRun(new Run(
                        run.id(),
                        here.id(),
                        run.name(),
                        run.userId(),
                        run.status(),
                        run.startTimeMillis(),
                        run.endTimeMillis(),
                        uri,
                        run.lifecycle(),
                        run.params(),
                        run.tags(),
                        Map.of(),
                        run.inputs(),
                        run.modelInputs(),
                        run.outputs()));
        newRuns += isNew ? 1 : 0;
        runs++;
        List<Metric> batch = new ArrayList<>();
        records.metrics(run, metric -> {
            batch.add(metric);
            if (batch.size() == METRICS_AT_ONCE) {
                write(run.id(), batch);
            }
        });
        write(run.id(), batch);
        if (runs % RUNS_A_LINE == 0) {
            progress.accept(runs + " runs, " + metrics + " values of metrics");
        }
    }

    private void write(String runId, List<Metric> batch) {
        if (!batch.isEmpty()) {
            platform.imports().importMetrics(runId, batch);
            metrics += batch.size();
            batch.clear();
        }
    }

    private void one(KnownModel known, Experiment here) {
        LoggedModel model = known.model();
        String root = "mlflow-artifacts:/" + here.id() + "/models/" + model.id() + "/artifacts";
        String uri = bring(model.artifactUri(), model.experimentId(), model.id(), root);
        moved.put(model.artifactUri(), uri);
        boolean isNew = platform.imports()
                .importLoggedModel(
                        new LoggedModel(
                                model.id(),
                                here.id(),
                                model.name(),
                                uri,
                                model.status(),
                                model.sourceRunId(),
                                model.modelType(),
                                model.creationTimeMillis(),
                                model.lastUpdateTimeMillis(),
                                model.params(),
                                model.tags(),
                                model.metrics()),
                        known.lifecycle());
        newModels += isNew ? 1 : 0;
        models++;
    }

    /// Copies artifacts into the store where they are on this machine.
    ///
    /// @return where they stand from now on
    private String bring(String uri, String experimentId, String ownerId, String root) {
        Optional<Path> folder = records.artifacts(uri, experimentId, ownerId);
        if (folder.isPresent()) {
            artifacts.copy(folder.get(), root.substring("mlflow-artifacts:/".length()));
            return root;
        }
        if (!isRemote(uri)) {
            // Nothing was ever logged, or the folder is gone: new files go to the usual place.
            return root;
        }
        elsewhere++;
        return uri;
    }
}
