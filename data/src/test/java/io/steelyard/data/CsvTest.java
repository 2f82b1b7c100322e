package io.steelyard.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTest {
    private final TableEngine engine = TableEngine.open();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        engine.close();
    }

    private Path file(String name, String text) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private Batch read(String text, CsvFormat format) throws IOException {
        engine.registerCsv("t", file("t.csv", text).toString(), format);
        Batch batch = engine.readAll("FROM t");
        assertThat(engine.rows("t")).isEqualTo(batch.rows());
        return batch;
    }

    private Batch read(String text) throws IOException {
        return read(text, CsvFormat.standard());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            quoteCharacter = '`',
            value = {
                "too few values|a,b,c\\n1,2,3\\n4,5\\n|MALFORMED|t.csv, line 3: there are 3 columns, but this line has 2 values",
                "too many values|a,b\\n1,2\\n3,4,5\\n|MALFORMED|t.csv, line 3: there are 2 columns, but this line has 3 values",
                "an empty value too many|a,b\\n1,2,\\n3,4,\\n|MALFORMED|line 2: there are 2 columns, but this line has 3 values",
                "another delimiter|a;b\\n1;2\\n3,5;4\\n|MALFORMED|line 3: there are 1 column, but this line has 2 values",
                "one text among numbers|a,b\\n1,2\\n2,3\\nx,4\\n|MALFORMED|t.csv, line 4: column 'a' holds numbers (2 of 3 values), but here stands 'x'",
                "a spelling of missing|a\\n1\\nNA\\n2\\n|MALFORMED|Where 'NA' means a missing value, name it among the nulls",
                "a date among numbers|a\\n1\\n2013-07-01\\n2\\n|MALFORMED|line 3: column 'a' holds numbers (2 of 3 values), but here stands '2013-07-01'",
                "no date|a\\n2013-02-28\\n2013-02-29\\n2013-03-01\\n|MALFORMED|line 3: column 'a' holds instants (2 of 3 values), but here stands '2013-02-29'",
                "no truth value|a\\ntrue\\nfalse\\nyes\\n|MALFORMED|line 4: column 'a' holds truth values (2 of 3 values), but here stands 'yes'",
                "an integer too long|a\\n1\\n9223372036854775808\\n|MALFORMED|line 3: column 'a' holds integers, but 9223372036854775808 is beyond 64 bits",
                "a name twice|a,b,a\\n1,2,3\\n|MALFORMED|t.csv, line 1: the column 'a' stands twice (columns 1 and 3)",
                "a name in another case|a,A\\n1,2\\n|MALFORMED|the columns 'a' and 'A' differ in case only",
                "no name|,a\\n0,1\\n|MALFORMED|t.csv, line 1: column 1 has no name",
                "an open quote|a,b\\n1,`\"`x\\n2,y\\n|MALFORMED|t.csv, line 2: the quote that opens 'x\\n2,y\\n' is not closed",
                "a closed quote with more|a,b\\n1,`\"`x`\"`y\\n|MALFORMED|t.csv, line 2: behind the closed quote of 'x' stands 'y'",
                "a quote inside|a,b\\n1,x`\"`y\\n|MALFORMED|t.csv, line 2: a quote stands inside of the value",
                "Latin-1|a,b\\n1,x\\n2,caf\u00e9\\n|MALFORMED|t.csv, line 3: the byte 0xE9 is no UTF-8 (byte 6 of the line, 14 of the file)",
                "Latin-1 behind a line end|a,b\\n1,`\"`x\\ny\u00e9`\"`\\n|MALFORMED|t.csv, line 3: the byte 0xE9 is no UTF-8 (byte 2 of the line",
                "a zero byte|a,b\\n1,x\u0000y\\n|MALFORMED|t.csv, line 2: the byte 0x00 stands in no text (byte 4 of the line",
                "UTF-16|\u00ff\u00fea\u0000|MALFORMED|t.csv is UTF-16, not UTF-8",
                "two line ends|a,b\\r\\n1,2\\r\\n3,4\\n|MALFORMED|t.csv, line 3: this line ends with LF, but the first one with CRLF",
                "nothing||EMPTY|t.csv is empty",
                "nothing but lines|\\n\\n|EMPTY|t.csv is empty",
                "nothing but a mark|\u00ef\u00bb\u00bf|EMPTY|t.csv is empty",
                "a header|a,b\\n|EMPTY|t.csv has a header and no row",
                "a header without an end|a,b|EMPTY|t.csv has a header and no row",
            })
    void whatIsWrongIsToldWithItsPlace(String name, String text, String kind, String message) {
        String written = text == null
                ? ""
                : text.replace("\\n", "\n").replace("\\r", "\r").replace("`", "");
        assertThatThrownBy(() -> read(written))
                .as(name)
                .isInstanceOfSatisfying(
                        DataException.class, e -> assertThat(e.kind().name()).isEqualTo(kind))
                .hasMessageContaining(message.replace("`", ""))
                .hasMessageContaining("\n");
    }

    @Test
    void theLineIsRightFarIntoALongFile() throws IOException {
        String rows = "1,\"two\nlines\",3\n".repeat(400_000);
        assertThatThrownBy(() -> read("a,b,c\n" + rows + "4,5\n"))
                .hasMessageContaining("line 800002: there are 3 columns, but this line has 2 values");
        assertThatThrownBy(() -> read("a,b,c\n" + rows + "x,y,3\n"))
                .hasMessageContaining("line 800002: column 'a' holds numbers (400000 of 400001 values)");
        assertThatThrownBy(() -> read("a,b,c\n" + rows + "1,\u00e9,3\n"))
                .hasMessageContaining("line 800002: the byte 0xE9 is no UTF-8");
    }

    @Test
    void typesAreFoundOutFromAllRows() throws IOException {
        Batch batch = read("""
                i,d,b,t,s,zip,none
                1,1,TRUE,2013-07-01,x,01234,
                -2 ,.5e-3,false,2013-07-01T05:00:00.123+02:00,2,99999,
                ,nan,,,,,
                """);
        assertThat(batch.schema().fields())
                .containsExactly(
                        new Field("i", ColumnType.LONG),
                        new Field("d", ColumnType.DOUBLE),
                        new Field("b", ColumnType.BOOLEAN),
                        new Field("t", ColumnType.TIMESTAMP),
                        new Field("s", ColumnType.STRING),
                        new Field("zip", ColumnType.STRING),
                        new Field("none", ColumnType.STRING));
        assertThat(batch.doubles("i")).containsExactly(1, -2, Double.NaN);
        assertThat(batch.doubles("d")).containsExactly(1, 0.0005, Double.NaN);
        assertThat(batch.doubles("b")).containsExactly(1, 0, Double.NaN);
        assertThat(batch.timestamps("t").values()[0]).isEqualTo(1_372_636_800_000_000L);
        assertThat(batch.timestamps("t").values()[1]).isEqualTo(1_372_647_600_123_000L);
        assertThat(batch.strings("zip").values()).containsExactly("01234", "99999", null);
    }

    @Test
    void quotesMarksAndLineEndsAreRead() throws IOException {
        Batch batch =
                read("\u00ef\u00bb\u00bf\"a, b\",c\r\n\"two\r\nlines\",\"he said \"\"hi\"\", ok\"\r\n\r\n\"\",x\r\n");
        assertThat(batch.schema().names()).containsExactly("a, b", "c");
        assertThat(batch.strings("a, b").values()).containsExactly("two\r\nlines", null);
        assertThat(batch.strings("c").values()).containsExactly("he said \"hi\", ok", "x");
        assertThat(read("a,b\r1,2\r3,4").doubles("b")).containsExactly(2, 4);
        assertThat(read("a\n1\n\n2\n").doubles("a")).containsExactly(1, Double.NaN, 2);
        assertThat(read("# a,b\n1,2\n").schema().names()).containsExactly("# a", "b");
    }

    @Test
    void aFormatIsTakenAtItsWord() throws IOException {
        CsvFormat german = CsvFormat.standard()
                .withDelimiter(';')
                .withDecimal(',')
                .withQuote('\'')
                .withNulls("NA", "-")
                .withTimestampFormat("%d.%m.%Y %H:%M")
                .withType("am", ColumnType.TIMESTAMP)
                .withType("plz", ColumnType.STRING)
                .withType("ja", ColumnType.BOOLEAN);
        Batch batch = read("am;plz;x;ja\n01.07.2013 05:30;8000;'1,5';yes\nNA;-;-;'NA'\n", german);
        assertThat(batch.timestamps("am").values()[0]).isEqualTo(1_372_656_600_000_000L);
        assertThat(batch.timestamps("am").isMissing(1)).isTrue();
        assertThat(batch.strings("plz").values()).containsExactly("8000", null);
        assertThat(batch.doubles("x")).containsExactly(1.5, Double.NaN);
        assertThat(batch.doubles("ja")).containsExactly(1, Double.NaN);

        Batch bare = read(
                "1|\"x\n",
                CsvFormat.standard()
                        .withHeader(CsvFormat.Header.ABSENT)
                        .withDelimiter('|')
                        .withQuote(null));
        assertThat(bare.schema().names()).containsExactly("column0", "column1");
        assertThat(bare.strings("column1").values()).containsExactly("\"x");

        Batch escaped = read("a,b\n\"x\\\"y,\",1\n", CsvFormat.standard().withEscape('\\'));
        assertThat(escaped.strings("a").values()).containsExactly("x\"y,");
    }

    @Test
    void declaredTypesAreHeldAgainstTheValues() {
        CsvFormat whole = CsvFormat.standard().withType("a", ColumnType.LONG);
        assertThatThrownBy(() -> read("a\n1\n1.5\n", whole))
                .hasMessageContaining("t.csv, line 3: column 'a' is declared long, but here stands '1.5'");
        assertThatThrownBy(() -> read("b\n1\n", whole))
                .isInstanceOfSatisfying(
                        DataException.class, e -> assertThat(e.kind()).isEqualTo(DataException.Kind.MISSING_COLUMN));
        CsvFormat days = CsvFormat.standard().withTimestampFormat("%d/%m/%Y").withType("a", ColumnType.TIMESTAMP);
        assertThatThrownBy(() -> read("a,b\n31/12/2013,1\n12/31/2013,2\n", days))
                .isInstanceOfSatisfying(
                        DataException.class, e -> assertThat(e.kind()).isEqualTo(DataException.Kind.MALFORMED))
                .hasMessageContaining(
                        "t.csv, line 3: column 'a' is of type timestamp (%d/%m/%Y), but here stands" + " '12/31/2013'");
        CsvFormat truth = CsvFormat.standard().withType("a", ColumnType.BOOLEAN);
        assertThatThrownBy(() -> read("a,b\nyes,1\nmaybe,2\n", truth))
                .hasMessageContaining("line 3: column 'a' is of type boolean, but here stands 'maybe'");
    }

    @Test
    void filesOfOneTableFollowEachOther() throws IOException {
        Files.createDirectories(folder.resolve("parts"));
        file("parts/b.csv", "a\n2.5\n");
        file("parts/a.csv", "a\n1\n");
        file("parts/_note.txt", "not a part");
        String place = folder.resolve("parts").toString();
        engine.registerCsv("t", place, CsvFormat.standard());
        assertThat(engine.readAll("FROM t").doubles("a")).containsExactly(1, 2.5);
        file("parts/c.csv", "b\n1\n");
        assertThatThrownBy(() -> engine.registerCsv("t", place + "/*.csv", CsvFormat.standard()))
                .hasMessageContaining("c.csv has the columns [b], but")
                .hasMessageContaining("a.csv has [a]");
        file("parts/c.csv", "a\nx\n");
        assertThatThrownBy(() -> engine.registerCsv("t", place + "/*.csv", CsvFormat.standard()))
                .hasMessageContaining("c.csv, line 2: column 'a' holds numbers (2 of 3 values)");
    }

    @Test
    void aPackedFileIsReadAsWell() throws IOException {
        Path packed = folder.resolve("t.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write("a,b\n1,2\n3,4\n".getBytes(StandardCharsets.UTF_8));
        }
        engine.registerCsv("t", packed);
        assertThat(engine.readAll("FROM t").doubles("b")).containsExactly(2, 4);
        byte[] bytes = Files.readAllBytes(packed);
        Files.write(packed, java.util.Arrays.copyOf(bytes, bytes.length - 9));
        assertThatThrownBy(() -> engine.registerCsv("t", packed)).hasMessageContaining("t.csv.gz");
    }
}
