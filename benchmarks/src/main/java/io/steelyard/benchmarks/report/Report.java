package io.steelyard.benchmarks.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// What a benchmark measured, for people and for programs.
///
/// @param machine where
/// @param versions of what, by name
/// @param lines the figures, in the order in which they were measured
public record Report(Machine machine, Map<String, String> versions, List<Line> lines) {
    public Report {
        versions = new LinkedHashMap<>(versions);
        lines = List.copyOf(lines);
    }

    /// A table in Markdown, below it the machine and the versions.
    ///
    /// @return lines
    public String text() {
        List<String> others = lines.stream()
                .flatMap(line -> line.others().keySet().stream())
                .distinct()
                .toList();
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("", Samples.STEELYARD, others, "ratio", "mark", ""));
        for (Line line : lines) {
            Boolean reached = line.reached();
            rows.add(row(
                    line.name() + ", " + line.unit(),
                    number(line.steelyard()),
                    others.stream()
                            .map(other -> number(line.others().get(other)))
                            .toList(),
                    number(line.ratio()),
                    line.mark() == null ? "" : line.mark().text(),
                    reached == null ? "" : reached ? "reached" : "missed"));
        }
        int numbers = others.size() + 2;
        int[] widths = new int[others.size() + 5];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (int r = 0; r < rows.size(); r++) {
            append(text, rows.get(r), widths, numbers);
            if (r == 0) {
                text.append("|---|").append("---:|".repeat(numbers)).append("---|---|\n");
            }
        }
        text.append('\n').append(machine.text()).append('\n');
        versions.forEach(
                (name, version) -> text.append(name).append(' ').append(version).append('\n'));
        return text.toString();
    }

    private static List<String> row(
            String name, String ours, List<String> others, String ratio, String mark, String reached) {
        List<String> row = new ArrayList<>(List.of(name, ours));
        row.addAll(others);
        row.addAll(List.of(ratio, mark, reached));
        return row;
    }

    private static void append(StringBuilder text, List<String> row, int[] widths, int numbers) {
        for (int i = 0; i < widths.length; i++) {
            String format = i == 0 || i > numbers ? "| %-" : "| %";
            text.append((format + Math.max(1, widths[i]) + "s ").formatted(row.get(i)));
        }
        text.append("|\n");
    }

    /// One JSON object.
    ///
    /// @return its text
    public String json() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("machine", machine.entries());
        all.put("versions", versions);
        all.put("lines", lines.stream().map(Report::entries).toList());
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(all);
    }

    private static Map<String, Object> entries(Line line) {
        Map<String, @Nullable Object> entries = new LinkedHashMap<>();
        entries.put("name", line.name());
        entries.put("unit", line.unit());
        entries.put("better", line.better().name().toLowerCase(Locale.ROOT));
        entries.put("steelyard", line.steelyard());
        entries.put("others", line.others());
        entries.put("ratio", line.ratio());
        entries.put("mark", line.mark() == null ? null : line.mark().text());
        entries.put("reached", line.reached());
        Map<String, Object> known = new LinkedHashMap<>();
        entries.forEach((key, value) -> {
            if (value != null) {
                known.put(key, value);
            }
        });
        return known;
    }

    /// Three significant digits.
    ///
    /// @param value the number
    /// @return its text; empty for null
    public static String number(@Nullable Double value) {
        if (value == null) {
            return "";
        }
        double size = Math.abs(value);
        String pattern =
                size >= 100 || size == Math.rint(size) ? "%,.0f" : size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f";
        return String.format(Locale.ROOT, pattern, value);
    }
}
