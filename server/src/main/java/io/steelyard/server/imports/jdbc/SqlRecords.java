package io.steelyard.server.imports.jdbc;

import io.steelyard.server.imports.FolderRecords;
import io.steelyard.server.imports.ImportException;
import io.steelyard.server.imports.LocalPlace;
import io.steelyard.server.imports.MlflowRecords;
import io.steelyard.sql.DatabaseUri;
import io.steelyard.tracking.Experiment;
import io.steelyard.tracking.Lifecycle;
import io.steelyard.tracking.LoggedModel;
import io.steelyard.tracking.Metric;
import io.steelyard.tracking.ModelMetric;
import io.steelyard.tracking.ModelOutput;
import io.steelyard.tracking.Run;
import io.steelyard.tracking.RunInput;
import io.steelyard.tracking.RunStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// MLflow's database, with the tables of its versions 2 and 3. It is opened for reading only.
public final class SqlRecords implements MlflowRecords {
    private final SqlReader sql;
    private final LocalPlace place;

    private SqlRecords(SqlReader sql, LocalPlace place) {
        this.sql = sql;
        this.place = place;
    }

    /// Opens a database.
    ///
    /// @param uri where it is
    /// @param artifacts the folder that MLflow's server had as `--artifacts-destination`; null: nobody says
    /// @return what it holds, to be closed
    /// @throws ImportException where it cannot be read, or is none of MLflow's
    public static MlflowRecords open(DatabaseUri uri, @Nullable Path artifacts) {
        Path base = Path.of("").toAbsolutePath();
        if (uri instanceof DatabaseUri.Sqlite sqlite) {
            if (!Files.isRegularFile(sqlite.file())) {
                throw new ImportException("there is no file " + sqlite.file(), null);
            }
            base = Objects.requireNonNull(sqlite.file().toAbsolutePath().getParent());
        }
        SqlReader sql = SqlReader.open(uri);
        if (!sql.has("runs") || !sql.has("experiments") || !sql.has("metrics")) {
            sql.close();
            throw new ImportException(
                    uri + " is no database of MLflow: it has no tables experiments, runs, metrics", null);
        }
        return new SqlRecords(sql, new LocalPlace(base, artifacts));
    }

    @Override
    public List<Experiment> experiments() {
        List<Experiment> experiments = new ArrayList<>();
        sql.each("select * from experiments order by experiment_id", List.of(), row -> {
            String id = Long.toString(row.number("experiment_id"));
            experiments.add(new Experiment(
                    id,
                    row.text("name"),
                    row.text("artifact_location"),
                    lifecycle(row),
                    row.number("creation_time"),
                    row.number("last_update_time"),
                    Map.of()));
        });
        return experiments.stream().map(this::withTags).toList();
    }

    private Experiment withTags(Experiment e) {
        return new Experiment(
                e.id(),
                e.name(),
                e.artifactLocation(),
                e.lifecycle(),
                e.creationTimeMillis(),
                e.lastUpdateTimeMillis(),
                sql.pairs("select key, value from experiment_tags where experiment_id = ?", Long.parseLong(e.id())));
    }

    private static Lifecycle lifecycle(SqlReader.Row row) {
        return row.text("lifecycle_stage").equals("deleted") ? Lifecycle.DELETED : Lifecycle.ACTIVE;
    }

    @Override
    public void runs(Experiment experiment, Consumer<Run> to) {
        List<String> ids = new ArrayList<>();
        sql.each(
                "select run_uuid from runs where experiment_id = ? order by start_time, run_uuid",
                List.of(Long.parseLong(experiment.id())),
                row -> ids.add(row.text("run_uuid")));
        for (String id : ids) {
            sql.each("select * from runs where run_uuid = ?", List.of(id), row -> to.accept(run(experiment.id(), row)));
        }
    }

    private Run run(String experimentId, SqlReader.Row row) {
        String id = row.text("run_uuid");
        Map<String, String> tags = sql.pairs("select key, value from tags where run_uuid = ?", id);
        return new Run(
                id,
                experimentId,
                row.text("name").isEmpty() ? tags.getOrDefault(Run.NAME_TAG, "") : row.text("name"),
                row.text("user_id"),
                status(id, row.text("status")),
                row.number("start_time"),
                row.numberOrNull("end_time"),
                row.text("artifact_uri"),
                lifecycle(row),
                sql.pairs("select key, value from params where run_uuid = ?", id),
                tags,
                Map.of(),
                inputs(id),
                links(id, "MODEL_INPUT").stream().map(ModelOutput::modelId).toList(),
                links(id, "MODEL_OUTPUT"));
    }

    private static RunStatus status(String id, String text) {
        try {
            return RunStatus.valueOf(text);
        } catch (IllegalArgumentException e) {
            throw new ImportException(
                    "the run " + id + " has the status '" + text + "', which MLflow does not know", e);
        }
    }

    private List<RunInput> inputs(String runId) {
        if (!sql.has("inputs")) {
            return List.of();
        }
        List<RunInput> inputs = new ArrayList<>();
        sql.each(
                "select d.*, i.input_uuid from inputs i join datasets d on d.dataset_uuid = i.source_id"
                        + " where i.source_type = 'DATASET' and i.destination_id = ? order by d.name, d.digest",
                List.of(runId),
                row -> inputs.add(new RunInput(
                        row.text("name"),
                        row.text("digest"),
                        row.text("dataset_source_type"),
                        row.text("dataset_source"),
                        row.textOrNull("dataset_schema"),
                        row.textOrNull("dataset_profile"),
                        sql.pairs("select name, value from input_tags where input_uuid = ?", row.text("input_uuid")))));
        return inputs;
    }

    private List<ModelOutput> links(String runId, String kind) {
        if (!sql.has("inputs")) {
            return List.of();
        }
        List<ModelOutput> links = new ArrayList<>();
        sql.each(
                "select * from inputs where source_id = ? and destination_type = ? order by destination_id",
                List.of(runId, kind),
                row -> links.add(new ModelOutput(row.text("destination_id"), row.number("step"))));
        return links;
    }

    @Override
    public void metrics(Run run, Consumer<Metric> to) {
        sql.each(
                "select * from metrics where run_uuid = ?",
                List.of(run.id()),
                row -> to.accept(new Metric(
                        row.text("key"),
                        row.flag("is_nan") ? Double.NaN : row.real("value"),
                        row.number("timestamp"),
                        row.number("step"))));
    }

    @Override
    public List<KnownModel> loggedModels(Experiment experiment) {
        if (!sql.has("logged_models")) {
            return List.of();
        }
        List<KnownModel> models = new ArrayList<>();
        sql.each(
                "select * from logged_models where experiment_id = ? order by model_id",
                List.of(Long.parseLong(experiment.id())),
                row -> models.add(model(experiment.id(), row)));
        return models;
    }

    private KnownModel model(String experimentId, SqlReader.Row row) {
        String id = row.text("model_id");
        List<ModelMetric> metrics = new ArrayList<>();
        sql.each(
                "select * from logged_model_metrics where model_id = ?",
                List.of(id),
                metric -> metrics.add(new ModelMetric(
                        id,
                        new Metric(
                                metric.text("metric_name"),
                                metric.real("metric_value"),
                                metric.number("metric_timestamp_ms"),
                                metric.number("metric_step")),
                        metric.text("run_id"),
                        metric.textOrNull("dataset_name"),
                        metric.textOrNull("dataset_digest"))));
        return new KnownModel(
                new LoggedModel(
                        id,
                        experimentId,
                        row.text("name"),
                        row.text("artifact_location"),
                        FolderRecords.modelStatus((int) row.number("status")),
                        row.textOrNull("source_run_id"),
                        row.text("model_type"),
                        row.number("creation_timestamp_ms"),
                        row.number("last_updated_timestamp_ms"),
                        sql.pairs("select param_key, param_value from logged_model_params where model_id = ?", id),
                        sql.pairs("select tag_key, tag_value from logged_model_tags where model_id = ?", id),
                        metrics),
                lifecycle(row));
    }

    @Override
    public List<Registered> registeredModels() {
        if (!sql.has("registered_models")) {
            return List.of();
        }
        List<Registered> models = new ArrayList<>();
        sql.each("select * from registered_models order by name", List.of(), row -> models.add(registered(row)));
        return models;
    }

    private Registered registered(SqlReader.Row row) {
        String name = row.text("name");
        Map<String, Integer> aliases = new HashMap<>();
        if (sql.has("registered_model_aliases")) {
            sql.each(
                    "select alias, version from registered_model_aliases where name = ?",
                    List.of(name),
                    alias -> aliases.put(alias.text("alias"), (int) alias.number("version")));
        }
        List<Version> versions = new ArrayList<>();
        sql.each(
                "select * from model_versions where name = ? order by version",
                List.of(name),
                version -> versions.add(version(name, version)));
        return new Registered(
                name,
                row.text("description"),
                row.number("creation_time"),
                sql.pairs("select key, value from registered_model_tags where name = ?", name),
                aliases,
                versions);
    }

    private Version version(String name, SqlReader.Row row) {
        int number = (int) row.number("version");
        String storage = row.text("storage_location");
        Map<String, String> tags = new HashMap<>();
        sql.each(
                "select key, value from model_version_tags where name = ? and version = ?",
                List.of(name, number),
                tag -> tags.put(tag.text("key"), tag.text("value")));
        return new Version(
                number,
                row.text("current_stage"),
                storage.isEmpty() ? row.text("source") : storage,
                row.textOrNull("run_id"),
                row.text("description"),
                row.number("creation_time"),
                row.number("last_updated_time"),
                tags);
    }

    @Override
    public Optional<Path> artifacts(String uri, String experimentId, String ownerId) {
        return place.folder(uri);
    }

    @Override
    public void close() {
        sql.close();
    }
}
