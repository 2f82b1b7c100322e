package io.steelyard.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.steelyard.sql.DatabaseException.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class GroupCommitTest {
    @TempDir
    Path folder;

    private Database database;
    private ExecutorService callers;

    @BeforeEach
    void open() {
        database = Database.open(DatabaseUri.sqlite(folder.resolve("steelyard.db")));
        database.migrate(new MigrationSet("things", "io/steelyard/sql/first", 1));
        callers = Executors.newVirtualThreadPerTaskExecutor();
    }

    @AfterEach
    void close() {
        callers.close();
        database.close();
    }

    private int insert(String name) {
        return database.transact(sql -> sql.execute("INSERT INTO things (name) VALUES (?)", name));
    }

    private List<String> names() {
        return database.read(
                sql -> sql.fetch("SELECT name FROM things ORDER BY name").getValues(0, String.class));
    }

    /// Keeps the writer at work until the latch falls, so that what comes meanwhile waits for it together.
    private Future<?> occupyWriter(CountDownLatch until) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Future<?> busy = callers.submit(() -> database.transact(sql -> {
            begun.countDown();
            return await(until);
        }));
        begun.await();
        return busy;
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitWaiting(int callersWaiting) throws InterruptedException {
        Thread.sleep(20L * callersWaiting);
    }

    @Test
    void workThatFailsTakesNoOtherWithIt() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        Future<?> busy = occupyWriter(go);
        Future<?> first = callers.submit(() -> insert("a"));
        Future<?> broken = callers.submit(() -> insert("from version 1"));
        Future<?> thrown = callers.submit(() -> database.transact(sql -> {
            sql.execute("INSERT INTO things (name) VALUES ('never')");
            throw new IllegalStateException("stop");
        }));
        Future<?> last = callers.submit(() -> insert("b"));
        awaitWaiting(4);
        go.countDown();
        busy.get();
        assertThat(first.get()).isEqualTo(1);
        assertThat(last.get()).isEqualTo(1);
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(broken::get)
                .satisfies(e -> assertThat(e)
                        .cause()
                        .isInstanceOfSatisfying(
                                DatabaseException.class,
                                cause -> assertThat(cause.kind()).isEqualTo(Kind.CONFLICT)));
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(thrown::get)
                .withCauseInstanceOf(IllegalStateException.class);
        assertThat(names()).containsExactly("a", "b", "from version 1");
    }

    @Test
    void nobodyReturnsBeforeTheCommit() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        Future<?> busy = occupyWriter(go);
        List<Future<List<String>>> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String name = "thing-" + i;
            all.add(callers.submit(() -> {
                insert(name);
                return names();
            }));
        }
        go.countDown();
        busy.get();
        for (int i = 0; i < 20; i++) {
            assertThat(all.get(i).get()).contains("thing-" + i);
        }
    }

    @Test
    void anInterruptedCallerGetsItsOutcomeAndStaysInterrupted() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        Future<?> busy = occupyWriter(go);
        AtomicBoolean interrupted = new AtomicBoolean();
        Thread caller = Thread.ofVirtual().start(() -> {
            Thread.currentThread().interrupt();
            insert("kept");
            interrupted.set(Thread.currentThread().isInterrupted());
        });
        awaitWaiting(1);
        go.countDown();
        busy.get();
        caller.join();
        assertThat(interrupted).isTrue();
        assertThat(names()).contains("kept");
    }

    @Test
    void closingDoesWhatWaitsAndRefusesWhatComesLater() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        Future<?> busy = occupyWriter(go);
        Future<?> waiting = callers.submit(() -> insert("a"));
        awaitWaiting(1);
        Future<?> closing = callers.submit(() -> database.close());
        awaitWaiting(1);
        go.countDown();
        busy.get();
        assertThat(waiting.get()).isEqualTo(1);
        closing.get();
        assertThatExceptionOfType(DatabaseException.class)
                .isThrownBy(() -> insert("b"))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.UNREACHABLE))
                .withMessageContaining("was closed");
        open();
        assertThat(names()).containsExactly("a", "from version 1");
    }

    @Test
    void anErrorOfTheWorkGoesToItsCallerAndTheWriterGoesOn() {
        assertThatExceptionOfType(StackOverflowError.class)
                .isThrownBy(() -> database.transact(sql -> {
                    throw new StackOverflowError("deep");
                }));
        assertThat(insert("a")).isEqualTo(1);
    }

    @Test
    void whatIsAttachedEndsFirstAndMayStillWrite() {
        List<String> ended = new ArrayList<>();
        database.attach(() -> ended.add("first " + insert("a")));
        database.attach(() -> ended.add("second " + insert("b")));
        database.close();
        assertThat(ended).containsExactly("second 1", "first 1");
    }

    @Test
    void workThatEndsTheTransactionFails() {
        assertThatExceptionOfType(DatabaseException.class)
                .isThrownBy(() -> database.transact(sql -> {
                    sql.execute("INSERT INTO things (name) VALUES ('a')");
                    return sql.execute("ROLLBACK");
                }));
        assertThat(insert("b")).isEqualTo(1);
        assertThat(names()).containsExactly("b", "from version 1");
    }

    @Test
    void aFullDiskIsNamedAndReadingGoesOn() {
        long pages =
                database.transact(sql -> sql.fetchSingle("PRAGMA page_count").get(0, Long.class));
        limit(pages + 3);
        List<String> kept = new ArrayList<>(names());
        String big = "x".repeat(1000);
        assertThatExceptionOfType(DatabaseException.class)
                .isThrownBy(() -> {
                    for (int i = 0; i < 1000; i++) {
                        String name = i + big;
                        insert(name);
                        kept.add(name);
                    }
                })
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.FULL))
                .withMessageContaining("disk is full");
        assertThat(kept).hasSizeGreaterThan(2);
        assertThat(names()).containsExactlyInAnyOrderElementsOf(kept);
        limit(1_000_000);
        assertThat(insert("more")).isEqualTo(1);
        assertThat(names()).contains("more");
    }

    private void limit(long pages) {
        database.transact(sql -> sql.fetch("PRAGMA max_page_count = " + pages));
    }

    @Test
    void preparedTextsServeAgainAfterTheyFailed() {
        for (int i = 0; i < 3; i++) {
            assertThatExceptionOfType(DatabaseException.class).isThrownBy(() -> insert("from version 1"));
            assertThat(insert("thing-" + i)).isEqualTo(1);
        }
        for (int i = 0; i < 200; i++) {
            int n = i;
            assertThat(database.<Integer>read(
                            sql -> sql.fetchSingle("SELECT ? + " + n, n).get(0, Integer.class)))
                    .isEqualTo(2 * n);
        }
        assertThat(names()).hasSize(4);
    }
}
