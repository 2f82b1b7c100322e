package io.steelyard.benchmarks.tracking;

import io.steelyard.benchmarks.report.Line;
import io.steelyard.benchmarks.report.Mark;
import io.steelyard.benchmarks.report.Progress;
import io.steelyard.benchmarks.report.Report;
import io.steelyard.benchmarks.report.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How long searches in many runs take. Both sides hold the same runs, and have to give the same ones.
///
/// @param folder a folder of its own
/// @param table the runs
/// @param cases the searches
record SearchBench(List<Side> sides, Path folder, Pace pace, RunTable table, List<SearchCase> cases) {
    private static final int LARGE = 1_000_000;
    private static final Mark ORDINARY_MARK = new Mark.AtMost(10);
    private static final Mark LARGE_MARK = new Mark.AtMost(50);
    private static final Mark WORST_MARK = new Mark.AtMost(300);
    private static final double BYTES_PER_MB = 1e6;

    List<Line> run() throws IOException, InterruptedException {
        Map<Side, String> experiments = new HashMap<>();
        for (Side side : sides) {
            Progress.say("writing " + table.runs() + " runs: " + side.name());
            Contender.start(side, folder).close(); // makes the tables
            experiments.put(side, side.load(Contender.folder(side, folder), table));
        }
        Samples samples = new Samples();
        List<Line> lines = new ArrayList<>();
        List<Contender> contenders = Contender.startAll(sides, folder);
        try {
            warmUp(contenders, experiments);
            for (SearchCase it : cases) {
                lines.add(measure(it, contenders, experiments, samples));
            }
            String memory = "memory after searches in " + Report.number((double) table.runs()) + " runs";
            for (Contender contender : contenders) {
                samples.add(memory, contender.side().name(), contender.server().residentBytes() / BYTES_PER_MB);
            }
            lines.add(samples.line(memory, "MB", Line.Better.SMALLER, new Mark.AtMost(500)));
        } finally {
            Contender.closeAll(contenders);
        }
        return lines;
    }

    /// Asks the ordinary searches in turns: a server that just started is compared by nobody.
    private void warmUp(List<Contender> contenders, Map<Side, String> experiments) throws IOException {
        for (Contender contender : contenders) {
            Progress.say("warming up: " + contender.side().name());
            try (Connection connection = Connection.open(contender.server().uri())) {
                long end = System.nanoTime() + pace.patience().toNanos();
                while (System.nanoTime() < end) {
                    for (SearchCase it : SearchCase.ORDINARY) {
                        connection.send(request(contender, it, experiments));
                    }
                }
            } catch (IOException e) {
                if (contender.side() instanceof SteelyardSide) {
                    throw e;
                }
                Progress.say(contender.side().name() + " gives no answer: " + e.getMessage());
            }
        }
    }

    private static byte[] request(Contender contender, SearchCase it, Map<Side, String> experiments)
            throws IOException {
        try (Connection connection = Connection.open(contender.server().uri())) {
            return connection.request(
                    "POST", Contender.post("runs/search"), it.body(experiments.getOrDefault(contender.side(), "")));
        }
    }

    private Line measure(SearchCase it, List<Contender> contenders, Map<Side, String> experiments, Samples samples)
            throws IOException {
        String name = "search 100 of " + Report.number((double) table.runs()) + " runs: " + it.name();
        Map<Side, List<String>> found = new HashMap<>();
        for (Contender contender : contenders) {
            Side side = contender.side();
            if (it.grammar() == SearchCase.Grammar.STEELYARD && side instanceof MlflowSide) {
                continue;
            }
            Progress.say(name + ": " + side.name());
            int least = it.kind() == SearchCase.Kind.WORST ? 1 : Pace.LEAST_SEARCHES;
            byte[] request = request(contender, it, experiments);
            try {
                new Repeated(least, pace.patience())
                        .ask(contender, request, answer -> found.put(side, names(answer)))
                        .forEach(millis -> samples.add(name, side.name(), millis));
            } catch (IOException e) {
                if (side instanceof SteelyardSide) {
                    throw new IOException(name + ": " + e.getMessage(), e);
                }
                Progress.say(side.name() + " gives no answer: " + e.getMessage());
            }
        }
        if (found.values().stream().distinct().count() > 1) {
            throw new IOException(name + ": the sides find different runs: " + found);
        }
        Mark mark = switch (it.kind()) {
            case WORST -> WORST_MARK;
            case ORDINARY -> table.runs() >= LARGE ? LARGE_MARK : ORDINARY_MARK;
        };
        return samples.line(name, "ms", Line.Better.SMALLER, mark);
    }

    private static List<String> names(byte[] answer) {
        List<String> names = new ArrayList<>();
        for (JsonNode run : JsonMapper.shared().readTree(answer).path("runs")) {
            names.add(run.path("info").path("run_name").asString());
        }
        return names;
    }
}
