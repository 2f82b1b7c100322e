package io.steelyard.mlflow;

import static io.steelyard.mlflow.MlflowRoute.Method.GET;
import static io.steelyard.mlflow.MlflowRoute.Method.POST;

import io.steelyard.mlflow.wire.CreateRun;
import io.steelyard.mlflow.wire.DeleteRun;
import io.steelyard.mlflow.wire.Empty;
import io.steelyard.mlflow.wire.GetRun;
import io.steelyard.mlflow.wire.RestoreRun;
import io.steelyard.mlflow.wire.RunResponse;
import io.steelyard.mlflow.wire.SearchRuns;
import io.steelyard.mlflow.wire.SearchRunsResponse;
import io.steelyard.mlflow.wire.UpdateRun;
import io.steelyard.mlflow.wire.UpdateRunResponse;
import io.steelyard.tracking.NewRun;
import io.steelyard.tracking.Page;
import io.steelyard.tracking.PythonText;
import io.steelyard.tracking.Run;
import io.steelyard.tracking.RunSearch;
import io.steelyard.tracking.RunStatus;
import io.steelyard.tracking.RunUpdate;
import io.steelyard.tracking.TrackingStore;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The endpoints of a run's start, state and end.
final class RunEndpoints {
    private static final String DEFAULT_EXPERIMENT = "0";

    private final TrackingStore store;

    RunEndpoints(TrackingStore store) {
        this.store = store;
    }

    List<MlflowRoute> routes() {
        return List.of(
                MlflowRoute.of(POST, "/runs/create", CreateRun.class, this::create),
                MlflowRoute.of(GET, "/runs/get", GetRun.class, this::get),
                MlflowRoute.of(POST, "/runs/update", UpdateRun.class, this::update),
                MlflowRoute.of(POST, "/runs/delete", DeleteRun.class, this::delete),
                MlflowRoute.of(POST, "/runs/restore", RestoreRun.class, this::restore),
                MlflowRoute.of(POST, "/runs/search", SearchRuns.class, this::search));
    }

    private RunResponse create(CreateRun request) {
        String experiment = Entries.text(request.experimentId());
        Run run = store.createRun(new NewRun(
                experiment.isEmpty() ? DEFAULT_EXPERIMENT : experiment,
                request.runName(),
                Entries.text(request.userId()),
                request.startTime() == null ? 0 : request.startTime(),
                Entries.map(request.tags())));
        return new RunResponse(RunEntries.started(run));
    }

    private RunResponse get(GetRun request) {
        return new RunResponse(RunEntries.of(store.run(request.runId())));
    }

    private UpdateRunResponse update(UpdateRun request) {
        Run run = store.updateRun(
                request.runId(), new RunUpdate(status(request.status()), request.endTime(), request.runName()));
        return new UpdateRunResponse(RunEntries.info(run));
    }

    private static @Nullable RunStatus status(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        return Arrays.stream(RunStatus.values())
                .filter(status -> status.name().equals(text))
                .findFirst()
                .orElseThrow(() -> MlflowException.invalid("Invalid value " + PythonText.json(text)
                        + " for parameter 'status' supplied: it must be one of "
                        + Arrays.toString(RunStatus.values()) + "."));
    }

    private Empty delete(DeleteRun request) {
        store.deleteRun(request.runId());
        return new Empty();
    }

    private Empty restore(RestoreRun request) {
        store.restoreRun(request.runId());
        return new Empty();
    }

    private SearchRunsResponse search(SearchRuns request) {
        Page<Run> page = store.searchRuns(new RunSearch(
                request.experimentIds(),
                Entries.text(request.filter()),
                request.orderBy(),
                SearchLimit.view(request.runViewType()),
                SearchLimit.runs(request.maxResults()),
                Entries.orNull(request.pageToken())));
        return new SearchRunsResponse(page.items().stream().map(RunEntries::of).toList(), page.nextToken());
    }
}
