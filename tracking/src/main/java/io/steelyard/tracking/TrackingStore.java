package io.steelyard.tracking;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Keeps experiments and their runs.
///
/// All methods may be called from any number of threads. A method that writes returns when what it wrote would survive
/// a crash, and has written all of it or, where it throws, nothing. What is refused is a [TrackingException] with
/// MLflow's words.
public interface TrackingStore {
    /// Makes an experiment.
    ///
    /// @param experiment what it is made of
    /// @return the experiment
    /// @throws TrackingException of kind ALREADY_EXISTS where the name is taken, by a deleted experiment too
    Experiment createExperiment(NewExperiment experiment);

    /// Gives an experiment.
    ///
    /// @param id its id
    /// @return the experiment
    /// @throws TrackingException of kind INVALID where the id is no whole number, of kind NOT_FOUND where there is none
    Experiment experiment(String id);

    /// Looks for an experiment, a deleted one too.
    ///
    /// @param name its name
    /// @return the experiment; empty: there is none
    Optional<Experiment> findExperiment(String name);

    /// Gives the experiment of a name, and makes it where there is none.
    ///
    /// @param name its name
    /// @return the experiment
    default Experiment experimentNamed(String name) {
        Optional<Experiment> found = findExperiment(name);
        if (found.isPresent()) {
            return found.get();
        }
        try {
            return createExperiment(NewExperiment.named(name));
        } catch (TrackingException e) {
            // Somebody else made it in between.
            return findExperiment(name).orElseThrow(() -> e);
        }
    }

    /// Starts a run: its status is RUNNING.
    ///
    /// @param run what it starts with
    /// @return the run
    /// @throws TrackingException of kind NOT_FOUND where there is no such experiment
    Run createRun(NewRun run);

    /// Gives a run.
    ///
    /// @param id its id
    /// @return the run with its latest metrics
    /// @throws TrackingException of kind NOT_FOUND where there is none
    Run run(String id);

    /// Changes a run's status, end or name.
    ///
    /// @param id its id
    /// @param update the change
    /// @return the run after it
    /// @throws TrackingException of kind NOT_FOUND where there is none
    Run updateRun(String id, RunUpdate update);

    /// Writes metrics, parameters and tags of a run. A metric that stands there already with the same key, time, step
    /// and value is left out silently; a tag is overwritten; the tag `mlflow.runName` renames the run.
    ///
    /// @param runId the run's id
    /// @param batch what to write
    /// @throws TrackingException of kind NOT_FOUND where there is no such run, of kind INVALID where a parameter has
    ///     another value already
    void log(String runId, RunBatch batch);

    /// Writes which data sets a run read. A data set is the same in an experiment when name and digest are; a second
    /// use of it by the same run is left out silently.
    ///
    /// @param runId the run's id
    /// @param inputs the data sets
    /// @throws TrackingException of kind NOT_FOUND where there is no such run
    void logInputs(String runId, List<RunInput> inputs);

    /// Gives every value of a metric.
    ///
    /// @param runId the run's id
    /// @param key the metric's key
    /// @return the values by timestamp, then step, then value (a NaN counts as 0); none where the run or the metric is
    ///     unknown
    List<Metric> metricHistory(String runId, String key);

    /// Gives the values of a metric part by part.
    ///
    /// @param runId the run's id
    /// @param key the metric's key
    /// @param maxResults how many values a part has at most, from 1
    /// @param pageToken where the part begins; null: at the beginning
    /// @return the part, in the order of [#metricHistory(String, String)]
    /// @throws TrackingException of kind INVALID for a token that is none
    Page<Metric> metricHistory(String runId, String key, int maxResults, @Nullable String pageToken);

    /// Gives the active runs of an experiment, the newest first.
    ///
    /// @param experimentId the experiment's id
    /// @param maxResults how many runs a part has at most, from 1
    /// @param pageToken where the part begins; null: at the newest
    /// @return the part, by start time (newest first), then id
    /// @throws TrackingException of kind INVALID for a token that is none
    Page<Run> runs(String experimentId, int maxResults, @Nullable String pageToken);
}
