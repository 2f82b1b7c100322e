package io.steelyard.mlflow;

import io.steelyard.mlflow.wire.CreateExperiment;
import io.steelyard.mlflow.wire.CreateExperimentResponse;
import io.steelyard.mlflow.wire.ExperimentEntry;
import io.steelyard.mlflow.wire.ExperimentResponse;
import io.steelyard.mlflow.wire.GetExperiment;
import io.steelyard.mlflow.wire.GetExperimentByName;
import io.steelyard.tracking.Experiment;
import io.steelyard.tracking.NewExperiment;
import io.steelyard.tracking.TrackingStore;

/// The endpoints `experiments/…`.
final class ExperimentEndpoints {
    private final TrackingStore store;

    ExperimentEndpoints(TrackingStore store) {
        this.store = store;
    }

    CreateExperimentResponse create(CreateExperiment request) {
        Experiment made = store.createExperiment(
                new NewExperiment(request.name(), request.artifactLocation(), Entries.map(request.tags())));
        return new CreateExperimentResponse(made.id());
    }

    ExperimentResponse get(GetExperiment request) {
        return new ExperimentResponse(entry(store.experiment(request.experimentId())));
    }

    ExperimentResponse getByName(GetExperimentByName request) {
        return store.findExperiment(request.experimentName())
                .map(experiment -> new ExperimentResponse(entry(experiment)))
                .orElseThrow(() -> new MlflowException(
                        MlflowErrorCode.RESOURCE_DOES_NOT_EXIST,
                        "Could not find experiment with name '" + request.experimentName() + "'"));
    }

    private static ExperimentEntry entry(Experiment experiment) {
        return new ExperimentEntry(
                experiment.id(),
                experiment.name(),
                experiment.artifactLocation(),
                Entries.stage(experiment.lifecycle()),
                experiment.lastUpdateTimeMillis(),
                experiment.creationTimeMillis(),
                Entries.of(experiment.tags()));
    }
}
