package io.steelyard.tracking;

import static io.steelyard.tracking.StoreFixture.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.steelyard.tracking.TrackingException.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What every tracking store does with what runs read and made. The messages are those of MLflow 3.17.
interface InputsContract extends StoreFixture {
    @Test
    default void aDataSetIsTheSameByNameAndDigest() {
        Run first = start();
        Run second = start();
        RunInput train = RunInput.of(new DatasetInput("flights", "abc", "flights.parquet", "training"));
        RunInput test = new RunInput("flights", "def", "s3", "s3://x", "{}", "{\"rows\": 3}", Map.of());
        store().logInputs(first.id(), List.of(train, test));
        store().logInputs(first.id(), List.of(train));
        RunInput moved = new RunInput("flights", "abc", "http", "elsewhere", null, null, Map.of("x", "y"));
        store().logInputs(second.id(), List.of(moved));
        assertThat(store().run(first.id()).inputs()).containsExactly(train, test);
        assertThat(store().run(second.id()).inputs())
                .containsExactly(
                        new RunInput("flights", "abc", "local", "flights.parquet", null, null, Map.of("x", "y")));
        refused(
                Kind.INVALID,
                "'digest' exceeds the maximum length of 36 characters",
                () -> new RunInput("a", "x".repeat(37), "", "", null, null, Map.of()));
    }

    @Test
    default void aRunKnowsTheModelsItReadAndMade() {
        Run run = start();
        store().logModelInputs(run.id(), List.of("m-2", "m-1", "m-2"));
        store().logModelInputs(run.id(), List.of("m-1"));
        store().logOutputs(run.id(), List.of(new ModelOutput("m-4", 7), new ModelOutput("m-3", 0)));
        store().logOutputs(run.id(), List.of(new ModelOutput("m-4", 8)));
        Run read = store().run(run.id());
        assertThat(read.modelInputs()).containsExactly("m-1", "m-2");
        assertThat(read.outputs()).containsExactly(new ModelOutput("m-3", 0), new ModelOutput("m-4", 7));
        assertThat(store().runs("0", 10, null).items()).containsExactly(read);
    }

    @Test
    default void theDataSetsOfExperimentsAreListedOnceForEachContext() {
        Run first = start();
        Run second = start();
        String other = store().experimentNamed("other").id();
        Run third = store().createRun(new NewRun(other, null, "", 1, Map.of()));
        RunInput train = RunInput.of(new DatasetInput("flights", "abc", "f.parquet", "training"));
        store().logInputs(first.id(), List.of(train));
        store().logInputs(second.id(), List.of(train));
        store().logInputs(third.id(), List.of(new RunInput("b", "1", "", "", null, null, Map.of("x", "y"))));
        store().logInputs(
                        second.id(),
                        List.of(
                                RunInput.of(new DatasetInput("flights", "abc", "f.parquet", "testing")),
                                new RunInput("a", "1", "", "", null, null, Map.of(RunInput.CONTEXT_TAG, "testing"))));
        assertThat(store().datasets(List.of("0")))
                .containsExactly(
                        new DatasetSummary("0", "a", "1", "testing"),
                        new DatasetSummary("0", "flights", "abc", "training"));
        assertThat(store().datasets(List.of(other, "0", "77")))
                .hasSize(3)
                .contains(new DatasetSummary(other, "b", "1", ""));
        assertThat(store().datasets(List.of())).isEmpty();
        refused(
                Kind.INVALID,
                "Invalid experiment ID 'x'. Experiment ID must be a valid integer.",
                () -> store().datasets(List.of("x")));
    }
}
