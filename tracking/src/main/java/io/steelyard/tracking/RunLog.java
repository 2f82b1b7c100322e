package io.steelyard.tracking;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Where a pipeline writes down what it does: one run, from start to end. The embedded store fulfils it, and a client
/// of a remote server does too, so that a pipeline runs unchanged against either.
///
/// Calls come from one thread at a time, in any order, until [#end]; after it every call but [#close] is an
/// [IllegalStateException]. A call returns when what it wrote would survive a crash.
public interface RunLog extends AutoCloseable {
    /// The run's id.
    ///
    /// @return 32 lower-case hexadecimal digits
    String runId();

    /// Writes parameters; each may be written once, or again with the same value.
    ///
    /// @param params values by key
    void params(Map<String, String> params);

    /// Writes or overwrites tags.
    ///
    /// @param tags values by key
    void tags(Map<String, String> tags);

    /// Writes metrics. A metric written twice with the same key, step, time and value stands once.
    ///
    /// @param metrics any number, which are sent in batches as the store likes
    void metrics(List<Metric> metrics);

    /// Writes which data sets the run read.
    ///
    /// @param inputs the data sets
    void inputs(List<DatasetInput> inputs);

    /// Stores a file, or a folder with all that is in it, among the run's artifacts.
    ///
    /// @param local the file or folder to copy
    /// @param path where it will stand below the run's artifacts, with `/` between the parts, without a leading one
    void artifact(Path local, String path);

    /// Registers a model folder that was stored with [#artifact] as the next version of a registered model, which is
    /// made where it does not exist.
    ///
    /// @param name the registered model's name
    /// @param path where the model folder stands below the run's artifacts
    /// @param tags the version's tags, for example `config_hash`
    /// @return the version's number, from 1
    int registerModel(String name, String path, Map<String, String> tags);

    /// Moves a version to production: its stage becomes Production, the stage of what was there becomes Archived, and
    /// the alias `production` points at it.
    ///
    /// @param name the registered model's name
    /// @param version the version's number
    /// @param reason why it may, for the log: the gates that it passed
    void promote(String name, int version, String reason);

    /// Ends the run.
    ///
    /// @param status how it ended: [RunStatus#FINISHED], [RunStatus#FAILED] or [RunStatus#KILLED]
    void end(RunStatus status);

    /// Lets go of what the log holds; a run that was not ended ends as [RunStatus#FAILED].
    @Override
    void close();
}
