package io.steelyard.cli;

import io.steelyard.batch.BatchListener;
import io.steelyard.batch.BatchProgress;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/// Shows how far a batch has come: on a terminal one line that is drawn again, elsewhere a line every ten seconds. Closed, it
/// leaves no half-drawn line.
final class PredictProgress implements BatchListener, AutoCloseable {
    private static final int BAR = 20;
    private static final Duration REDRAW = Duration.ofMillis(120);
    private static final Duration PLAIN = Duration.ofSeconds(10);

    private final Output output;
    private final LongSupplier nanoTime;
    private final long started;
    private long last;
    private boolean drawn;
    private boolean told;

    PredictProgress(Output output) {
        this(output, System::nanoTime);
    }

    PredictProgress(Output output, LongSupplier nanoTime) {
        this.output = output;
        this.nanoTime = nanoTime;
        this.started = nanoTime.getAsLong();
        this.last = started;
    }

    @Override
    public void onProgress(BatchProgress progress) {
        long now = nanoTime.getAsLong();
        if (!told && progress.resumedRows() > 0) {
            told = true;
            line(String.format(
                    Locale.ROOT,
                    "going on: %,d of %,d rows are scored already",
                    progress.resumedRows(),
                    progress.totalRows()));
        }
        if (now - last < (output.isTerminal() ? REDRAW : PLAIN).toNanos()) {
            return;
        }
        last = now;
        if (output.isTerminal()) {
            output.stream().print("\r\u001b[K" + text(progress, now));
            output.stream().flush();
            drawn = true;
        } else {
            output.line(text(progress, now));
        }
    }

    @Override
    public void onStartOver(String why) {
        line("starting over, the parts that are there cannot be used: " + why);
    }

    @Override
    public void close() {
        erase();
    }

    private String text(BatchProgress progress, long now) {
        double fraction = (double) progress.rows() / progress.totalRows();
        double seconds = (now - started) / 1e9;
        double pace = (progress.rows() - progress.resumedRows()) / seconds;
        String left = pace > 0 ? "  " + time((progress.totalRows() - progress.rows()) / pace) + " left" : "";
        int full = (int) Math.round(Math.clamp(fraction, 0, 1) * BAR);
        String bar =
                output.isTerminal() ? output.colour(Colour.GOOD, "█".repeat(full) + "░".repeat(BAR - full)) + "  " : "";
        return String.format(
                Locale.ROOT,
                "%3.0f %%  %s%s of %s rows  %s rows/s%s",
                100 * fraction,
                bar,
                amount((double) progress.rows()),
                amount((double) progress.totalRows()),
                amount(pace),
                left);
    }

    /// A number in at most five characters: `950`, `12.3k`, `4.20M`.
    static String amount(double number) {
        if (number < 999.5) {
            return String.format(Locale.ROOT, "%.0f", number);
        }
        String[] units = {"k", "M", "G", "T"};
        double value = number / 1000;
        int unit = 0;
        while (value >= 999.5 && unit < units.length - 1) {
            value /= 1000;
            unit++;
        }
        String digits = value < 9.995 ? "%.2f" : value < 99.95 ? "%.1f" : "%.0f";
        return String.format(Locale.ROOT, digits, value) + units[unit];
    }

    private static String time(double seconds) {
        long whole = Math.round(seconds);
        if (whole < 60) {
            return whole + " s";
        }
        return whole < 3600
                ? String.format(Locale.ROOT, "%d min %02d", whole / 60, whole % 60)
                : String.format(Locale.ROOT, "%d h %02d", whole / 3600, whole / 60 % 60);
    }

    private void line(String text) {
        erase();
        output.line(text);
    }

    private void erase() {
        if (drawn) {
            output.stream().print("\r\u001b[K");
            output.stream().flush();
            drawn = false;
        }
    }
}
