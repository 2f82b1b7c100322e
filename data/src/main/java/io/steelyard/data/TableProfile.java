package io.steelyard.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What stands in a table, column by column: read once, in memory that does not grow with the rows (about 3 MB a column).
/// The same rows in the same order give the same profile.
///
/// @param rows how many rows there are
/// @param columns a profile a column, in order
public record TableProfile(long rows, List<ColumnProfile> columns) {
    private static final String[] HEADING = {
        "COLUMN", "TYPE", "MISSING", "DISTINCT", "MIN", "MEAN", "STD", "25 %", "MEDIAN", "75 %", "MAX", "MOST FREQUENT"
    };
    private static final int SHOWN_TOP = 3;
    private static final int SHOWN_TEXT = 20;

    public TableProfile {
        columns = List.copyOf(columns);
    }

    /// Profiles what a reader brings.
    ///
    /// @param reader read to its end, and not closed
    /// @return the profile
    /// @throws DataException where the reading fails
    public static TableProfile of(BatchReader reader) {
        List<ColumnProfiler> profilers =
                reader.schema().fields().stream().map(ColumnProfiler::new).toList();
        long rows = 0;
        while (reader.hasNext()) {
            Batch batch = reader.next();
            rows += batch.rows();
            IntStream.range(0, profilers.size())
                    .parallel()
                    .forEach(i -> profilers.get(i).add(batch.columns().get(i)));
        }
        return new TableProfile(
                rows, profilers.stream().map(ColumnProfiler::profile).toList());
    }

    /// The profile of a column.
    ///
    /// @param name the column's name
    /// @return its profile
    /// @throws DataException of kind [DataException.Kind#MISSING_COLUMN] where it is not there
    public ColumnProfile column(String name) {
        return columns.stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow(() -> DataException.missingColumn(
                        name, columns.stream().map(ColumnProfile::name).toList()));
    }

    /// The profile for people: a line a column under a heading, a `~` before what is not exact.
    ///
    /// @return lines, each with a line feed
    public String text() {
        List<String[]> lines = new ArrayList<>();
        lines.add(HEADING);
        columns.forEach(column -> lines.add(line(column)));
        int[] widths = new int[HEADING.length];
        for (String[] line : lines) {
            for (int i = 0; i < line.length; i++) {
                widths[i] = Math.max(widths[i], line[i].length());
            }
        }
        StringBuilder text =
                new StringBuilder(String.format(Locale.ROOT, "%,d rows, %d columns\n", rows, columns.size()));
        for (String[] line : lines) {
            StringBuilder cells = new StringBuilder();
            for (int i = 0; i < line.length; i++) {
                String gap = " ".repeat(widths[i] - line[i].length());
                boolean right = i > 1 && i < line.length - 1;
                cells.append(right ? gap + line[i] : line[i] + gap).append("  ");
            }
            text.append(cells.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private String[] line(ColumnProfile column) {
        ColumnProfile.Numbers numbers = column.numbers();
        ColumnProfile.Span span = column.span();
        String missing = column.missing() == 0
                ? "0"
                : String.format(Locale.ROOT, "%,d (%.1f %%)", column.missing(), 100.0 * column.missing() / rows);
        String about = numbers != null && numbers.rankError() > 0 ? "~" : "";
        return new String[] {
            column.name(),
            column.type().spelling(),
            missing,
            (column.distinctError() > 0 ? "~" : "") + String.format(Locale.ROOT, "%,d", column.distinct()),
            span != null ? span.first() : numbers == null ? "" : number(numbers.min()),
            numbers == null ? "" : number(numbers.mean()),
            numbers == null ? "" : number(numbers.std()),
            numbers == null ? "" : about + number(numbers.quantile(0.25)),
            numbers == null ? "" : about + number(numbers.quantile(0.5)),
            numbers == null ? "" : about + number(numbers.quantile(0.75)),
            span != null ? span.last() : numbers == null ? "" : number(numbers.max()),
            top(column)
        };
    }

    private static String top(ColumnProfile column) {
        return column.top().stream()
                .limit(SHOWN_TOP)
                .map(top -> shortened(top.value()) + " (" + (column.topError() > 0 ? "~" : "")
                        + String.format(Locale.ROOT, "%,d", top.count()) + ")")
                .collect(Collectors.joining(", "));
    }

    private static String shortened(String value) {
        String line = value.replace("\n", "\\n");
        return line.length() <= SHOWN_TEXT ? line : line.substring(0, SHOWN_TEXT) + "…";
    }

    /// Six digits, in the plain form where that is short.
    private static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e9) {
            return Long.toString((long) value);
        }
        String text = String.format(Locale.ROOT, "%.6g", value);
        return text.contains("e") || !text.contains(".")
                ? text
                : text.replaceAll("0+$", "").replaceAll("\\.$", "");
    }
}
