package io.steelyard.tracking;

import static io.steelyard.tracking.StoreFixture.metric;
import static io.steelyard.tracking.StoreFixture.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.steelyard.tracking.TrackingException.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What every tracking store does with runs. The messages are those of MLflow 3.17.
interface RunsContract extends StoreFixture {
    @Test
    default void aRunStartsRunning() {
        Run run = store().createRun(new NewRun("0", "first", "me", 12, Map.of("a", "b")));
        assertThat(run.id()).matches("[0-9a-f]{32}");
        assertThat(run)
                .isEqualTo(new Run(
                        run.id(),
                        "0",
                        "first",
                        "me",
                        RunStatus.RUNNING,
                        12,
                        null,
                        "mlflow-artifacts:/0/" + run.id() + "/artifacts",
                        Lifecycle.ACTIVE,
                        Map.of(),
                        Map.of("a", "b", "mlflow.runName", "first"),
                        Map.of(),
                        List.of(),
                        List.of(),
                        List.of()));
        assertThat(store().run(run.id())).isEqualTo(run);
    }

    @Test
    default void nameAndTagMirrorEachOther() {
        Run random = start();
        assertThat(random.name()).matches("[a-z]+-[a-z]+-\\d+");
        assertThat(random.tags()).containsEntry("mlflow.runName", random.name());

        Run tagged = store().createRun(new NewRun("0", null, "", 1, Map.of("mlflow.runName", "tagged")));
        assertThat(tagged.name()).isEqualTo("tagged");
        store().log(tagged.id(), RunBatch.tag("mlflow.runName", "again"));
        assertThat(store().run(tagged.id()).name()).isEqualTo("again");
        store().log(tagged.id(), RunBatch.of(List.of(), Map.of(), Map.of("mlflow.runName", "", "x", "y")));
        assertThat(store().run(tagged.id()).tags()).isEqualTo(Map.of("mlflow.runName", "again", "x", "y"));

        Run renamed = store().updateRun(tagged.id(), new RunUpdate(null, null, "third"));
        assertThat(renamed.name()).isEqualTo("third");
        assertThat(renamed.tags()).containsEntry("mlflow.runName", "third");
        assertThat(store().updateRun(tagged.id(), new RunUpdate(null, null, "")).name())
                .isEqualTo("third");

        refused(
                Kind.INVALID,
                "Both 'run_name' argument and 'mlflow.runName' tag are specified, but with different values"
                        + " (run_name='a', mlflow.runName='b').",
                () -> new NewRun("0", "a", "", 1, Map.of("mlflow.runName", "b")));
    }

    @Test
    default void aRunEnds() {
        Run run = start();
        Run ended = store().updateRun(run.id(), RunUpdate.ended(RunStatus.FINISHED, 99));
        assertThat(ended.status()).isEqualTo(RunStatus.FINISHED);
        assertThat(ended.endTimeMillis()).isEqualTo(99);
        assertThat(store().run(run.id())).isEqualTo(ended);
    }

    @Test
    default void aRunThatIsNotThereIsNotFound() {
        String message = "Run with id=nothing not found";
        refused(Kind.NOT_FOUND, message, () -> store().run("nothing"));
        refused(Kind.NOT_FOUND, message, () -> store().updateRun("nothing", RunUpdate.ended(RunStatus.FAILED, 1)));
        refused(Kind.NOT_FOUND, message, () -> store().log("nothing", RunBatch.tag("a", "b")));
        refused(Kind.NOT_FOUND, message, () -> store().logInputs("nothing", List.of()));
        assertThat(store().metricHistory("nothing", "a")).isEmpty();
    }

    @Test
    default void aParameterKeepsItsFirstValue() {
        Run run = start();
        store().log(run.id(), RunBatch.param("rate", "0.1"));
        store().log(run.id(), RunBatch.param("rate", "0.1"));
        refused(
                Kind.INVALID,
                "Changing param values is not allowed. Param with key='rate' was already logged with value='0.1' for run"
                        + " ID='" + run.id() + "'. Attempted logging new value '0.2'.",
                () -> store().log(run.id(), RunBatch.param("rate", "0.2")));
        refused(
                Kind.INVALID,
                "Changing param values is not allowed. Params were already logged='[{'key': 'rate', 'old_value': '0.1',"
                        + " 'new_value': \"it's\"}]' for run ID='" + run.id() + "'.",
                () -> store().log(
                                run.id(),
                                RunBatch.of(
                                        List.of(metric("m", 1, 1, 1)),
                                        Map.of("rate", "it's", "new", "x"),
                                        Map.of("t", "u"))));
        Run after = store().run(run.id());
        assertThat(after.params()).isEqualTo(Map.of("rate", "0.1"));
        assertThat(after.metrics()).isEmpty();
        assertThat(after.tags()).doesNotContainKey("t");
    }

    @Test
    default void longValuesAreCutAndLongKeysAreNot() {
        Run run = start();
        String key = "k".repeat(250);
        store().log(run.id(), RunBatch.param(key, "😀".repeat(6001)));
        store().log(run.id(), RunBatch.param(key, "😀".repeat(6002)));
        store().log(run.id(), RunBatch.tag("t", "x".repeat(8001)));
        assertThat(store().run(run.id()).params()).containsEntry(key, "😀".repeat(6000));
        assertThat(store().run(run.id()).tags()).containsEntry("t", "x".repeat(8000));
        refused(
                Kind.INVALID,
                "'Param key' exceeds the maximum length of 250 characters",
                () -> RunBatch.param(key + "k", "x"));
        refused(
                Kind.INVALID,
                "'Metric name' exceeds the maximum length of 250 characters",
                () -> RunBatch.metric(metric(key + "k", 1, 1, 1)));
        refused(
                Kind.INVALID,
                "'tags[0].key' exceeds the maximum length of 250 characters",
                () -> RunBatch.of(List.of(), Map.of(), Map.of(key + "k", "")));
    }

    @Test
    default void aKeyThatIsNoneIsRefused() {
        refused(
                Kind.INVALID,
                "Invalid value \"a\\n\\u00e4$\" for parameter 'params[0].key' supplied: Names may only contain"
                        + " alphanumerics, underscores (_), dashes (-), periods (.), spaces ( ), colon(:) and slashes (/).",
                () -> RunBatch.of(List.of(), Map.of("a\nä$", "x"), Map.of()));
        refused(
                Kind.INVALID,
                "Invalid value \"a/../b\" for parameter 'name' supplied: Names may be treated as files in certain cases,"
                        + " and must not resolve to other names when treated as such. This name would resolve to 'b'",
                () -> RunBatch.metric(metric("a/../b", 1, 1, 1)));
        for (String key : List.of("", "/a", "a/", "a//b", "..", "..a", "../a", ".", "./a", "//a", "a/.")) {
            assertThatExceptionOfType(TrackingException.class).isThrownBy(() -> RunBatch.tag(key, "x"));
        }
        for (String key : List.of("a", "a/b", "val acc-1.5:x_y", "größe", "模型", "a..b", "½", "²")) {
            assertThat(RunBatch.tag(key, "x").tags()).containsKey(key);
        }
        refused(
                Kind.INVALID,
                "Invalid value -1 for parameter 'metrics[0].timestamp' supplied: metric 'a' (value=0.5). Timestamp must"
                        + " be a nonnegative long (64-bit integer) ",
                () -> RunBatch.of(List.of(metric("a", 0.5, -1, 0)), Map.of(), Map.of()));
    }

    @Test
    default void runsAreListedNewestFirstPageByPage() {
        Experiment experiment = store().experimentNamed("listed");
        List<Run> made = new ArrayList<>();
        for (long start : new long[] {5, 1, 9, 5, 5}) {
            made.add(store().createRun(new NewRun(experiment.id(), null, "", start, Map.of("s", "" + start))));
        }
        start();
        store().log(made.getFirst().id(), RunBatch.param("p", "q"));
        List<String> expected = made.stream()
                .sorted((a, b) -> a.startTimeMillis() == b.startTimeMillis()
                        ? a.id().compareTo(b.id())
                        : Long.compare(b.startTimeMillis(), a.startTimeMillis()))
                .map(Run::id)
                .toList();
        List<Run> read = new ArrayList<>();
        @Nullable String token = null;
        do {
            Page<Run> page = store().runs(experiment.id(), 2, token);
            read.addAll(page.items());
            token = page.nextToken();
        } while (token != null);
        assertThat(read).extracting(Run::id).isEqualTo(expected);
        assertThat(read).allSatisfy(run -> assertThat(run).isEqualTo(store().run(run.id())));
        assertThat(store().runs(store().experimentNamed("empty").id(), 10, null).items())
                .isEmpty();
    }

    @Test
    default void aDeletedRunIsReadAndRefusesEveryWrite() {
        Run run = start();
        metrics(run, metric("m", 1, 1, 1));
        Run before = store().run(run.id());
        store().deleteRun(run.id());
        store().deleteRun(run.id());
        assertThat(store().run(run.id()).lifecycle()).isEqualTo(Lifecycle.DELETED);
        assertThat(store().metricHistory(run.id(), "m")).hasSize(1);
        assertThat(store().runs("0", 10, null).items()).isEmpty();
        String message = "The run " + run.id() + " must be in the 'active' state. Current state is deleted.";
        refused(Kind.INVALID, message, () -> metrics(run, metric("m", 2, 2, 2)));
        refused(Kind.INVALID, message, () -> store().log(run.id(), RunBatch.param("a", "b")));
        refused(Kind.INVALID, message, () -> store().log(run.id(), RunBatch.tag("a", "b")));
        refused(Kind.INVALID, message, () -> store().updateRun(run.id(), RunUpdate.ended(RunStatus.FINISHED, 1)));
        refused(Kind.INVALID, message, () -> store().deleteTag(run.id(), "mlflow.runName"));
        refused(Kind.INVALID, message, () -> store().logInputs(run.id(), List.of()));
        refused(Kind.INVALID, message, () -> store().logModelInputs(run.id(), List.of()));
        refused(Kind.INVALID, message, () -> store().logOutputs(run.id(), List.of()));
        store().restoreRun(run.id());
        store().restoreRun(run.id());
        assertThat(store().run(run.id())).isEqualTo(before);
        metrics(run, metric("m", 2, 2, 2));
        assertThat(store().metricHistory(run.id(), "m")).hasSize(2);
    }

    @Test
    default void aTagIsDeletedAndANameStays() {
        Run run = store().createRun(new NewRun("0", "named", "", 1, Map.of("a", "b")));
        store().deleteTag(run.id(), "a");
        store().deleteTag(run.id(), "mlflow.runName");
        assertThat(store().run(run.id()).tags()).isEmpty();
        assertThat(store().run(run.id()).name()).isEqualTo("named");
        refused(
                Kind.NOT_FOUND,
                "No tag with name: a in run with id " + run.id(),
                () -> store().deleteTag(run.id(), "a"));
        String message = "Run with id=nothing not found";
        refused(Kind.NOT_FOUND, message, () -> store().deleteTag("nothing", "a"));
        refused(Kind.NOT_FOUND, message, () -> store().deleteRun("nothing"));
        refused(Kind.NOT_FOUND, message, () -> store().restoreRun("nothing"));
        refused(Kind.NOT_FOUND, message, () -> store().logModelInputs("nothing", List.of()));
        refused(Kind.NOT_FOUND, message, () -> store().logOutputs("nothing", List.of()));
    }
}
