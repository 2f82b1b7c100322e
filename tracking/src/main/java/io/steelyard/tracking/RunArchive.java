package io.steelyard.tracking;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Runs that were recorded, to be read, repeated and added to. The embedded store fulfils it, and a client of a server
/// does too.
///
/// One thread at a time. What is not there, or refused, is the exception of whoever keeps the runs, with its words.
public interface RunArchive extends AutoCloseable {
    /// Gives a run, a deleted one too.
    ///
    /// @param id its id
    /// @return the run with its latest metrics
    Run run(String id);

    /// Gives the runs in use of an experiment.
    ///
    /// @param experiment the experiment's name
    /// @param filter a filter, for example `metrics.auc > 0.8`; empty: all
    /// @param most how many at most, from 1
    /// @return the newest first; none where there is no such experiment
    List<Run> runs(String experiment, String filter, int most);

    /// Copies a file among a run's artifacts to this machine.
    ///
    /// @param runId the run's id
    /// @param path where it stands below the run's artifacts
    /// @param target the file to write; its folder is there
    /// @return whether there is such a file; where there is none, nothing is written
    boolean fetch(String runId, String path, Path target);

    /// Stores a file among a run's artifacts; the run may have ended.
    ///
    /// @param runId the run's id
    /// @param local the file to copy
    /// @param path where it will stand below the run's artifacts
    void artifact(String runId, Path local, String path);

    /// Writes or overwrites tags of a run; the run may have ended.
    ///
    /// @param runId the run's id
    /// @param tags values by key
    void tags(String runId, Map<String, String> tags);

    /// Starts a run.
    ///
    /// @param experiment the experiment's name; it is made where there is none
    /// @param name the run's name; empty: one is made up
    /// @param tags the run's tags
    /// @return the log, to be closed
    RunLog start(String experiment, String name, Map<String, String> tags);

    /// Lets go of what the archive holds.
    @Override
    void close();
}
