package io.steelyard.benchmarks.tracking;

import io.steelyard.benchmarks.report.Line;
import io.steelyard.benchmarks.report.Machine;
import io.steelyard.benchmarks.report.Progress;
import io.steelyard.benchmarks.report.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// All measurements of tracking, one after the other.
///
/// @param sides who is compared, Steelyard first
/// @param folder where their data lies
/// @param sizes how many runs are searched in; the hard searches are asked of the last
record TrackingBench(List<Side> sides, Path folder, Pace pace, List<Integer> sizes) {
    Report run() throws IOException, InterruptedException {
        Machine machine = Machine.of(folder);
        Map<String, String> versions = new LinkedHashMap<>();
        Progress.say("starting and stopping");
        List<Line> lines = new ArrayList<>(new StartBench(sides, folder.resolve("start"), pace).run());
        List<Contender> contenders = Contender.startAll(sides, folder.resolve("log"));
        try (MemoryWatch memory = MemoryWatch.over(contenders)) {
            for (Contender contender : contenders) {
                versions.put(contender.side().name(), version(contender));
            }
            lines.addAll(new LogBench(contenders, pace).run());
            lines.addAll(new HistoryBench(contenders, pace).run());
            lines.add(memory.line());
        } finally {
            Contender.closeAll(contenders);
        }
        for (int i = 0; i < sizes.size(); i++) {
            boolean last = i == sizes.size() - 1;
            List<SearchCase> cases = Stream.of(SearchCase.ORDINARY, last ? SearchCase.WORST : List.<SearchCase>of())
                    .flatMap(List::stream)
                    .toList();
            Path own = Files.createDirectories(folder.resolve("search" + sizes.get(i)));
            lines.addAll(new SearchBench(sides, own, pace, RunTable.of(sizes.get(i)), cases).run());
        }
        return new Report(machine, versions, lines);
    }

    private static String version(Contender contender) throws IOException {
        if (contender.side() instanceof SteelyardSide) {
            String version = TrackingBench.class.getPackage().getImplementationVersion();
            return version == null ? "of this repository" : version;
        }
        try (Connection connection = Connection.open(contender.server().uri())) {
            return new String(connection.send(connection.request("GET", "/version", "")), StandardCharsets.UTF_8);
        }
    }
}
