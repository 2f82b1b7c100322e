package io.steelyard.benchmarks.training;

import io.steelyard.benchmarks.report.Line;
import io.steelyard.benchmarks.report.Mark;
import io.steelyard.benchmarks.report.Part;
import io.steelyard.benchmarks.report.Progress;
import io.steelyard.benchmarks.report.Samples;
import io.steelyard.benchmarks.report.Setting;
import io.steelyard.data.TableEngine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/// A file of 1 GB into a training matrix, beside pandas: the time, and what is held beyond the matrix.
final class MatrixBench implements Part {
    private static final String SCRIPT = "matrix.py";
    private static final String PANDAS = "pandas";
    private static final int ROUNDS = 3;
    /// Rows a gigabyte has: about 300 bytes a row as text, about 95 as Parquet.
    private static final long CSV_ROWS = 3_400_000;

    private static final long PARQUET_ROWS = 10_500_000;
    private static final int QUICK_SHARE = 20;
    /// What Java's heap gets besides the matrix: batches on their way, and what is not yet collected.
    private static final int HEAP_BESIDES_MEBIBYTES = 256;

    /// What may be held beside the matrix: that, DuckDB's memory and what a Java process needs by itself.
    private static final double BESIDES_MEBIBYTES = HEAP_BESIDES_MEBIBYTES + MatrixReading.ENGINE_MEGABYTES + 256;

    private static final double MEBI = 1 << 20;

    @Override
    public String name() {
        return "matrix";
    }

    @Override
    public List<Line> run(Setting setting, Map<String, String> versions) throws IOException, InterruptedException {
        long share = setting.pace() == Setting.Pace.QUICK ? QUICK_SHARE : 1;
        List<Line> lines = new ArrayList<>();
        lines.addAll(lines(setting, "CSV", setting.folder().resolve("rows.csv"), CSV_ROWS / share));
        lines.addAll(lines(setting, "Parquet", setting.folder().resolve("rows.parquet"), PARQUET_ROWS / share));
        return lines;
    }

    private static List<Line> lines(Setting setting, String kind, Path file, long rows)
            throws IOException, InterruptedException {
        Progress.say("matrix: making a " + kind + " file of " + rows + " rows");
        make(file, rows);
        String size = String.format(Locale.ROOT, "%.2f GB", Files.size(file) / 1e9);
        double matrix = rows * (MatrixReading.FEATURES + 1) * Float.BYTES / MEBI;
        String what = kind + " of " + size + " to a matrix of " + Math.round(matrix) + " MiB";
        Samples samples = new Samples();
        for (int round = 0; round < ROUNDS; round++) {
            Progress.say(what);
            MatrixReading.Taken ours = run(steelyard(file, matrix));
            add(samples, what, Samples.STEELYARD, ours, matrix);
            Path python = setting.python();
            if (python != null) {
                Path script = setting.folder().resolve(SCRIPT);
                unpack(script);
                MatrixReading.Taken theirs = run(List.of(python.toString(), script.toString(), file.toString()));
                add(samples, what, PANDAS, theirs, matrix);
                if (ours.rows() != theirs.rows() || Math.abs(ours.check() - theirs.check()) > 1e-6 * theirs.check()) {
                    throw new IOException(what + ": the sides have different results, " + ours + " and " + theirs);
                }
            }
        }
        Files.delete(file);
        return List.of(
                samples.line(what, "s", Line.Better.SMALLER, null),
                samples.line("CPU time of " + what, "s", Line.Better.SMALLER, null),
                samples.line("rows of " + what, "rows/s", Line.Better.GREATER, null),
                samples.line(
                        "memory beside the matrix, " + what,
                        "MiB",
                        Line.Better.SMALLER,
                        new Mark.AtMost(BESIDES_MEBIBYTES)));
    }

    private static void add(Samples samples, String what, String side, MatrixReading.Taken taken, double matrix) {
        samples.add(what, side, taken.seconds());
        samples.add("CPU time of " + what, side, taken.cpu());
        samples.add("rows of " + what, side, taken.rows() / taken.seconds());
        samples.add("memory beside the matrix, " + what, side, taken.peakMebibytes() - matrix);
    }

    private static List<String> steelyard(Path file, double matrix) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx" + (Math.round(matrix) + HEAP_BESIDES_MEBIBYTES) + "m",
                "-cp",
                System.getProperty("java.class.path"),
                MatrixReading.class.getName(),
                file.toString());
    }

    private static MatrixReading.Taken run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(command.getFirst() + " ended with " + process.exitValue());
        }
        return JsonMapper.shared().readValue(answer, MatrixReading.Taken.class);
    }

    private static void unpack(Path script) throws IOException {
        try (InputStream resource = MatrixBench.class.getResourceAsStream(SCRIPT)) {
            if (resource == null) {
                throw new IOException("there is no script " + SCRIPT);
            }
            Files.write(script, resource.readAllBytes());
        }
    }

    /// Numbers of six digits, each of its own.
    private static void make(Path file, long rows) {
        String columns = IntStream.range(0, MatrixReading.FEATURES)
                .mapToObj(i -> "((hash(i * " + MatrixReading.FEATURES + " + " + i
                        + ") % 1000003) / 1000003.0 - 0.25)::FLOAT AS f" + i)
                .collect(Collectors.joining(", "));
        String select = "SELECT " + columns + ", (hash(i) % 3 = 0)::INT AS " + MatrixReading.TARGET + " FROM range("
                + rows + ") t(i)";
        try (TableEngine engine = TableEngine.open()) {
            if (file.toString().endsWith(".csv")) {
                engine.execute("COPY (" + select + ") TO '" + file.toString().replace("'", "''") + "' (HEADER)");
            } else {
                engine.writeParquet(select, file);
            }
        }
    }
}
