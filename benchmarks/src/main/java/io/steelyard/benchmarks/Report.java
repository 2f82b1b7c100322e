package io.steelyard.benchmarks;

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
record Report(Machine machine, Map<String, String> versions, List<Line> lines) {
    private static final List<String> HEAD = List.of("", "Steelyard", "MLflow", "ratio", "mark", "");

    Report {
        versions = new LinkedHashMap<>(versions);
        lines = List.copyOf(lines);
    }

    /// A table in Markdown, below it the machine and the versions.
    String text() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEAD);
        for (Line line : lines) {
            Double ratio = line.ratio();
            Boolean reached = line.reached();
            rows.add(List.of(
                    line.name() + ", " + line.unit(),
                    number(line.steelyard()),
                    number(line.mlflow()),
                    ratio == null ? "" : number(ratio),
                    line.mark() == null ? "" : line.mark().text(),
                    reached == null ? "" : reached ? "reached" : "missed"));
        }
        int[] widths = new int[HEAD.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (int r = 0; r < rows.size(); r++) {
            append(text, rows.get(r), widths);
            if (r == 0) {
                text.append("|---|---:|---:|---:|---|---|\n");
            }
        }
        text.append('\n').append(machine.text()).append('\n');
        versions.forEach(
                (name, version) -> text.append(name).append(' ').append(version).append('\n'));
        return text.toString();
    }

    private static void append(StringBuilder text, List<String> row, int[] widths) {
        for (int i = 0; i < widths.length; i++) {
            String format = i == 0 || i > 3 ? "| %-" : "| %";
            text.append((format + Math.max(1, widths[i]) + "s ").formatted(row.get(i)));
        }
        text.append("|\n");
    }

    /// One JSON object.
    String json() {
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
        entries.put("mlflow", line.mlflow());
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

    /// Three significant digits; empty for null.
    static String number(@Nullable Double value) {
        if (value == null) {
            return "";
        }
        double size = Math.abs(value);
        String pattern =
                size >= 100 || size == Math.rint(size) ? "%,.0f" : size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f";
        return String.format(Locale.ROOT, pattern, value);
    }
}
