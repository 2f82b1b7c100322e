package io.steelyard.serving;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.steelyard.monitoring.PredictionLog;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;

/// What Prometheus sees of the inference server. Labels are model, version, path and status: of each there are few.
final class ServingMetrics {
    private static final Duration[] BUCKETS = {
        Duration.ofNanos(100_000),
        Duration.ofNanos(250_000),
        Duration.ofNanos(500_000),
        Duration.ofMillis(1),
        Duration.ofNanos(2_500_000),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofSeconds(1)
    };

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<String, ModelMeters> models = new ConcurrentHashMap<>();
    private final Map<String, Counter> requests = new ConcurrentHashMap<>();

    private record ModelMeters(Timer latency, Counter rows) {}

    ServingMetrics(ModelPool pool, PredictionLog log) {
        Gauge.builder("steelyard.models.loaded", pool, p -> p.models().size())
                .description("models that are ready to answer")
                .register(registry);
        logged(log, "written", "rows of the prediction log that are in files", counts -> counts.written());
        logged(
                log,
                "dropped",
                "rows that the prediction log did not take, because its queue was full",
                counts -> counts.dropped());
        logged(log, "failed", "rows that the prediction log could not write", counts -> counts.failed());
    }

    void predicted(ServedModel model, int rows, long nanos) {
        ModelMeters meters = models.computeIfAbsent(model.label(), label -> meters(model));
        meters.latency.record(Duration.ofNanos(nanos));
        meters.rows.increment(rows);
    }

    /// @param path a path that the server knows, or one word for all that it does not know
    void answered(String path, int status) {
        requests.computeIfAbsent(
                        path + status,
                        key -> Counter.builder("steelyard.requests")
                                .description("requests that were answered")
                                .tag("path", path)
                                .tag("status", Integer.toString(status))
                                .register(registry))
                .increment();
    }

    String scrape() {
        return registry.scrape();
    }

    private ModelMeters meters(ServedModel model) {
        return new ModelMeters(
                Timer.builder("steelyard.predict")
                        .description("time from a prediction request's coming to its answer's being ready")
                        .tag("model", model.name())
                        .tag("version", model.version())
                        .serviceLevelObjectives(BUCKETS)
                        .register(registry),
                Counter.builder("steelyard.predict.rows")
                        .description("rows that were predicted")
                        .tag("model", model.name())
                        .tag("version", model.version())
                        .register(registry));
    }

    private void logged(
            PredictionLog log, String what, String description, ToDoubleFunction<PredictionLog.Counts> count) {
        FunctionCounter.builder("steelyard.prediction.log." + what, log, l -> count.applyAsDouble(l.counts()))
                .description(description)
                .register(registry);
    }
}
