package io.steelyard.client;

import io.steelyard.mlflow.wire.CreateModelVersion;
import io.steelyard.mlflow.wire.CreateRegisteredModel;
import io.steelyard.mlflow.wire.Empty;
import io.steelyard.mlflow.wire.Entry;
import io.steelyard.mlflow.wire.ModelVersionResponse;
import io.steelyard.mlflow.wire.RegisteredModelResponse;
import io.steelyard.mlflow.wire.SetAlias;
import io.steelyard.mlflow.wire.SetModelVersionTag;
import io.steelyard.mlflow.wire.TransitionStage;
import java.util.List;

/// Registers and promotes models on a server.
final class RemoteModels {
    private static final String PRODUCTION_ALIAS = "production";
    private static final String PRODUCTION_STAGE = "Production";

    /// MLflow has no place for the reason of a promotion, so a tag of the version keeps it.
    private static final String REASON_TAG = "promotion_reason";

    private final MlflowServer server;

    RemoteModels(MlflowServer server) {
        this.server = server;
    }

    int register(String name, String source, String runId, List<Entry> tags) {
        try {
            CreateRegisteredModel model = new CreateRegisteredModel(name, List.of(), null);
            server.post("/registered-models/create", model, RegisteredModelResponse.class, Repeat.SAFE);
        } catch (RemoteException e) {
            if (e.errorCode().filter("RESOURCE_ALREADY_EXISTS"::equals).isEmpty()) {
                throw e;
            }
            // It may have versions already.
        }
        CreateModelVersion version = new CreateModelVersion(name, source, runId, tags, null, null, null);
        return Integer.parseInt(
                server.post("/model-versions/create", version, ModelVersionResponse.class, Repeat.UNSAFE)
                        .modelVersion()
                        .version());
    }

    void promote(String name, int version, String reason) {
        String number = Integer.toString(version);
        server.post(
                "/model-versions/set-tag",
                new SetModelVersionTag(name, number, REASON_TAG, reason),
                Empty.class,
                Repeat.SAFE);
        server.post(
                "/model-versions/transition-stage",
                new TransitionStage(name, number, PRODUCTION_STAGE, true),
                ModelVersionResponse.class,
                Repeat.SAFE);
        server.post("/registered-models/alias", new SetAlias(name, PRODUCTION_ALIAS, number), Empty.class, Repeat.SAFE);
    }
}
