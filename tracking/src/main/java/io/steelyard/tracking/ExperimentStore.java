package io.steelyard.tracking;

import java.util.Optional;

/// Keeps experiments.
///
/// All methods may be called from any number of threads. A method that writes returns when what it wrote would survive
/// a crash, and has written all of it or, where it throws, nothing. What is refused is a [TrackingException] with
/// MLflow's words.
public interface ExperimentStore {
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

    /// Gives another name to an experiment in use.
    ///
    /// @param id its id
    /// @param name its new name
    /// @throws TrackingException of kind ALREADY_EXISTS where the name is taken, of kind INVALID_STATE where the
    ///     experiment is deleted
    void renameExperiment(String id, String name);

    /// Deletes an experiment and its runs; all can be restored, and its name stays taken.
    ///
    /// @param id its id
    /// @throws TrackingException of kind NOT_FOUND where there is none in use
    void deleteExperiment(String id);

    /// Restores a deleted experiment and all its runs.
    ///
    /// @param id its id
    /// @throws TrackingException of kind NOT_FOUND where there is no deleted one
    void restoreExperiment(String id);

    /// Writes or overwrites a tag of an experiment in use.
    ///
    /// @param id the experiment's id
    /// @param key the tag's key
    /// @param value its value, 20,000 characters at most
    void setExperimentTag(String id, String key, String value);

    /// Deletes a tag of an experiment in use.
    ///
    /// @param id the experiment's id
    /// @param key the tag's key
    /// @throws TrackingException of kind NOT_FOUND where there is no such tag
    void deleteExperimentTag(String id, String key);

    /// Searches for experiments.
    ///
    /// @param search what is asked for
    /// @return a page of them
    /// @throws TrackingException of kind INVALID for a filter, an order or a token that is none; the message shows where
    Page<Experiment> searchExperiments(ExperimentSearch search);
}
