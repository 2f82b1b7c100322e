package io.steelyard.tracking;

import static io.steelyard.tracking.StoreFixture.metric;
import static io.steelyard.tracking.StoreFixture.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.steelyard.tracking.TrackingException.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What every tracking store does with logged models. The messages are those of MLflow 3.17.
interface LoggedModelsContract extends StoreFixture {
    private LoggedModel create(String name) {
        return store().createLoggedModel(new NewLoggedModel("0", name, "", null, Map.of(), Map.of()));
    }

    private void log(Run run, ModelMetric... metrics) {
        List<Metric> ofRun = Arrays.stream(metrics).map(ModelMetric::metric).toList();
        store().log(run.id(), new RunBatch(ofRun, Map.of(), Map.of(), List.of(metrics), RunBatch.Form.MANY));
    }

    @Test
    default void aModelIsPendingUntilItIsFinal() {
        LoggedModel made = store().createLoggedModel(
                        new NewLoggedModel("0", "forest", "tabular", "r1", Map.of("depth", "3"), Map.of("a", "b")));
        assertThat(made.id()).matches("m-[0-9a-f]{32}");
        assertThat(made)
                .isEqualTo(new LoggedModel(
                        made.id(),
                        "0",
                        "forest",
                        "mlflow-artifacts:/0/models/" + made.id() + "/artifacts",
                        LoggedModelStatus.PENDING,
                        "r1",
                        "tabular",
                        NOW,
                        NOW,
                        Map.of("depth", "3"),
                        Map.of("a", "b"),
                        List.of()));
        assertThat(store().loggedModel(made.id())).isEqualTo(made);
        LoggedModel ready = store().finalizeLoggedModel(made.id(), LoggedModelStatus.READY);
        assertThat(ready.status()).isEqualTo(LoggedModelStatus.READY);
        assertThat(store().loggedModel(made.id())).isEqualTo(ready);
    }

    @Test
    default void aModelWithoutANameGetsOne() {
        assertThat(store().createLoggedModel(new NewLoggedModel("0", null, "", null, Map.of(), Map.of()))
                        .name())
                .matches("[a-z]+-[a-z]+-\\d+");
        assertThat(create("").name()).matches("[a-z]+-[a-z]+-\\d+");
    }

    @Test
    default void modelsThatCannotBeAreRefused() {
        refused(
                Kind.INVALID,
                "Invalid model name ('a/b') provided. Model name must be a non-empty string and cannot contain the"
                        + " following characters: ('/', ':', '.', '%', '\"', \"'\")",
                () -> create("a/b"));
        refused(
                Kind.NOT_FOUND,
                "No Experiment with id=99 exists",
                () -> store().createLoggedModel(new NewLoggedModel("99", "a", "", null, Map.of(), Map.of())));
        String message = "Logged model with ID 'm-none' not found.";
        refused(Kind.NOT_FOUND, message, () -> store().loggedModel("m-none"));
        refused(Kind.NOT_FOUND, message, () -> store().finalizeLoggedModel("m-none", LoggedModelStatus.READY));
        refused(Kind.NOT_FOUND, message, () -> store().deleteLoggedModel("m-none"));
        refused(Kind.NOT_FOUND, message, () -> store().logLoggedModelParams("m-none", Map.of("a", "b")));
        refused(Kind.NOT_FOUND, message, () -> store().setLoggedModelTags("m-none", Map.of("a", "b")));
        refused(Kind.NOT_FOUND, message, () -> store().deleteLoggedModelTag("m-none", "a"));
    }

    @Test
    default void parametersStayAndTagsChange() {
        String id = create("a").id();
        store().logLoggedModelParams(id, Map.of("depth", "3"));
        store().logLoggedModelParams(id, Map.of("depth", "3", "rate", "0.1"));
        refused(
                Kind.INVALID,
                "Changing param values is not allowed. Param with key='depth' was already logged with value='3' for"
                        + " model ID='" + id + "'. Attempted logging new value '4'.",
                () -> store().logLoggedModelParams(id, Map.of("depth", "4")));
        assertThat(store().loggedModel(id).params()).isEqualTo(Map.of("depth", "3", "rate", "0.1"));

        assertThat(store().setLoggedModelTags(id, Map.of("a", "1", "b", "2")).tags())
                .isEqualTo(Map.of("a", "1", "b", "2"));
        store().setLoggedModelTags(id, Map.of("a", "3"));
        store().deleteLoggedModelTag(id, "b");
        assertThat(store().loggedModel(id).tags()).isEqualTo(Map.of("a", "3"));
        refused(
                Kind.NOT_FOUND,
                "No tag with key 'b' found for model with ID '" + id + "'.",
                () -> store().deleteLoggedModelTag(id, "b"));
    }

    @Test
    default void aDeletedModelIsNotFoundButCanBeWritten() {
        String id = create("a").id();
        store().deleteLoggedModel(id);
        store().deleteLoggedModel(id);
        refused(Kind.NOT_FOUND, "Logged model with ID '" + id + "' not found.", () -> store().loggedModel(id));
        assertThat(store().finalizeLoggedModel(id, LoggedModelStatus.READY).status())
                .isEqualTo(LoggedModelStatus.READY);
        assertThat(store().setLoggedModelTags(id, Map.of("a", "b")).tags()).isEqualTo(Map.of("a", "b"));
        refused(Kind.NOT_FOUND, "Logged model with ID '" + id + "' not found.", () -> store().loggedModel(id));
    }

    @Test
    default void aModelHasEveryMetricThatWasLoggedForIt() {
        Run run = start();
        Run other = start();
        String id = create("a").id();
        ModelMetric first = new ModelMetric(id, metric("auc", 0.5, 1, 0), run.id(), null, null);
        ModelMetric second = new ModelMetric(id, metric("auc", 0.7, 1, 1), run.id(), null, null);
        ModelMetric nan = new ModelMetric(id, metric("auc", Double.NaN, 3, 2), run.id(), null, null);
        ModelMetric measured = new ModelMetric(id, metric("auc", 0.6, 1, 3), run.id(), "test", "abc");
        ModelMetric sameOnOther = new ModelMetric(id, metric("auc", 0.6, 1, 3), run.id(), "other", "def");
        ModelMetric loss = new ModelMetric(id, metric("a/loss", 2, 9, 9), other.id(), "test", "abc");
        log(run, second, first, first, nan, measured);
        log(run, first, nan, sameOnOther);
        log(other, loss);
        assertThat(store().loggedModel(id).metrics()).containsExactly(loss, first, second, sameOnOther, measured, nan);
        assertThat(store().run(run.id()).metrics()).isEqualTo(Map.of("auc", metric("auc", 0.6, 1, 3)));
        assertThat(store().metricHistory(run.id(), "auc")).hasSize(4);
    }

    @Test
    default void aMetricOfAModelThatIsNotThereIsRefusedWithAllOfItsBatch() {
        Run run = start();
        refused(
                Kind.NOT_FOUND,
                "Logged model with ID 'm-none' not found.",
                () -> log(run, new ModelMetric("m-none", metric("auc", 1, 1, 1), run.id(), null, null)));
        assertThat(store().run(run.id()).metrics()).isEmpty();
        assertThat(store().metricHistory(run.id(), "auc")).isEmpty();
    }
}
