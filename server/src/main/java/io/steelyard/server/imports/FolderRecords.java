package io.steelyard.server.imports;

import io.steelyard.tracking.Experiment;
import io.steelyard.tracking.Lifecycle;
import io.steelyard.tracking.LoggedModel;
import io.steelyard.tracking.LoggedModelStatus;
import io.steelyard.tracking.Metric;
import io.steelyard.tracking.ModelMetric;
import io.steelyard.tracking.ModelOutput;
import io.steelyard.tracking.Run;
import io.steelyard.tracking.RunInput;
import io.steelyard.tracking.RunStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// MLflow's store of files: a folder `mlruns` with a folder for each experiment, and `models`.
public final class FolderRecords implements MlflowRecords {
    private static final String TRASH = ".trash";

    private final Path root;
    private final LocalPlace place;

    private FolderRecords(Path root, LocalPlace place) {
        this.root = root;
        this.place = place;
    }

    /// Opens a folder.
    ///
    /// @param root the folder, usually `mlruns`
    /// @param artifacts the folder that MLflow's server had as `--artifacts-destination`; null: there is none
    /// @return what it holds
    /// @throws ImportException where it is no such folder
    public static MlflowRecords open(Path root, @Nullable Path artifacts) {
        FolderRecords records = new FolderRecords(root, new LocalPlace(root.toAbsolutePath(), artifacts));
        if (!Files.isDirectory(root)) {
            throw new ImportException("there is no folder " + root, null);
        }
        if (records.experimentFolders().isEmpty()) {
            throw new ImportException(
                    root + " is no MLflow store: no folder in it has a meta.yaml; name the folder mlruns itself", null);
        }
        return records;
    }

    private List<Path> experimentFolders() {
        List<Path> folders = new ArrayList<>(StoreFiles.folders(root));
        folders.addAll(StoreFiles.folders(root.resolve(TRASH)));
        return folders.stream()
                .filter(folder -> Files.isRegularFile(folder.resolve("meta.yaml")))
                .filter(folder -> StoreFiles.name(folder).matches("\\d+"))
                .sorted(Comparator.comparingLong(folder -> Long.parseLong(StoreFiles.name(folder))))
                .toList();
    }

    @Override
    public List<Experiment> experiments() {
        return experimentFolders().stream().map(FolderRecords::experiment).toList();
    }

    private static Experiment experiment(Path folder) {
        JsonNode meta = StoreFiles.meta(folder);
        return new Experiment(
                StoreFiles.name(folder),
                StoreFiles.required(meta, "name", folder),
                StoreFiles.text(meta, "artifact_location"),
                lifecycle(meta),
                meta.path("creation_time").asLong(0),
                meta.path("last_update_time").asLong(0),
                StoreFiles.values(folder.resolve("tags")));
    }

    private static Lifecycle lifecycle(JsonNode meta) {
        return StoreFiles.text(meta, "lifecycle_stage").equals("deleted") ? Lifecycle.DELETED : Lifecycle.ACTIVE;
    }

    private Path folder(String experimentId) {
        Path folder = root.resolve(experimentId);
        return Files.isDirectory(folder) ? folder : root.resolve(TRASH).resolve(experimentId);
    }

    @Override
    public void runs(Experiment experiment, Consumer<Run> to) {
        for (Path folder : StoreFiles.folders(folder(experiment.id()))) {
            if (Files.isRegularFile(folder.resolve("meta.yaml"))) {
                to.accept(run(experiment.id(), folder));
            }
        }
    }

    private Run run(String experimentId, Path folder) {
        JsonNode meta = StoreFiles.meta(folder);
        Map<String, String> tags = StoreFiles.values(folder.resolve("tags"));
        String name = StoreFiles.text(meta, "run_name");
        List<RunInput> inputs = new ArrayList<>();
        List<String> modelInputs = new ArrayList<>();
        for (Path input : StoreFiles.folders(folder.resolve("inputs"))) {
            JsonNode read = StoreFiles.meta(input);
            String id = StoreFiles.text(read, "source_id");
            if (StoreFiles.text(read, "source_type").equals("DATASET")) {
                dataset(experimentId, id, read).ifPresent(inputs::add);
            } else {
                modelInputs.add(id);
            }
        }
        return new Run(
                StoreFiles.name(folder),
                experimentId,
                name.isEmpty() ? tags.getOrDefault(Run.NAME_TAG, "") : name,
                StoreFiles.text(meta, "user_id"),
                status(meta, folder),
                meta.path("start_time").asLong(0),
                meta.path("end_time").isNumber() ? meta.path("end_time").asLong() : null,
                StoreFiles.text(meta, "artifact_uri"),
                lifecycle(meta),
                StoreFiles.values(folder.resolve("params")),
                tags,
                Map.of(),
                inputs,
                modelInputs,
                outputs(folder));
    }

    private static List<ModelOutput> outputs(Path run) {
        return StoreFiles.folders(run.resolve("outputs")).stream()
                .map(StoreFiles::meta)
                .map(meta -> new ModelOutput(
                        StoreFiles.text(meta, "destination_id"),
                        meta.path("step").asLong(0)))
                .toList();
    }

    private Optional<RunInput> dataset(String experimentId, String id, JsonNode input) {
        Path folder = folder(experimentId).resolve("datasets").resolve(id);
        if (!Files.isRegularFile(folder.resolve("meta.yaml"))) {
            return Optional.empty();
        }
        JsonNode meta = StoreFiles.meta(folder);
        Map<String, String> tags = new HashMap<>();
        input.path("tags")
                .properties()
                .forEach(tag -> tags.put(tag.getKey(), tag.getValue().asString("")));
        return Optional.of(new RunInput(
                StoreFiles.text(meta, "name"),
                StoreFiles.text(meta, "digest"),
                StoreFiles.text(meta, "source_type"),
                StoreFiles.text(meta, "source"),
                meta.path("schema").isNull() ? null : StoreFiles.text(meta, "schema"),
                meta.path("profile").isNull() ? null : StoreFiles.text(meta, "profile"),
                tags));
    }

    /// MLflow writes a number.
    private static RunStatus status(JsonNode meta, Path folder) {
        return switch (meta.path("status").asInt(0)) {
            case 1 -> RunStatus.RUNNING;
            case 2 -> RunStatus.SCHEDULED;
            case 3 -> RunStatus.FINISHED;
            case 4 -> RunStatus.FAILED;
            case 5 -> RunStatus.KILLED;
            default ->
                throw new ImportException(
                        folder.resolve("meta.yaml") + ": the status is a number from 1 to 5, not "
                                + meta.path("status"),
                        null);
        };
    }

    @Override
    public void metrics(Run run, Consumer<Metric> to) {
        StoreFiles.metrics(
                folder(run.experimentId()).resolve(run.id()).resolve("metrics"),
                (key, words) -> to.accept(StoreFiles.metric(key, words)));
    }

    @Override
    public List<KnownModel> loggedModels(Experiment experiment) {
        List<KnownModel> models = new ArrayList<>();
        for (Path folder : StoreFiles.folders(folder(experiment.id()).resolve("models"))) {
            if (Files.isRegularFile(folder.resolve("meta.yaml"))) {
                models.add(loggedModel(experiment.id(), folder));
            }
        }
        return models;
    }

    private static KnownModel loggedModel(String experimentId, Path folder) {
        JsonNode meta = StoreFiles.meta(folder);
        String id = StoreFiles.name(folder);
        String run = StoreFiles.text(meta, "source_run_id");
        List<ModelMetric> metrics = new ArrayList<>();
        StoreFiles.metrics(
                folder.resolve("metrics"),
                (key, words) -> metrics.add(new ModelMetric(
                        id,
                        StoreFiles.metric(key, words),
                        words.length > 3 ? words[3] : run,
                        words.length > 5 ? words[4] : null,
                        words.length > 5 ? words[5] : null)));
        LoggedModel model = new LoggedModel(
                id,
                experimentId,
                StoreFiles.text(meta, "name"),
                StoreFiles.text(meta, "artifact_location"),
                modelStatus(meta.path("status").asInt(0)),
                run.isEmpty() ? null : run,
                StoreFiles.text(meta, "model_type"),
                meta.path("creation_timestamp").asLong(0),
                meta.path("last_updated_timestamp").asLong(0),
                StoreFiles.values(folder.resolve("params")),
                StoreFiles.values(folder.resolve("tags")),
                metrics);
        return new KnownModel(model, lifecycle(meta));
    }

    /// What MLflow's number stands for, in files and in its database.
    ///
    /// @param number from 1
    /// @return the status; PENDING for any number that is none
    public static LoggedModelStatus modelStatus(int number) {
        return switch (number) {
            case 2 -> LoggedModelStatus.READY;
            case 3 -> LoggedModelStatus.UPLOAD_FAILED;
            default -> LoggedModelStatus.PENDING;
        };
    }

    @Override
    public List<Registered> registeredModels() {
        List<Registered> models = new ArrayList<>();
        for (Path folder : StoreFiles.folders(root.resolve("models"))) {
            if (Files.isRegularFile(folder.resolve("meta.yaml"))) {
                models.add(registered(folder));
            }
        }
        return models;
    }

    private static Registered registered(Path folder) {
        JsonNode meta = StoreFiles.meta(folder);
        Map<String, Integer> aliases = new HashMap<>();
        StoreFiles.values(folder.resolve("aliases"))
                .forEach((alias, number) -> aliases.put(alias, number(number, folder)));
        List<Version> versions = StoreFiles.folders(folder).stream()
                .filter(version -> StoreFiles.name(version).matches("version-\\d+"))
                .map(FolderRecords::version)
                .toList();
        return new Registered(
                StoreFiles.required(meta, "name", folder),
                StoreFiles.text(meta, "description"),
                meta.path("creation_timestamp").asLong(0),
                StoreFiles.values(folder.resolve("tags")),
                aliases,
                versions);
    }

    private static int number(String text, Path folder) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new ImportException(folder + ": an alias points at '" + text + "', which is no version's number", e);
        }
    }

    private static Version version(Path folder) {
        JsonNode meta = StoreFiles.meta(folder);
        String storage = StoreFiles.text(meta, "storage_location");
        String run = StoreFiles.text(meta, "run_id");
        return new Version(
                meta.path("version").asInt(0),
                StoreFiles.text(meta, "current_stage"),
                storage.isEmpty() ? StoreFiles.text(meta, "source") : storage,
                run.isEmpty() ? null : run,
                StoreFiles.text(meta, "description"),
                meta.path("creation_timestamp").asLong(0),
                meta.path("last_updated_timestamp").asLong(0),
                StoreFiles.values(folder.resolve("tags")));
    }

    /// The folder may have been moved since, so what stands below it is looked for first.
    @Override
    public Optional<Path> artifacts(String uri, String experimentId, String ownerId) {
        Path experiment = folder(experimentId);
        return Stream.of(
                        experiment.resolve(ownerId),
                        experiment.resolve("models").resolve(ownerId))
                .map(folder -> folder.resolve("artifacts"))
                .filter(Files::isDirectory)
                .findFirst()
                .or(() -> place.folder(uri));
    }

    @Override
    public void close() {
        // Nothing is held open.
    }
}
