package io.steelyard.cli;

import java.util.ArrayList;
import java.util.List;

/// Rows of texts under a heading, in columns as wide as their widest text.
final class TextTable {
    private static final String BETWEEN = "  ";

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

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}
