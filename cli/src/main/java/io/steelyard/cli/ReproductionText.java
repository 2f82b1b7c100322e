package io.steelyard.cli;

import io.steelyard.pipeline.ReproductionReport;
import io.steelyard.pipeline.ReproductionReport.Difference;
import io.steelyard.pipeline.ReproductionReport.InputLine;
import io.steelyard.pipeline.ReproductionReport.LevelLine;
import io.steelyard.pipeline.ReproductionReport.MetricLine;
import io.steelyard.pipeline.ReproductionReport.State;
import java.util.List;

/// A reproduction's report for people.
///
/// @param report the report
/// @param out where it goes
record ReproductionText(ReproductionReport report, Output out) {
    private static final int MOST_LINES = 10;
    private static final int LEVEL_WIDTH = 13;

    void print() {
        out.line("");
        String repetition = report.repetitionRunId();
        out.line(heading("Run " + report.runId()) + (repetition == null ? "" : ", repeated as " + repetition));
        report.levels().forEach(this::level);
        inputs();
        metrics();
        surroundings();
        report.notes().forEach(note -> wrapped("Note: ", note));
        out.line("");
        out.line(verdict());
        out.line("The verdict stands among the run's artifacts: " + report.verdict());
    }

    private String heading(String text) {
        return out.colour(Colour.STRONG, text);
    }

    private void level(LevelLine line) {
        String mark = switch (line.state()) {
            case REACHED -> out.colour(Colour.GOOD, "✓");
            case MISSED -> out.colour(Colour.BAD, "✗");
            case NOT_CHECKED -> "·";
        };
        String name = line.level().spelling();
        wrapped("  " + mark + " " + name + " ".repeat(LEVEL_WIDTH - name.length()), line.detail(), LEVEL_WIDTH + 4);
    }

    private void inputs() {
        List<InputLine> different =
                report.inputs().stream().filter(line -> !line.same()).toList();
        // one alone stands in the level's line
        if (different.size() > 1) {
            out.line("");
            out.line(heading("Inputs that differ"));
            limited(different.stream()
                    .map(line -> line.what() + ": " + shortened(line.wanted()) + " → "
                            + shortened(line.found() == null ? "absent" : line.found())
                            + (line.path() == null ? "" : "  " + line.path()))
                    .toList());
        }
    }

    /// A digest by its first digits.
    private static String shortened(String text) {
        return text.matches("[0-9a-f]{64}") ? text.substring(0, 12) : text;
    }

    private void metrics() {
        List<MetricLine> different =
                report.metrics().stream().filter(line -> !line.same()).toList();
        if (different.isEmpty()) {
            return;
        }
        out.line("");
        TextTable table = new TextTable("METRIC", "RUN", "REPETITION", "DIFFERENCE");
        for (MetricLine line : different) {
            Double then = line.recorded();
            Double now = line.found();
            table.row(
                    line.name(),
                    then == null ? "-" : then.toString(),
                    now == null ? "-" : now.toString(),
                    then == null || now == null ? "-" : Double.toString(now - then));
        }
        table.print(out);
    }

    private void surroundings() {
        List<Difference> different = report.surroundings();
        if (different.isEmpty()) {
            return;
        }
        boolean missed = report.levels().stream().anyMatch(line -> line.state() == State.MISSED);
        String effect = missed ? "may be the reason" : "made no difference";
        out.line("");
        out.line(heading("What stands differently" + (report.repetitionRunId() == null ? "" : ", and " + effect)));
        limited(different.stream()
                .map(line -> line.what() + ": " + line.recorded() + " → " + line.found())
                .toList());
    }

    private void limited(List<String> lines) {
        lines.stream().limit(MOST_LINES).forEach(line -> wrapped("  ", line));
        if (lines.size() > MOST_LINES) {
            out.line("  and " + (lines.size() - MOST_LINES) + " more: see --json");
        }
    }

    private String verdict() {
        List<String> missed = report.levels().stream()
                .filter(line -> report.asked().contains(line.level()) && line.state() != State.REACHED)
                .map(line -> line.level().spelling())
                .toList();
        return missed.isEmpty()
                ? out.colour(
                        Colour.GOOD,
                        "Reproduced: "
                                + String.join(
                                        ", ",
                                        report.asked().stream()
                                                .map(level -> level.spelling())
                                                .toList()))
                : out.colour(Colour.BAD, "Not reproduced: " + String.join(", ", missed));
    }

    private void wrapped(String start, String text) {
        wrapped(start, text, start.length());
    }

    private void wrapped(String start, String text, int indent) {
        int width = Math.max(20, (out.isTerminal() ? out.columns() : 120) - indent);
        String lead = start;
        for (String line : Wrapped.lines(text, width)) {
            out.line(lead + line);
            lead = " ".repeat(indent);
        }
    }
}
