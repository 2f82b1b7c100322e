package io.steelyard.server;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// What Prometheus sees of the control plane. Counting costs an addition; Prometheus' own classes are loaded when it
/// first asks, not at start.
final class ControlMetrics {
    private final Map<Integer, LongAdder> answers = new ConcurrentHashMap<>();

    void answered(int status) {
        answers.computeIfAbsent(status, s -> new LongAdder()).increment();
    }

    String scrape() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        Gauge.builder(
                        "steelyard.uptime.seconds",
                        () -> ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0)
                .description("time since the process started")
                .register(registry);
        Gauge.builder("steelyard.heap.used.bytes", () -> (double)
                        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed())
                .description("Java heap in use")
                .register(registry);
        answers.forEach((status, count) -> Counter.builder("steelyard.control.requests")
                .description("requests that were answered")
                .tag("status", Integer.toString(status))
                .register(registry)
                .increment((double) count.sum()));
        return registry.scrape();
    }
}
