package io.steelyard.server;

import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/// What Prometheus sees of the control plane. Counting costs two additions; Prometheus' own classes are loaded when it
/// first asks, not at start. Labels are route and status: of each there are few.
final class ControlMetrics {
    private final Map<Answer, Times> answers = new ConcurrentHashMap<>();

    private record Answer(String route, int status) {}

    private record Times(LongAdder count, LongAdder nanos) {}

    /// @param route a route of ours, or one word for all paths that are none
    void answered(String route, int status, long nanos) {
        Times times = answers.computeIfAbsent(
                new Answer(route, status), answer -> new Times(new LongAdder(), new LongAdder()));
        times.count.increment();
        times.nanos.add(nanos);
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
        answers.forEach((answer, times) -> FunctionTimer.builder(
                        "steelyard.control.requests",
                        times,
                        t -> t.count.sum(),
                        t -> t.nanos.sum(),
                        TimeUnit.NANOSECONDS)
                .description("requests that were answered, and the time that it took")
                .tag("route", answer.route)
                .tag("status", Integer.toString(answer.status))
                .register(registry));
        return registry.scrape();
    }
}
