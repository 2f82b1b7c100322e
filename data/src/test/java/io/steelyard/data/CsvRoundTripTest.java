package io.steelyard.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tables of odd values, written by the rules and read again: the scan and DuckDB have to agree on every row.
class CsvRoundTripTest {
    private static final String[] PIECES = {
        "a", "Z", " ", "é", "日本", "😀", "\"", ",", ";", "\n", "\r\n", "'", "\\", "#", "1", "-0.5", "NA", "|", "\t"
    };
    private static final String[] NUMBERS = {
        "0",
        "-1",
        "+7",
        "007.5",
        "1e5",
        "1E-5",
        ".5",
        "5.",
        " 3 ",
        "nan",
        "-inf",
        "1e400",
        "9007199254740993",
        "",
        "-0.0"
    };
    private static final String[] LINE_ENDS = {"\n", "\r\n", "\r"};

    @TempDir
    private Path folder;

    @Test
    void textComesBackAsItWas() throws IOException {
        Random random = new Random(7);
        try (TableEngine engine = TableEngine.open()) {
            for (int table = 0; table < 300; table++) {
                int width = 1 + random.nextInt(4);
                int rows = 1 + random.nextInt(6);
                String end = LINE_ENDS[random.nextInt(LINE_ENDS.length)];
                CsvFormat format = CsvFormat.standard();
                StringBuilder text = new StringBuilder();
                for (int column = 0; column < width; column++) {
                    format = format.withType("c" + column, ColumnType.STRING);
                    text.append(column == 0 ? "" : ",").append("c").append(column);
                }
                text.append(end);
                List<String> written = new ArrayList<>();
                for (int row = 0; row < rows; row++) {
                    for (int column = 0; column < width; column++) {
                        String value = value(random, end);
                        written.add(value);
                        text.append(column == 0 ? "" : ",").append(quoted(value, random));
                    }
                    text.append(
                            row < rows - 1
                                            || random.nextBoolean()
                                            || written.getLast().isEmpty()
                                    ? end
                                    : "");
                }
                Path file = Files.writeString(folder.resolve("t.csv"), text);
                engine.registerCsv("t", file.toString(), format);
                Batch batch = engine.readAll("FROM t");
                assertThat(engine.rows("t")).as("%s", text).isEqualTo(rows);
                List<String> read = new ArrayList<>();
                for (int row = 0; row < batch.rows(); row++) {
                    for (int column = 0; column < width; column++) {
                        String value = batch.strings("c" + column).values()[row];
                        read.add(value == null ? "" : value);
                    }
                }
                assertThat(read).as("%s", text).isEqualTo(written);
            }
        }
    }

    @Test
    void numbersAreReadAsJavaReadsThem() throws IOException {
        Random random = new Random(8);
        try (TableEngine engine = TableEngine.open()) {
            for (int table = 0; table < 100; table++) {
                StringBuilder text = new StringBuilder("x,y\n");
                double[] expected = new double[1 + random.nextInt(5)];
                for (int row = 0; row < expected.length; row++) {
                    String number = NUMBERS[random.nextInt(NUMBERS.length)];
                    text.append(number).append(",1.5\n");
                    expected[row] = number(number);
                }
                engine.registerCsv("t", Files.writeString(folder.resolve("t.csv"), text));
                Batch batch = engine.readAll("FROM t");
                if (batch.schema().field("x").type() != ColumnType.STRING) {
                    assertThat(batch.doubles("x")).as("%s", text).containsExactly(expected);
                } else {
                    assertThat(expected).as("%s", text).containsOnly(Double.NaN);
                }
            }
        }
    }

    private static double number(String text) {
        return switch (text) {
            case "", "nan" -> Double.NaN;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text.strip());
        };
    }

    private static String value(Random random, String end) {
        StringBuilder value = new StringBuilder();
        int length = random.nextInt(4);
        for (int i = 0; i < length; i++) {
            String piece = PIECES[random.nextInt(PIECES.length)];
            value.append(piece.endsWith("\n") ? end : piece);
        }
        return value.toString();
    }

    private static String quoted(String value, Random random) {
        boolean needed = value.chars().anyMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
        return needed || random.nextInt(4) == 0 ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }
}
