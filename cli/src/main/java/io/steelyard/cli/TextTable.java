package io.steelyard.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Rows of texts under a heading, in columns as wide as their widest text.
final class TextTable {
    private static final String BETWEEN = "  ";
    private static final int LEAST_WIDTH = 8;

    private final List<List<String>> rows = new ArrayList<>();

    TextTable(String... heading) {
        rows.add(List.of(heading));
    }

    void row(String... texts) {
        rows.add(List.of(texts));
    }

    boolean isEmpty() {
        return rows.size() == 1;
    }

    /// Prints the rows; nothing where there is only the heading.
    void print(Output output) {
        if (isEmpty()) {
            return;
        }
        for (int r = 0; r < rows.size(); r++) {
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < rows.get(r).size(); c++) {
                String text = rows.get(r).get(c);
                line.append(text).append(" ".repeat(width(c) - text.length())).append(BETWEEN);
            }
            String text = line.toString().stripTrailing();
            output.line(r == 0 ? output.colour(Colour.STRONG, text) : text);
        }
    }

    /// Shortens texts, the widest first, until a line fits; a text keeps at least 8 characters.
    void fit(int columns) {
        int widest = IntStream.range(0, rows.getFirst().size())
                .map(this::width)
                .max()
                .orElse(0);
        for (int most = widest; most >= LEAST_WIDTH && lineWidth() > columns; most--) {
            int limit = most;
            rows.replaceAll(row -> row.stream().map(text -> cut(text, limit)).toList());
        }
    }

    private int lineWidth() {
        int columns = rows.getFirst().size();
        return IntStream.range(0, columns).map(this::width).sum() + BETWEEN.length() * (columns - 1);
    }

    /// A text that is not longer than a width; one that was cut ends with an ellipsis.
    static String cut(String text, int width) {
        return text.length() <= width ? text : text.substring(0, width - 1) + "…";
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}
