package io.steelyard.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steelyard.sql.DatabaseException.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationTest {
    private static final String FOLDER = "io/steelyard/sql/";
    private static final MigrationSet FIRST = new MigrationSet("things", FOLDER + "first", 1);
    private static final MigrationSet SECOND = new MigrationSet("things", FOLDER + "second", 2);
    private static final MigrationSet BROKEN = new MigrationSet("things", FOLDER + "broken", 2);

    @TempDir
    Path folder;

    private Database open() {
        return Database.open(DatabaseUri.sqlite(file()));
    }

    private Path file() {
        return folder.resolve("made/here/steelyard.db");
    }

    private static List<String> names(Database database) {
        return database.read(
                sql -> sql.fetch("SELECT name FROM things ORDER BY id").getValues("name", String.class));
    }

    @Test
    void aNewDatabaseGetsTheTablesAndNoCopy() {
        try (Database database = open()) {
            database.migrate(FIRST);
            database.migrate(FIRST);
            assertThat(names(database)).containsExactly("from version 1");
        }
        assertThat(file().resolveSibling("steelyard.db.before-things-1.bak")).doesNotExist();
    }

    @Test
    void anOlderDatabaseIsCopiedAndThenMigrated() {
        try (Database database = open()) {
            database.migrate(FIRST);
            database.transact(sql -> sql.execute("INSERT INTO things (name) VALUES ('mine')"));
        }
        try (Database database = open()) {
            database.migrate(SECOND);
            assertThat(names(database)).containsExactly("from version 1", "mine");
        }
        try (Database copy =
                Database.open(DatabaseUri.sqlite(file().resolveSibling("steelyard.db.before-things-2.bak")))) {
            copy.migrate(FIRST);
            assertThat(names(copy)).containsExactly("from version 1", "mine");
        }
    }

    @Test
    void aNewerDatabaseIsRefusedAndLeftAlone() {
        try (Database database = open()) {
            database.migrate(SECOND);
            assertThatExceptionOfType(DatabaseException.class)
                    .isThrownBy(() -> database.migrate(FIRST))
                    .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.NEWER))
                    .withMessageContaining(file().toString())
                    .withMessageContaining("things tables have version 2")
                    .withMessageContaining("up to 1")
                    .withMessageContaining("Use the newer Steelyard");
            database.migrate(SECOND);
        }
    }

    @Test
    void aStepThatFailsLeavesNothingOfItselfBehind() {
        try (Database database = open()) {
            database.migrate(FIRST);
            assertThatExceptionOfType(DatabaseException.class)
                    .isThrownBy(() -> database.migrate(BROKEN))
                    .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.FAILED));
            assertThat(names(database)).containsExactly("from version 1");
            database.migrate(SECOND);
        }
    }

    @Test
    void roomsHaveVersionsOfTheirOwn() {
        try (Database database = open()) {
            database.migrate(SECOND);
            database.transact(sql -> sql.execute("DROP TABLE things"));
            database.transact(sql -> sql.execute("DROP TABLE pairs"));
            database.migrate(new MigrationSet("others", FOLDER + "first", 1));
            assertThat(names(database)).containsExactly("from version 1");
        }
    }

    @Test
    void aForgottenVersionNumberIsNoticed() {
        try (Database database = open()) {
            assertThatThrownBy(() -> database.migrate(new MigrationSet("things", FOLDER + "second", 1)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("reach version 2, but the migration set says 1");
        }
    }

    @Test
    void manyMayMigrateOneNewFileAtOnce() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = IntStream.range(0, 6)
                    .<Future<?>>mapToObj(i -> threads.submit(() -> {
                        try (Database database = open()) {
                            database.migrate(SECOND);
                            assertThat(names(database)).hasSize(1);
                        }
                    }))
                    .toList();
            for (Future<?> one : all) {
                one.get();
            }
        }
    }
}
