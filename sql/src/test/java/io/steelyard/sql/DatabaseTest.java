package io.steelyard.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steelyard.sql.DatabaseException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
    @TempDir
    Path folder;

    private Database database;

    @BeforeEach
    void open() {
        database = Database.open(DatabaseUri.sqlite(folder.resolve("steelyard.db")));
        database.migrate(new MigrationSet("things", "io/steelyard/sql/first", 1));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private int count() {
        return database.read(
                sql -> sql.fetchSingle("SELECT count(*) FROM things").get(0, Integer.class));
    }

    @Test
    void commitsAreDurableAndReadersDoNotBlock() {
        assertThat(pragma("journal_mode")).isEqualTo("wal");
        assertThat(pragma("synchronous")).isEqualTo("2");
        assertThat(pragma("foreign_keys")).isEqualTo("1");
    }

    private String pragma(String name) {
        return database.transact(sql -> sql.fetchSingle("PRAGMA " + name).get(0, String.class));
    }

    @Test
    void workThatThrowsIsRolledBack() {
        assertThatThrownBy(() -> database.transact(sql -> {
                    sql.execute("INSERT INTO things (name) VALUES ('a')");
                    throw new IllegalStateException("stop");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("stop");
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void aBrokenConstraintIsAConflict() {
        assertThatExceptionOfType(DatabaseException.class)
                .isThrownBy(() ->
                        database.transact(sql -> sql.execute("INSERT INTO things (name) VALUES ('from version 1')")))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.CONFLICT));
    }

    @Test
    void readingCannotWrite() {
        assertThatExceptionOfType(DatabaseException.class)
                .isThrownBy(() -> database.read(sql -> sql.execute("DELETE FROM things")))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.READ_ONLY));
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void transactInsideTransactIsAMistake() {
        assertThatThrownBy(() -> database.transact(sql -> database.transact(inner -> 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("inside transact");
        assertThatThrownBy(() -> database.transact(sql -> count())).isInstanceOf(IllegalStateException.class);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void manyWritersInTwoOpenDatabasesNeverFindItLocked() throws Exception {
        try (Database other = Database.open(database.uri());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> all = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                String name = "thing-" + i;
                Database chosen = i % 2 == 0 ? database : other;
                all.add(threads.submit(
                        () -> chosen.transact(sql -> sql.execute("INSERT INTO things (name) VALUES (?)", name))));
                all.add(threads.submit(this::count));
            }
            for (Future<Integer> one : all) {
                assertThat(one.get()).isPositive();
            }
        }
        assertThat(count()).isEqualTo(401);
    }

    @Test
    void aFileThatIsNoDatabaseIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("other.db"), "this is no database, only text ".repeat(100));
        assertThatExceptionOfType(DatabaseException.class)
                .isThrownBy(() -> Database.open(DatabaseUri.sqlite(file)))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.DAMAGED))
                .withMessageContaining("other.db");
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThatExceptionOfType(DatabaseException.class)
                .isThrownBy(() -> Database.open(DatabaseUri.sqlite(file.resolve("steelyard.db"))))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.UNREACHABLE))
                .withMessageContaining("steelyard.db");
    }

    @Test
    void aServerThatIsNotThereIsNamedWithoutItsPassword() {
        assertThatExceptionOfType(DatabaseException.class)
                .isThrownBy(() -> Database.open(DatabaseUri.parse("postgresql://me:secret@127.0.0.1:1/runs")))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.UNREACHABLE))
                .withMessageContaining("postgresql://127.0.0.1:1/runs")
                .withMessageNotContaining("secret");
    }
}
