package io.steelyard.benchmarks.tracking;

import io.steelyard.benchmarks.report.Line;
import io.steelyard.benchmarks.report.Mark;
import io.steelyard.benchmarks.report.Progress;
import io.steelyard.benchmarks.report.Report;
import io.steelyard.benchmarks.report.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How long the first 25,000 points of a long history take.
record HistoryBench(List<Contender> contenders, Pace pace) {
    private static final int ASKED = 25_000;
    private static final int BATCH = 1000;

    List<Line> run() throws IOException {
        Samples samples = new Samples();
        String name = "history, 25,000 of " + Report.number((double) pace.history()) + " points";
        Map<Side, byte[]> requests = new HashMap<>();
        for (Contender contender : contenders) {
            Progress.say("writing a history: " + contender.side().name());
            try (Connection connection = Connection.open(contender.server().uri())) {
                String run = contender.newRun(connection, contender.newExperiment(connection, "history"));
                write(connection, run);
                requests.put(
                        contender.side(),
                        connection.request(
                                "GET",
                                Contender.get(
                                        "metrics/get-history",
                                        Map.of(
                                                "run_id",
                                                run,
                                                "metric_key",
                                                "loss",
                                                "max_results",
                                                Integer.toString(ASKED))),
                                ""));
            }
        }
        for (Contender contender : contenders) {
            Progress.say(name + ": " + contender.side().name());
            byte[] request = requests.getOrDefault(contender.side(), new byte[0]);
            for (double millis :
                    new Repeated(Pace.LEAST_SEARCHES, pace.patience()).ask(contender, request, HistoryBench::check)) {
                samples.add(name, contender.side().name(), millis);
            }
        }
        return List.of(samples.line(name, "ms", Line.Better.SMALLER, new Mark.AtMost(60)));
    }

    private void write(Connection connection, String run) throws IOException {
        for (int first = 0; first < pace.history(); first += BATCH) {
            List<String> points = new ArrayList<>();
            for (int i = first; i < first + BATCH; i++) {
                points.add("{\"key\":\"loss\",\"value\":" + 1.0 / (1 + i) + ",\"timestamp\":"
                        + (RunTable.FIRST_START + i) + ",\"step\":" + i + "}");
            }
            String body = "{\"run_id\":\"" + run + "\",\"metrics\":[" + String.join(",", points) + "]}";
            connection.send(connection.request("POST", Contender.post("runs/log-batch"), body));
        }
    }

    private static void check(byte[] answer) throws IOException {
        int points = new String(answer, StandardCharsets.UTF_8).split("\"key\"", -1).length - 1;
        if (points != ASKED) {
            throw new IOException("a history of " + points + " points where " + ASKED + " were asked for");
        }
    }
}
