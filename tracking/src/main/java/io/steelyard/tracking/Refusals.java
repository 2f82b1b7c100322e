package io.steelyard.tracking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What stores refuse, in MLflow's words: one place for all stores.
public final class Refusals {
    private Refusals() {}

    /// There is no such experiment.
    ///
    /// @param id the experiment's number
    /// @return what to throw
    public static TrackingException noExperiment(long id) {
        return TrackingException.notFound("No Experiment with id=" + id + " exists");
    }

    /// An experiment of that name is there, perhaps a deleted one.
    ///
    /// @param name the name
    /// @return what to throw
    public static TrackingException experimentExists(String name) {
        return TrackingException.alreadyExists("Experiment(name=" + name + ") already exists.");
    }

    /// Nothing can be written to an experiment that is not in use.
    ///
    /// @param experiment the experiment
    /// @throws TrackingException of kind INVALID where it is deleted
    public static void checkActive(Experiment experiment) {
        if (experiment.lifecycle() != Lifecycle.ACTIVE) {
            throw notActive("experiment", experiment.id(), experiment.lifecycle());
        }
    }

    /// Only an experiment in use can be renamed.
    ///
    /// @param experiment the experiment
    /// @throws TrackingException of kind INVALID_STATE where it is deleted
    public static void checkRename(Experiment experiment) {
        if (experiment.lifecycle() != Lifecycle.ACTIVE) {
            throw TrackingException.invalidState("Cannot rename a non-active experiment.");
        }
    }

    /// There is no such run.
    ///
    /// @param id the run's id
    /// @return what to throw
    public static TrackingException noRun(String id) {
        return TrackingException.notFound("Run with id=" + id + " not found");
    }

    /// Nothing can be written to a run that is not in use.
    ///
    /// @param runId the run
    /// @param lifecycle where it stands
    /// @throws TrackingException of kind INVALID where it is deleted
    public static void checkActive(String runId, Lifecycle lifecycle) {
        if (lifecycle != Lifecycle.ACTIVE) {
            throw notActive("run", runId, lifecycle);
        }
    }

    private static TrackingException notActive(String what, String id, Lifecycle lifecycle) {
        return TrackingException.invalid("The " + what + " " + id + " must be in the 'active' state. Current state is "
                + lifecycle.name().toLowerCase(Locale.ROOT) + ".");
    }

    /// An experiment or a run has no such tag.
    ///
    /// @param key the tag's key
    /// @param owner `run` or `experiment`
    /// @param id whose tag it would be
    /// @return what to throw
    public static TrackingException noTag(String key, String owner, String id) {
        return TrackingException.notFound("No tag with name: " + key + " in " + owner + " with id " + id);
    }

    /// There is no such logged model.
    ///
    /// @param id the model's id
    /// @return what to throw
    public static TrackingException noLoggedModel(String id) {
        return TrackingException.notFound("Logged model with ID '" + id + "' not found.");
    }

    /// A logged model has no such tag.
    ///
    /// @param key the tag's key
    /// @param id the model's id
    /// @return what to throw
    public static TrackingException noLoggedModelTag(String key, String id) {
        return TrackingException.notFound(
                "No tag with key " + PythonText.repr(key) + " found for model with ID " + PythonText.repr(id) + ".");
    }

    /// A parameter keeps its first value.
    ///
    /// @param runId the run
    /// @param batch what is to be written
    /// @param stored the run's parameters
    /// @throws TrackingException of kind INVALID where the batch gives one of them another value
    public static void checkParams(String runId, RunBatch batch, Map<String, String> stored) {
        Map<String, String> changed = new LinkedHashMap<>(batch.params());
        changed.entrySet().removeIf(e -> e.getValue().equals(stored.getOrDefault(e.getKey(), e.getValue())));
        if (!changed.isEmpty()) {
            throw TrackingException.invalid(
                    switch (batch.form()) {
                        case ONE -> changedParam(runId, changed, stored);
                        case MANY -> changedParams(runId, changed, stored);
                    });
        }
    }

    private static String changedParam(String runId, Map<String, String> changed, Map<String, String> stored) {
        Map.Entry<String, String> first = changed.entrySet().iterator().next();
        return "Changing param values is not allowed. Param with key='" + first.getKey() + "' was already logged with"
                + " value='" + stored.get(first.getKey()) + "' for run ID='" + runId
                + "'. Attempted logging new value '" + first.getValue() + "'.";
    }

    private static String changedParams(String runId, Map<String, String> changed, Map<String, String> stored) {
        List<String> differences = new ArrayList<>();
        changed.forEach((key, value) -> differences.add("{'key': " + PythonText.repr(key) + ", 'old_value': "
                + PythonText.repr(stored.getOrDefault(key, "")) + ", 'new_value': " + PythonText.repr(value) + "}"));
        return "Changing param values is not allowed. Params were already logged='[" + String.join(", ", differences)
                + "]' for run ID='" + runId + "'.";
    }

    /// A parameter of a logged model keeps its first value, as one of a run.
    ///
    /// @param id the model's id
    /// @param params what is to be written
    /// @param stored the model's parameters
    /// @throws TrackingException of kind INVALID where one of them would get another value
    public static void checkLoggedModelParams(String id, Map<String, String> params, Map<String, String> stored) {
        params.forEach((key, value) -> {
            String old = stored.getOrDefault(key, value);
            if (!old.equals(value)) {
                throw TrackingException.invalid(
                        "Changing param values is not allowed. Param with key='" + key + "' was already logged with"
                                + " value='" + old + "' for model ID='" + id + "'. Attempted logging new value '"
                                + value + "'.");
            }
        });
    }

    /// A page holds at least one item.
    ///
    /// @param maxResults how many it is to hold at most
    /// @throws TrackingException of kind INVALID for less than one
    public static void checkMaxResults(int maxResults) {
        if (maxResults < 1) {
            throw TrackingException.invalid(
                    "Invalid value " + maxResults + " for parameter 'max_results' supplied: it must be at least 1");
        }
    }

    /// A page token is none.
    ///
    /// @return what to throw
    public static TrackingException noPageToken() {
        return TrackingException.invalid("Invalid page token, could not base64-decode");
    }
}
