package io.steelyard.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.steelyard.sql.DatabaseException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

class CopyTest {
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

    /// Two rows a transaction: a copy with an odd number would hold half of one.
    private void insertPair(int number) {
        database.transact(sql -> sql.execute("INSERT INTO things (name) VALUES (?), (?)", number + "a", number + "b"));
    }

    @Test
    void aCopyMadeWhileOthersWriteHoldsWholeTransactions() throws Exception {
        for (int i = 0; i < 100; i++) {
            insertPair(i);
        }
        AtomicBoolean copied = new AtomicBoolean();
        try (ExecutorService writer = Executors.newSingleThreadExecutor()) {
            Future<?> writing = writer.submit(() -> {
                for (int i = 100; !copied.get() && i < 100_000; i++) {
                    insertPair(i);
                }
            });
            database.copyTo(folder.resolve("copy.db"));
            copied.set(true);
            writing.get();
        }
        try (Database copy = Database.open(DatabaseUri.sqlite(folder.resolve("copy.db")))) {
            List<String> names =
                    copy.read(sql -> sql.fetch("SELECT name FROM things").getValues(0, String.class));
            assertThat(names.size() - 1).isGreaterThanOrEqualTo(200).isEven();
            assertThat(copy.<String>read(
                            sql -> sql.fetchSingle("PRAGMA integrity_check").get(0, String.class)))
                    .isEqualTo("ok");
        }
        try (var files = Files.list(folder)) {
            assertThat(files.filter(file -> file.toString().endsWith(".part"))).isEmpty();
        }
    }

    @Test
    void whatIsThereIsNotOverwritten() throws IOException {
        Path target = Files.writeString(folder.resolve("copy.db"), "mine");
        assertThatExceptionOfType(DatabaseException.class)
                .isThrownBy(() -> database.copyTo(target))
                .withMessageContaining(target + " exists already")
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.CONFLICT));
        assertThat(target).hasContent("mine");
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        Path target = folder.resolve("none/copy.db");
        assertThatExceptionOfType(DatabaseException.class).isThrownBy(() -> database.copyTo(target));
        assertThat(target.getParent()).doesNotExist();
    }

    @Test
    @EnabledIfSystemProperty(named = PostgresServer.TOOL, matches = ".+", disabledReason = "needs PostgreSQL")
    void postgresHasItsOwnTool() {
        try (Database postgres = Database.open(PostgresServer.newDatabase())) {
            assertThatExceptionOfType(DatabaseException.class)
                    .isThrownBy(() -> postgres.copyTo(folder.resolve("copy.db")))
                    .withMessageContaining("pg_dump");
        }
    }
}
