package io.steelyard.cli;

import java.time.Duration;
import java.util.Locale;

/// How the line of a step reads: `✓ features       4.2 s  336,776 rows`.
final class StepLine {
    private static final int BAR = 24;
    private static final int STEP = 12;

    private final Output output;
    private final boolean unicode;

    StepLine(Output output) {
        this.output = output;
        // In a pipe the words have to stand alone: whoever reads it may know no more than ASCII.
        this.unicode = output.isTerminal() && "UTF-8".equalsIgnoreCase(System.getProperty("stdout.encoding", "UTF-8"));
    }

    String done(String step, Duration took, String result) {
        String head = output.colour(Colour.GOOD, unicode ? "✓" : "ok") + " " + name(step);
        return (head + time(took) + "  " + result).stripTrailing();
    }

    String failed(String step, String message) {
        return output.colour(Colour.BAD, unicode ? "✗" : "failed") + " " + name(step) + message;
    }

    /// The line while the step works, no wider than the terminal.
    ///
    /// @param fraction from 0 to 1, values outside count as the nearer end; NaN shows a mark that moves
    String running(String step, Duration so, double fraction, String note) {
        String head = (unicode ? "  " : "   ") + name(step) + time(so) + "  ";
        String bar = Double.isNaN(fraction) ? moving(so) : filled(fraction);
        String tail = Double.isNaN(fraction) ? "" : String.format(Locale.ROOT, " %3.0f %%", 100 * clamp(fraction));
        int room = output.columns() - 1 - head.length() - bar.length() - tail.length() - 2;
        String rest = note.isEmpty() || room < 4 ? "" : "  " + cut(note, room);
        return head + output.colour(Colour.GOOD, bar) + tail + output.colour(Colour.FAINT, rest);
    }

    private String filled(double fraction) {
        int full = (int) Math.round(clamp(fraction) * BAR);
        return (unicode ? "█" : "#").repeat(full) + (unicode ? "░" : ".").repeat(BAR - full);
    }

    private String moving(Duration so) {
        int at = (int) (so.toMillis() / 120 % BAR);
        return (unicode ? "░" : ".").repeat(at) + (unicode ? "█" : "#") + (unicode ? "░" : ".").repeat(BAR - 1 - at);
    }

    private static double clamp(double fraction) {
        return Math.clamp(fraction, 0.0, 1.0);
    }

    private static String name(String step) {
        return String.format(Locale.ROOT, "%-" + STEP + "s ", step);
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    /// A time that stands right-aligned in nine characters: `0.42 s`, `12.3 s`, `2 min 05`.
    static String time(Duration took) {
        double seconds = took.toNanos() / 1e9;
        String text;
        if (seconds < 9.995) {
            text = String.format(Locale.ROOT, "%.2f s", seconds);
        } else if (seconds < 59.95) {
            text = String.format(Locale.ROOT, "%.1f s", seconds);
        } else {
            long whole = Math.round(seconds);
            text = String.format(Locale.ROOT, "%d min %02d", whole / 60, whole % 60);
        }
        return String.format(Locale.ROOT, "%9s", text);
    }
}
