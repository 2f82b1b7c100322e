package io.steelyard.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.steelyard.registry.RegistryEvent.Change;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every registry writes into its log, and what can be told from it.
interface LogContract extends RegistryCase {
    @Test
    default void theLogTellsWhoMovedWhatWhenAndWhy() {
        register("m");
        register("m");
        store().promote("m", 1, GATES);
        store().promote("m", 2, Attribution.because("better"));
        assertThat(store().log("m"))
                .containsExactly(
                        new RegistryEvent("m", 0, Change.CREATED, "", "", "", Attribution.NONE, 1),
                        new RegistryEvent("m", 1, Change.REGISTERED, "", "", "None", Attribution.NONE, 2),
                        new RegistryEvent("m", 2, Change.REGISTERED, "", "", "None", Attribution.NONE, 3),
                        new RegistryEvent("m", 1, Change.ALIAS, "production", "", "1", GATES, 4),
                        new RegistryEvent("m", 1, Change.STAGE, "", "None", "Production", GATES, 4),
                        new RegistryEvent(
                                "m", 2, Change.ALIAS, "production", "1", "2", Attribution.because("better"), 5),
                        new RegistryEvent(
                                "m", 1, Change.STAGE, "", "Production", "Archived", Attribution.because("better"), 5),
                        new RegistryEvent(
                                "m", 2, Change.STAGE, "", "None", "Production", Attribution.because("better"), 5));
    }

    @Test
    default void theLogOutlivesNamesVersionsAndModels() {
        register("a");
        store().setAlias("a", "x", 1, GATES);
        store().renameModel("a", "b");
        store().deleteVersion("b", 1, GATES);
        store().deleteModel("b", Attribution.because("no longer needed"));
        register("b");
        List<RegistryEvent> first = List.of(
                new RegistryEvent("a", 0, Change.CREATED, "", "", "", Attribution.NONE, 1),
                new RegistryEvent("a", 1, Change.REGISTERED, "", "", "None", Attribution.NONE, 2),
                new RegistryEvent("a", 1, Change.ALIAS, "x", "", "1", GATES, 3),
                new RegistryEvent("b", 0, Change.RENAMED, "", "a", "b", Attribution.NONE, 4),
                new RegistryEvent("b", 1, Change.ALIAS_DELETED, "x", "1", "", GATES, 5),
                new RegistryEvent("b", 1, Change.VERSION_DELETED, "", "None", "", GATES, 5),
                new RegistryEvent("b", 0, Change.DELETED, "", "", "", Attribution.because("no longer needed"), 6));
        assertThat(store().log("a")).isEqualTo(first);
        assertThat(store().log("b")).hasSize(9).startsWith(first.toArray(new RegistryEvent[0]));
        assertThat(store().log("b").getLast())
                .isEqualTo(new RegistryEvent("b", 1, Change.REGISTERED, "", "", "None", Attribution.NONE, 8));
        assertThat(store().log("never was")).isEmpty();
    }

    @Test
    default void onlyWhatHappenedStandsInTheLog() {
        register("m");
        store().deleteAlias("m", "never-was", GATES);
        store().setModelTag("m", "k", "v");
        store().describeModel("m", "text");
        assertThat(store().log("m")).hasSize(2);
    }

    /// 1 created, 2 and 3 registered, 4 version 1 in production, 5 version 2, 6 renamed, 7 version 2 deleted, 8 back to 1,
    /// 9 deleted, 10 another model of the old name, 11 its version, 12 that one in production.
    private void history() {
        register("m");
        register("m");
        store().promote("m", 1, GATES);
        store().promote("m", 2, Attribution.because("better"));
        store().renameModel("m", "n");
        store().deleteVersion("n", 2, GATES);
        store().transition("n", 1, ModelStage.PRODUCTION, Archiving.KEEP_OTHERS, Attribution.because("rolled back"));
        store().deleteModel("n", GATES);
        register("m");
        store().promote("m", 1, GATES);
    }

    private String productionAt(String name, long millis) {
        return store().productionAt(name, Instant.ofEpochMilli(millis))
                .map(standing -> standing.modelName() + "/" + standing.version() + " since "
                        + standing.since().timeMillis())
                .orElse("nothing");
    }

    @Test
    default void whatWasInProductionIsKnownAfterRenamesAndDeletes() {
        history();
        assertThat(productionAt("m", 0)).isEqualTo("nothing");
        assertThat(productionAt("m", 3)).isEqualTo("nothing");
        assertThat(productionAt("m", 4)).isEqualTo("m/1 since 4");
        assertThat(productionAt("m", 5)).isEqualTo("m/2 since 5");
        assertThat(productionAt("n", 6)).isEqualTo("n/2 since 5");
        assertThat(productionAt("n", 7)).isEqualTo("nothing");
        assertThat(productionAt("n", 8)).isEqualTo("n/1 since 8");
        assertThat(productionAt("n", 9)).isEqualTo("nothing");
        assertThat(productionAt("m", 11)).isEqualTo("nothing");
        assertThat(productionAt("m", 99)).isEqualTo("m/1 since 12");
        assertThat(productionAt("never was", 5)).isEqualTo("nothing");
    }

    @Test
    default void thePastIsFoundUnderTheNameOfNowToo() {
        history();
        assertThat(productionAt("n", 4)).isEqualTo("m/1 since 4");
        assertThat(productionAt("n", 5)).isEqualTo("m/2 since 5");
        assertThat(store().productionAt("n", Instant.ofEpochMilli(5))
                        .orElseThrow()
                        .since()
                        .attribution()
                        .reason())
                .isEqualTo("better");
    }

    @Test
    default void ofSeveralInProductionTheOneRegisteredLastCounted() {
        register("m");
        register("m");
        move(2, ModelStage.PRODUCTION, Archiving.KEEP_OTHERS);
        move(1, ModelStage.PRODUCTION, Archiving.KEEP_OTHERS);
        move(1, ModelStage.PRODUCTION, Archiving.KEEP_OTHERS);
        assertThat(productionAt("m", 5)).isEqualTo("m/2 since 4");
        move(2, ModelStage.ARCHIVED, Archiving.KEEP_OTHERS);
        assertThat(productionAt("m", 7)).isEqualTo("m/1 since 5");
    }

    @Test
    default void whereAnAliasPointedIsKnown() {
        register("m");
        register("m");
        store().setAlias("m", "a", 1, GATES);
        store().setAlias("m", "a", 2, GATES);
        store().deleteAlias("m", "a", GATES);
        assertThat(List.of(3L, 4L, 5L, 6L))
                .extracting(time -> store().aliasAt("m", "a", Instant.ofEpochMilli(time))
                        .map(VersionStanding::version)
                        .orElse(0))
                .containsExactly(0, 1, 2, 0);
    }
}
