package io.steelyard.server.imports;

import io.steelyard.tracking.Experiment;
import io.steelyard.tracking.Lifecycle;
import io.steelyard.tracking.LoggedModel;
import io.steelyard.tracking.Metric;
import io.steelyard.tracking.Run;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What an MLflow store holds. It is only read. For one thread at a time; what cannot be read is an [ImportException]
/// that names it.
public interface MlflowRecords extends AutoCloseable {
    /// Gives all experiments, the deleted ones too.
    ///
    /// @return the experiments, by id
    List<Experiment> experiments();

    /// Gives the runs of an experiment, the deleted ones too, without their metrics.
    ///
    /// @param experiment one of [#experiments]
    /// @param to takes one after the other
    void runs(Experiment experiment, Consumer<Run> to);

    /// Gives every value of every metric of a run.
    ///
    /// @param run one of [#runs]
    /// @param to takes one after the other
    void metrics(Run run, Consumer<Metric> to);

    /// Gives the logged models of an experiment, the deleted ones too.
    ///
    /// @param experiment one of [#experiments]
    /// @return the models
    List<KnownModel> loggedModels(Experiment experiment);

    /// Gives the registered models.
    ///
    /// @return the models, by name
    List<Registered> registeredModels();

    /// Finds artifacts on this machine.
    ///
    /// @param uri where the store says that they stand
    /// @param experimentId whose they are
    /// @param ownerId the run's or the logged model's id
    /// @return the folder; empty: they are not on this machine
    Optional<Path> artifacts(String uri, String experimentId, String ownerId);

    @Override
    void close();

    /// A logged model.
    ///
    /// @param model the model
    /// @param lifecycle whether it is in use
    record KnownModel(LoggedModel model, Lifecycle lifecycle) {}

    /// A registered model.
    ///
    /// @param name its name
    /// @param description what people should know
    /// @param createdAtMillis when it was made
    /// @param tags values by key
    /// @param aliases version numbers by alias
    /// @param versions all versions, those that were deleted too
    record Registered(
            String name,
            String description,
            long createdAtMillis,
            Map<String, String> tags,
            Map<String, Integer> aliases,
            List<Version> versions) {
        public Registered {
            tags = Map.copyOf(tags);
            aliases = Map.copyOf(aliases);
            versions = List.copyOf(versions);
        }
    }

    /// A version of a registered model.
    ///
    /// @param number its number
    /// @param stage MLflow's word; `Deleted_Internal`: it was deleted
    /// @param source where its model folder stands
    /// @param runId the run that made it; null: unknown
    /// @param description what people should know
    /// @param createdAtMillis when it was registered
    /// @param changedAtMillis when it was last changed
    /// @param tags values by key
    record Version(
            int number,
            String stage,
            String source,
            @Nullable String runId,
            String description,
            long createdAtMillis,
            long changedAtMillis,
            Map<String, String> tags) {
        private static final String DELETED = "Deleted_Internal";

        public Version {
            tags = Map.copyOf(tags);
        }

        boolean isDeleted() {
            return stage.equals(DELETED);
        }
    }
}
