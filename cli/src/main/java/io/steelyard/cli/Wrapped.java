package io.steelyard.cli;

import java.util.ArrayList;
import java.util.List;

/// Text in lines that are no wider than a terminal.
final class Wrapped {
    private Wrapped() {}

    /// Breaks a text at spaces; a word that is wider than a line is broken where the line ends.
    ///
    /// @param width the widest line, at least 1
    /// @return the lines, at least one
    static List<String> lines(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
            while (line.length() > width) {
                lines.add(line.substring(0, width));
                line.delete(0, width);
            }
        }
        lines.add(line.toString());
        return lines;
    }
}
