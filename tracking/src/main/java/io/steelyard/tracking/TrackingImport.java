package io.steelyard.tracking;

import java.util.List;

/// Brings over what another store recorded, with its ids and times.
///
/// Each call may be repeated: it adds what is new and leaves what is there. So an import that was broken off is run
/// again from its beginning, and one that is run again later adds what came since. Each call is one transaction; its
/// result would survive a crash. Calls of one import come from one thread, in this order: experiments, the runs of an
/// experiment, the metrics of a run, the logged models of an experiment.
public interface TrackingImport {
    /// Writes an experiment. One of the same name is taken as the same: it gets the tags whose keys it does not have,
    /// and stays otherwise as it is.
    ///
    /// @param experiment the experiment; its id is kept where it is free, else it gets the next one; an empty artifact
    ///     location becomes `mlflow-artifacts:/<id>`; its times and its lifecycle are kept
    /// @return the experiment as it stands, with the id that its runs must name
    /// @throws TrackingException of kind INVALID for an id that is no whole number
    Experiment importExperiment(Experiment experiment);

    /// Writes a run, without its metrics. One of the same id is taken as the same: it gets the parameters and tags
    /// whose keys it does not have and the inputs and outputs that it does not have; while its status is RUNNING it
    /// gets the status and the end too.
    ///
    /// @param run the run; its experiment is one of this store; its id, times, user, artifact location and lifecycle
    ///     are kept; its metrics are not read
    /// @return true: it was not here before
    /// @throws TrackingException of kind NOT_FOUND where there is no such experiment
    boolean importRun(Run run);

    /// Writes metrics of a run, of a deleted one too. Those that stand there already are left out.
    ///
    /// @param runId the run's id
    /// @param metrics values of any keys, in any order; up to 10,000 make a good batch
    /// @throws TrackingException of kind NOT_FOUND where there is no such run
    void importMetrics(String runId, List<Metric> metrics);

    /// Writes a logged model with its parameters, tags and metrics. One of the same id is taken as the same: it gets
    /// the parameters and tags whose keys it does not have and the metrics that it does not have; while its status is
    /// PENDING it gets the status too.
    ///
    /// @param model the model; its experiment is one of this store; its id, times and artifact location are kept;
    ///     metrics of runs that are not here are left out
    /// @param lifecycle whether it is in use
    /// @return true: it was not here before
    /// @throws TrackingException of kind NOT_FOUND where there is no such experiment
    boolean importLoggedModel(LoggedModel model, Lifecycle lifecycle);
}
