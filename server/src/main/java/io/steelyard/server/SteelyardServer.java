package io.steelyard.server;

import io.steelyard.models.ModelFolder;
import io.steelyard.monitoring.PredictionLog;
import io.steelyard.pipeline.ModelHost;
import io.steelyard.serving.HttpPort;
import io.steelyard.serving.InferenceServer;
import io.steelyard.serving.ModelPool;
import io.steelyard.serving.ServedModel;
import io.steelyard.serving.ServingOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/// The whole platform in one process: both ports on a data folder that is its own while it runs. It serves the
/// production version of each registered model, and takes over another one within a second.
public final class SteelyardServer implements ModelHost, AutoCloseable {
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final Platform platform;
    private final ControlPlane control;
    private final InferenceServer inference;
    private final ModelPool pool;
    private final PredictionLog log;

    private SteelyardServer(DataFolder folder, ServerOptions options) {
        try {
            FolderClaim claim = opened(folder.claim());
            platform = opened(Platform.open(
                    folder, StoreLocations.parse(folder, options.database(), options.artifacts())));
            log = opened(PredictionLog.open(folder.predictions()));
            pool = new ModelPool();
            control = opened(ControlPlane.start(
                    address(options, options.port()), platform, options.webhooks()));
            inference = opened(InferenceServer.start(
                    ServingOptions.at(address(options, options.inferencePort())), pool, log));
            opened(ProductionModels.follow(platform, pool));
            claim.publish(new ServerRecord(
                    ProcessHandle.current().pid(),
                    control.uri().toString(),
                    inference.uri().toString(),
                    Instant.now().toString(),
                    options.version()));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private static HttpPort.Address address(ServerOptions options, int port) {
        return new HttpPort.Address(options.host(), port, options.allowedHosts());
    }

    /// Starts a server.
    ///
    /// @param folder the data folder
    /// @param options how it listens
    /// @return the server, to be closed
    /// @throws ServerException where another server runs on the folder
    /// @throws IllegalArgumentException where the options name no database or folder
    /// @throws io.steelyard.serving.ServingException where a port is in use
    /// @throws io.steelyard.sql.DatabaseException where the database belongs to a newer version
    public static SteelyardServer start(DataFolder folder, ServerOptions options) {
        return new SteelyardServer(folder, options);
    }

    /// The stores that it works on.
    ///
    /// @return the stores, which stay the server's
    public Platform platform() {
        return platform;
    }

    /// The control plane's address.
    ///
    /// @return for example `http://127.0.0.1:5000`
    public URI uri() {
        return control.uri();
    }

    /// The data plane's address.
    ///
    /// @return for example `http://127.0.0.1:8080`
    public URI inferenceUri() {
        return inference.uri();
    }

    @Override
    public URI deploy(String name, int version, Path folder) {
        ServedModel model =
                new ServedModel(name, version, ModelFolder.open(folder).predictor());
        pool.swap(model);
        pool.setDefault(model.label());
        return inferenceUri();
    }

    @Override
    public void flushPredictions() {
        log.flush();
    }

    /// Stops within two seconds: what is under way is answered, and what was logged is written.
    @Override
    public void close() {
        RuntimeException failure = null;
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                failure = e instanceof RuntimeException r ? r : new IllegalStateException(e);
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private <T extends AutoCloseable> T opened(T resource) {
        opened.push(resource);
        return resource;
    }
}
