package io.steelyard.mlflow;

import static io.steelyard.mlflow.MlflowRoute.Method.GET;
import static io.steelyard.mlflow.MlflowRoute.Method.POST;

import io.steelyard.mlflow.wire.CreateExperiment;
import io.steelyard.mlflow.wire.CreateExperimentResponse;
import io.steelyard.mlflow.wire.DatasetSummaryEntry;
import io.steelyard.mlflow.wire.DeleteExperiment;
import io.steelyard.mlflow.wire.DeleteExperimentTag;
import io.steelyard.mlflow.wire.Empty;
import io.steelyard.mlflow.wire.ExperimentEntry;
import io.steelyard.mlflow.wire.ExperimentResponse;
import io.steelyard.mlflow.wire.GetExperiment;
import io.steelyard.mlflow.wire.GetExperimentByName;
import io.steelyard.mlflow.wire.RestoreExperiment;
import io.steelyard.mlflow.wire.SearchDatasets;
import io.steelyard.mlflow.wire.SearchDatasetsResponse;
import io.steelyard.mlflow.wire.SearchExperiments;
import io.steelyard.mlflow.wire.SearchExperimentsResponse;
import io.steelyard.mlflow.wire.SetExperimentTag;
import io.steelyard.mlflow.wire.UpdateExperiment;
import io.steelyard.tracking.Experiment;
import io.steelyard.tracking.ExperimentSearch;
import io.steelyard.tracking.NewExperiment;
import io.steelyard.tracking.Page;
import io.steelyard.tracking.TrackingStore;
import java.util.List;

/// The endpoints `experiments/…`.
final class ExperimentEndpoints {
    private static final int MAX_DATASET_EXPERIMENTS = 20;

    private final TrackingStore store;

    ExperimentEndpoints(TrackingStore store) {
        this.store = store;
    }

    List<MlflowRoute> routes() {
        return List.of(
                MlflowRoute.of(POST, "/experiments/create", CreateExperiment.class, this::create),
                MlflowRoute.of(GET, "/experiments/get", GetExperiment.class, this::get),
                MlflowRoute.of(GET, "/experiments/get-by-name", GetExperimentByName.class, this::getByName),
                MlflowRoute.of(POST, "/experiments/search", SearchExperiments.class, this::search),
                MlflowRoute.of(GET, "/experiments/search", SearchExperiments.class, this::search),
                MlflowRoute.of(POST, "/experiments/delete", DeleteExperiment.class, this::delete),
                MlflowRoute.of(POST, "/experiments/restore", RestoreExperiment.class, this::restore),
                MlflowRoute.of(POST, "/experiments/update", UpdateExperiment.class, this::update),
                MlflowRoute.of(POST, "/experiments/set-experiment-tag", SetExperimentTag.class, this::setTag),
                MlflowRoute.of(POST, "/experiments/delete-experiment-tag", DeleteExperimentTag.class, this::deleteTag),
                MlflowRoute.of(POST, "/experiments/search-datasets", SearchDatasets.class, this::datasets)
                        .under(MlflowRoute.Mount.V2_PAGES));
    }

    private CreateExperimentResponse create(CreateExperiment request) {
        Experiment made = store.createExperiment(
                new NewExperiment(request.name(), request.artifactLocation(), Entries.map(request.tags())));
        return new CreateExperimentResponse(made.id());
    }

    private ExperimentResponse get(GetExperiment request) {
        return new ExperimentResponse(entry(store.experiment(request.experimentId())));
    }

    private ExperimentResponse getByName(GetExperimentByName request) {
        return store.findExperiment(request.experimentName())
                .map(experiment -> new ExperimentResponse(entry(experiment)))
                .orElseThrow(() -> new MlflowException(
                        MlflowErrorCode.RESOURCE_DOES_NOT_EXIST,
                        "Could not find experiment with name '" + request.experimentName() + "'"));
    }

    private SearchExperimentsResponse search(SearchExperiments request) {
        Page<Experiment> page = store.searchExperiments(new ExperimentSearch(
                Entries.text(request.filter()),
                request.orderBy(),
                SearchLimit.view(request.viewType()),
                SearchLimit.experiments(request.maxResults()),
                Entries.orNull(request.pageToken())));
        return new SearchExperimentsResponse(
                page.items().stream().map(ExperimentEndpoints::entry).toList(), page.nextToken());
    }

    private Empty delete(DeleteExperiment request) {
        store.deleteExperiment(request.experimentId());
        return new Empty();
    }

    private Empty restore(RestoreExperiment request) {
        store.restoreExperiment(request.experimentId());
        return new Empty();
    }

    private Empty update(UpdateExperiment request) {
        store.renameExperiment(request.experimentId(), request.newName());
        return new Empty();
    }

    private Empty setTag(SetExperimentTag request) {
        store.setExperimentTag(request.experimentId(), request.key(), Entries.text(request.value()));
        return new Empty();
    }

    private Empty deleteTag(DeleteExperimentTag request) {
        store.deleteExperimentTag(request.experimentId(), request.key());
        return new Empty();
    }

    private SearchDatasetsResponse datasets(SearchDatasets request) {
        int asked = request.experimentIds().size();
        if (asked == 0) {
            throw MlflowException.invalid("SearchDatasets request must specify at least one experiment_id.");
        }
        if (asked > MAX_DATASET_EXPERIMENTS) {
            throw MlflowException.invalid("SearchDatasets request cannot specify more than " + MAX_DATASET_EXPERIMENTS
                    + " experiment_ids. Received " + asked + " experiment_ids.");
        }
        return new SearchDatasetsResponse(store.datasets(request.experimentIds()).stream()
                .map(d -> new DatasetSummaryEntry(d.experimentId(), d.name(), d.digest(), Entries.orNull(d.context())))
                .toList());
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
