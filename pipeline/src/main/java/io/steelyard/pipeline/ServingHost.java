package io.steelyard.pipeline;

import io.steelyard.models.ModelFolder;
import io.steelyard.monitoring.PredictionLog;
import io.steelyard.serving.HttpPort;
import io.steelyard.serving.InferenceServer;
import io.steelyard.serving.ModelPool;
import io.steelyard.serving.ServedModel;
import io.steelyard.serving.ServingOptions;
import java.net.URI;
import java.nio.file.Path;

/// A serving port of this process, for a pipeline that has no server beside it.
public final class ServingHost implements ModelHost, AutoCloseable {
    private final InferenceServer server;
    private final ModelPool pool;
    private final PredictionLog log;

    private ServingHost(InferenceServer server, ModelPool pool, PredictionLog log) {
        this.server = server;
        this.pool = pool;
        this.log = log;
    }

    /// Opens a serving port without models.
    ///
    /// @param predictions the folder of the prediction log
    /// @param host the address to listen at, for example `127.0.0.1`
    /// @param port the port; 0 for any that is free
    /// @return the host, to be closed
    /// @throws io.steelyard.serving.ServingException where the port is in use
    public static ServingHost open(Path predictions, String host, int port) {
        PredictionLog log = PredictionLog.open(predictions);
        try {
            ModelPool pool = new ModelPool();
            return new ServingHost(
                    InferenceServer.start(ServingOptions.at(new HttpPort.Address(host, port)), pool, log), pool, log);
        } catch (RuntimeException e) {
            log.close();
            throw e;
        }
    }

    @Override
    public URI deploy(String name, int version, Path folder) {
        pool.swap(new ServedModel(name, version, ModelFolder.open(folder).predictor()));
        return server.uri();
    }

    @Override
    public void flushPredictions() {
        log.flush();
    }

    @Override
    public void close() {
        server.close();
        log.close();
    }
}
