package io.steelyard.client;

import io.steelyard.tracking.DatasetInput;
import io.steelyard.tracking.Metric;
import io.steelyard.tracking.RunLog;
import io.steelyard.tracking.RunStatus;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// A run on a server, in try-with-resources:
///
/// ```java
/// try (TrackedRun run = client.start("flights", "first try", Map.of())) {
///     run.param("rate", "0.1");
///     run.metric("loss", 0.25, 1);
///     run.finish();
/// }
/// ```
///
/// Parameters, metrics and tags are sent in batches by a thread of its own; 20,000 of them wait at most, then a call
/// waits too. What cannot be sent, after four attempts, is an [IllegalStateException] of the next call. Artifacts and
/// models are on the server when their call returns. A run that is closed before it is finished has failed: its tags
/// say `status=failed` and `error=…`.
///
/// Parameters, metrics and tags may be logged by any number of threads; the other calls come from one at a time.
public final class TrackedRun implements AutoCloseable {
    private static final int WAITING_ENTRIES = 20_000;
    private static final String NOT_FINISHED = "the run was closed before it was finished";

    private final RunLog log;
    private final LogBuffer buffer;
    private final InstantSource clock;
    private boolean ended;

    TrackedRun(RunLog log, InstantSource clock) {
        this.log = log;
        this.clock = clock;
        this.buffer = new LogBuffer(log, WAITING_ENTRIES);
    }

    /// Gives the run's id.
    ///
    /// @return 32 lower-case hexadecimal digits
    public String id() {
        return log.runId();
    }

    /// Logs a parameter, which cannot change later.
    ///
    /// @param key its key
    /// @param value its value
    public void param(String key, String value) {
        buffer.param(key, value);
    }

    /// Logs parameters.
    ///
    /// @param params values by key
    public void params(Map<String, String> params) {
        params.forEach(buffer::param);
    }

    /// Logs a metric, measured now.
    ///
    /// @param key its key
    /// @param value its value; NaN and the infinities are allowed
    /// @param step the step it belongs to
    public void metric(String key, double value, long step) {
        buffer.metric(new Metric(key, value, clock.millis(), step));
    }

    /// Logs metrics of one step, measured now.
    ///
    /// @param values values by key
    /// @param step the step they belong to
    public void metrics(Map<String, Double> values, long step) {
        values.forEach((key, value) -> metric(key, value, step));
    }

    /// Writes or overwrites a tag.
    ///
    /// @param key its key
    /// @param value its value
    public void tag(String key, String value) {
        buffer.tag(key, value);
    }

    /// Says which data sets the run reads.
    ///
    /// @param inputs the data sets
    /// @throws RemoteException where the server cannot be reached or refuses
    public void inputs(List<DatasetInput> inputs) {
        log.inputs(inputs);
    }

    /// Stores a file, or a folder with all that is in it.
    ///
    /// @param local the file or folder
    /// @param path where it will stand below the run's artifacts, with `/` between the parts
    /// @throws RemoteException where the server cannot be reached or refuses
    public void artifact(Path local, String path) {
        log.artifact(local, path);
    }

    /// Stores a model folder and registers it as the next version of a registered model, which is made where it does
    /// not exist. What was logged before is sent first, so that the version can be weighed by the run's metrics.
    ///
    /// @param folder the model folder, with its `MLmodel`
    /// @param path where it will stand below the run's artifacts
    /// @param registeredName the registered model's name
    /// @return the version's number, from 1
    /// @throws RemoteException where the server cannot be reached or refuses
    public int model(Path folder, String path, String registeredName) {
        log.artifact(folder, path);
        flush();
        return log.registerModel(registeredName, path, Map.of());
    }

    /// Waits until all parameters, metrics and tags that were logged before are on the server.
    ///
    /// @throws IllegalStateException where they cannot be sent; the cause says why
    public void flush() {
        buffer.flush();
    }

    /// Ends the run well, when all that was logged is on the server.
    ///
    /// @throws IllegalStateException where something cannot be sent, or where the run has ended
    public void finish() {
        buffer.close();
        end(RunStatus.FINISHED);
    }

    /// Ends the run as failed, with the tags `status=failed` and `error`.
    ///
    /// @param error why
    public void fail(Throwable error) {
        fail(error.getMessage() == null ? error.toString() : error.getMessage());
    }

    private void fail(String error) {
        RuntimeException unsent = null;
        try {
            buffer.close();
        } catch (IllegalStateException e) {
            unsent = e;
        }
        log.tags(Map.of("status", "failed", "error", error));
        end(RunStatus.FAILED);
        if (unsent != null) {
            throw unsent;
        }
    }

    private void end(RunStatus status) {
        log.end(status);
        ended = true;
    }

    /// Sends what is left and lets go of the connections; a run that was not finished has failed.
    @Override
    public void close() {
        try (log) {
            if (!ended) {
                fail(NOT_FINISHED);
            }
        }
    }
}
