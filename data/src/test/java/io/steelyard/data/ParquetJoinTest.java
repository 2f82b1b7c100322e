package io.steelyard.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

class ParquetJoinTest {
    private static final String ROWS =
            "SELECT i AS id, i / 7.0 AS d, CASE WHEN i %% 9 = 0 THEN NULL ELSE 'k' || i %% 50 END AS s,"
                    + " i %% 2 = 0 AS b, [i, i + 1] AS list, DATE '2026-01-01' + (i %% 300)::INTEGER AS day FROM range(%d, %d) t(i)";

    private final TableEngine engine = TableEngine.open();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void thePartsRowsFollowEachOther() {
        Path joined = join(20, 3000);
        assertThat(engine.readAll("SELECT count(*) AS n FROM (FROM read_parquet('" + joined + "') EXCEPT ("
                                + ROWS.formatted(0, 60_000) + "))")
                        .doubles("n"))
                .containsExactly(0);
        assertThat(engine.readAll("SELECT bool_and(id = file_row_number) AS ordered, count(*) AS n FROM read_parquet('"
                                + joined + "', file_row_number = true)")
                        .doubles("n"))
                .containsExactly(60_000);
        // The statistics of a row group still belong to it: a filter by them finds the rows.
        assertThat(engine.readAll("SELECT count(*) AS n FROM '" + joined + "' WHERE id BETWEEN 29990 AND 30009 AND s"
                                + " IS NOT NULL")
                        .doubles("n"))
                .containsExactly(18);
        assertThat(ParquetFile.read(List.of(joined)).getFirst().groupRows())
                .hasSize(40)
                .containsOnly(2048L, 952L);
    }

    /// pyarrow reads offsets, statistics and dictionaries by code of its own.
    @Test
    @EnabledIfSystemProperty(named = "steelyard.tool.python", matches = ".+")
    void anotherLibraryReadsIt() throws Exception {
        Path joined = join(5, 3000);
        Process python = new ProcessBuilder(
                        System.getProperty("steelyard.tool.python"),
                        "-c",
                        "import sys, pyarrow.parquet as pq; f = pq.ParquetFile(sys.argv[1]); t = f.read();"
                                + " print(f.num_row_groups, t.num_rows, t['id'].to_pylist() == list(range(15000)),"
                                + " t['s'].null_count, f.metadata.row_group(9).column(0).statistics.max)",
                        joined.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(new String(python.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualToIgnoringNewLines("10 15000 True 1667 14999");
    }

    @Test
    void aJoinThatIsNotFinishedLeavesNothing() throws Exception {
        Path part = part(0, 10);
        Path joined = folder.resolve("joined.parquet");
        try (ParquetJoin join = ParquetJoin.open(joined)) {
            join.append(part);
            assertThatThrownBy(() -> join.append(folder.resolve("nowhere.parquet")))
                    .isInstanceOf(DataException.class)
                    .hasMessageStartingWith("cannot add " + folder.resolve("nowhere.parquet"));
        }
        try (ParquetJoin empty = ParquetJoin.open(joined)) {
            assertThatThrownBy(empty::finish).isInstanceOf(IllegalStateException.class);
        }
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(part);
        }
    }

    private Path join(int count, int rows) {
        Path joined = folder.resolve("joined.parquet");
        try (ParquetJoin join = ParquetJoin.open(joined)) {
            for (Path part : parts(count, rows)) {
                join.append(part);
            }
            assertThat(join.finish()).isEqualTo((long) count * rows);
        }
        return joined;
    }

    private List<Path> parts(int count, int rows) {
        List<Path> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            parts.add(part(i * rows, (i + 1) * rows));
        }
        return parts;
    }

    /// Row groups of 2,048 rows.
    private Path part(int from, int to) {
        Path part = folder.resolve("part-" + from + ".parquet");
        engine.execute("COPY (" + ROWS.formatted(from, to) + ") TO '" + part
                + "' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 2048)");
        return part;
    }
}
