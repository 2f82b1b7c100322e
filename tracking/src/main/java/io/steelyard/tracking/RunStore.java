package io.steelyard.tracking;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Keeps runs.
///
/// All methods may be called from any number of threads. A method that writes returns when what it wrote would survive
/// a crash, and has written all of it or, where it throws, nothing. What is refused is a [TrackingException] with
/// MLflow's words.
/// A deleted run refuses each write with the kind INVALID, until it is restored.
public interface RunStore {
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

    /// Deletes a run; it can be restored. Until then only [#run] and [#metricHistory] know it.
    ///
    /// @param id its id
    /// @throws TrackingException of kind NOT_FOUND where there is none
    void deleteRun(String id);

    /// Restores a deleted run.
    ///
    /// @param id its id
    /// @throws TrackingException of kind NOT_FOUND where there is none
    void restoreRun(String id);

    /// Deletes a tag of a run.
    ///
    /// @param id the run's id
    /// @param key the tag's key
    /// @throws TrackingException of kind NOT_FOUND where there is no such tag
    void deleteTag(String id, String key);

    /// Writes which data sets a run read. A data set is the same in an experiment when name and digest are; a second
    /// use of it by the same run is left out silently.
    ///
    /// @param runId the run's id
    /// @param inputs the data sets
    /// @throws TrackingException of kind NOT_FOUND where there is no such run
    void logInputs(String runId, List<RunInput> inputs);

    /// Writes which logged models a run read. A second use of one is left out silently.
    ///
    /// @param runId the run's id
    /// @param modelIds the models' ids
    void logModelInputs(String runId, List<String> modelIds);

    /// Writes which logged models a run made. A model that stands there already is left out silently.
    ///
    /// @param runId the run's id
    /// @param models the models
    void logOutputs(String runId, List<ModelOutput> models);

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

    /// Searches for runs.
    ///
    /// @param search what is asked for
    /// @return a page of them
    /// @throws TrackingException of kind INVALID for a filter, an order or a token that is none; the message shows where
    Page<Run> searchRuns(RunSearch search);

    /// Gives the data sets that the runs of some experiments read.
    ///
    /// @param experimentIds the experiments
    /// @return each data set once for each context; 1,000 at most
    List<DatasetSummary> datasets(List<String> experimentIds);
}
