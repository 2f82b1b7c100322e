package io.steelyard.cli;

import java.nio.file.Path;

/// The model folders of a store, copied to this machine.
interface StoredModels extends AutoCloseable {
    /// A model on this machine.
    ///
    /// @param path its folder or file
    /// @param version the version's number, or the run's id
    record Fetched(Path path, String version) {}

    /// Copies a numbered version's folder below a folder.
    Fetched version(ModelReference.Version reference, Path into);

    /// Copies the folder of the version that an alias points at.
    Fetched aliased(ModelReference.Aliased reference, Path into);

    /// Copies the folder of a stage's newest version.
    Fetched staged(ModelReference.Staged reference, Path into);

    /// Copies artifacts of a run.
    Fetched ofRun(ModelReference.OfRun reference, Path into);

    @Override
    void close();

    static CommandException noneStaged(ModelReference.Staged reference) {
        return new CommandException(
                ExitCode.USAGE,
                "no version of the model '" + reference.name() + "' is in the stage "
                        + reference.stage().mlflowName());
    }
}
