package io.steelyard.benchmarks.tracking;

import io.steelyard.benchmarks.report.Line;
import io.steelyard.benchmarks.report.Mark;
import io.steelyard.benchmarks.report.Progress;
import io.steelyard.benchmarks.report.Samples;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How many metrics a server takes from clients that log at once, each into a run of its own; every request has a new
/// step. Both sides answer when a value is in the database.
final class LogBench {
    private static final int BATCH = 100;
    private static final int FEW = 8;
    private static final int MANY = 64;

    private final List<Contender> contenders;
    private final Pace pace;
    private final Samples samples = new Samples();
    private final List<Line> lines = new ArrayList<>();

    LogBench(List<Contender> contenders, Pace pace) {
        this.contenders = contenders;
        this.pace = pace;
    }

    List<Line> run() throws IOException, InterruptedException {
        Map<Side, List<String>> runs = new HashMap<>();
        for (Contender contender : contenders) {
            try (Connection connection = Connection.open(contender.server().uri())) {
                String experiment = contender.newExperiment(connection, "logged");
                List<String> ids = new ArrayList<>();
                for (int client = 0; client < MANY; client++) {
                    ids.add(contender.newRun(connection, experiment));
                }
                runs.put(contender.side(), ids);
            }
        }
        measure("log-metric, 8 clients", FEW, 1, runs, new Mark.Times(100), null);
        measure("log-metric, 64 clients", MANY, 1, runs, new Mark.Times(100), null);
        measure("log-batch of 100, 8 clients", FEW, BATCH, runs, new Mark.Times(40), new Mark.AtMost(50));
        return List.copyOf(lines);
    }

    private void measure(
            String name,
            int clients,
            int values,
            Map<Side, List<String>> runs,
            Mark rateMark,
            @Nullable Mark slowestMark)
            throws IOException, InterruptedException {
        String p50 = name + ", p50";
        String p99 = name + ", p99";
        String serverCpu = name + ", CPU of the server for one request";
        String generatorCpu = name + ", CPU of the generator for one request";
        Load load = new Load(clients, pace.turn(), pace.warmUp());
        for (int round = 0; round < pace.rounds(); round++) {
            int turn = round;
            for (Contender contender : contenders) {
                Side side = contender.side();
                Progress.say(name + ": " + side.name() + ", round " + (round + 1));
                List<String> ids = runs.getOrDefault(side, List.of());
                Load.Result result = load.run(
                        contender.server(),
                        (connection, client, number) -> values == 1
                                ? metric(connection, ids.get(client), turn, number)
                                : batch(connection, ids.get(client), turn, number));
                samples.add(name, side.name(), result.perSecond() * values);
                samples.add(p50, side.name(), result.latencies().percentileMillis(50));
                samples.add(p99, side.name(), result.latencies().percentileMillis(99));
                samples.add(serverCpu, side.name(), result.serverCpu().toNanos() / 1e6);
                samples.add(generatorCpu, side.name(), result.generatorCpu().toNanos() / 1e6);
            }
        }
        String unit = values == 1 ? "requests/s" : "metrics/s";
        lines.add(samples.line(name, unit, Line.Better.GREATER, rateMark));
        lines.add(samples.line(p50, "ms", Line.Better.SMALLER, null));
        lines.add(samples.line(p99, "ms", Line.Better.SMALLER, slowestMark));
        lines.add(samples.line(serverCpu, "ms", Line.Better.SMALLER, null));
        lines.add(samples.line(generatorCpu, "ms", Line.Better.SMALLER, null));
    }

    private static byte[] metric(Connection connection, String run, int turn, int number) {
        String body = "{\"run_id\":\"" + run + "\",\"key\":\"loss\",\"value\":" + value(number, 0) + ",\"timestamp\":"
                + System.currentTimeMillis() + ",\"step\":" + step(turn, number) + "}";
        return connection.request("POST", Contender.post("runs/log-metric"), body);
    }

    private static byte[] batch(Connection connection, String run, int turn, int number) {
        String tail = ",\"timestamp\":" + System.currentTimeMillis() + ",\"step\":" + step(turn, number) + "}";
        StringBuilder body = new StringBuilder("{\"run_id\":\"" + run + "\",\"metrics\":[");
        for (int i = 0; i < BATCH; i++) {
            body.append(i == 0 ? "" : ",")
                    .append("{\"key\":\"metric_")
                    .append(i)
                    .append("\",\"value\":");
            body.append(value(number, i)).append(tail);
        }
        return connection.request(
                "POST", Contender.post("runs/log-batch"), body.append("]}").toString());
    }

    private static double value(int number, int metric) {
        return 1.0 / (1 + number) + metric;
    }

    private static long step(int turn, int number) {
        return turn * 10_000_000L + number;
    }
}
