package io.steelyard.mlflow;

import io.steelyard.registry.RegistryStore;
import io.steelyard.tracking.TrackingStore;

/// Where the files of runs, logged models and model versions stand. What is unknown is an exception that [Refusal]
/// answers.
public final class ArtifactRoots {
    private final TrackingStore tracking;
    private final RegistryStore registry;

    /// Roots of what two stores hold.
    ///
    /// @param tracking runs and logged models
    /// @param registry model versions
    public ArtifactRoots(TrackingStore tracking, RegistryStore registry) {
        this.tracking = tracking;
        this.registry = registry;
    }

    /// Gives a run's root.
    ///
    /// @param id the run's id
    /// @return for example `mlflow-artifacts:/1/0af…/artifacts`
    public String ofRun(String id) {
        return tracking.run(id).artifactUri();
    }

    /// Gives a logged model's root.
    ///
    /// @param id the model's id
    /// @return for example `mlflow-artifacts:/1/models/m-0af…/artifacts`
    public String ofLoggedModel(String id) {
        return tracking.loggedModel(id).artifactUri();
    }

    /// Gives the folder of a model version, also of one that was copied from another one.
    ///
    /// @param name the registered model's name
    /// @param version the version's number
    /// @return its location
    public String ofVersion(String name, String version) {
        return registry.downloadUri(name, ModelVersionEndpoints.number(name, version));
    }
}
