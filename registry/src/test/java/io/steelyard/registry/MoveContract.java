package io.steelyard.registry;

import static io.steelyard.registry.RegistryCase.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.steelyard.registry.RegistryException.Kind;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What every registry does when versions and aliases move.
interface MoveContract extends RegistryCase {
    @Test
    default void aStageMayArchiveTheOthersInIt() {
        register("m");
        register("m");
        register("m");
        move(1, ModelStage.PRODUCTION, Archiving.KEEP_OTHERS);
        move(2, ModelStage.PRODUCTION, Archiving.KEEP_OTHERS);
        assertThat(store().versions("m"))
                .extracting(ModelVersion::stage)
                .containsExactly(ModelStage.DEVELOPMENT, ModelStage.PRODUCTION, ModelStage.PRODUCTION);
        ModelVersion moved = move(3, ModelStage.PRODUCTION, Archiving.ARCHIVE_OTHERS);
        assertThat(moved.stage()).isEqualTo(ModelStage.PRODUCTION);
        assertThat(store().versions("m"))
                .extracting(ModelVersion::stage)
                .containsExactly(ModelStage.PRODUCTION, ModelStage.ARCHIVED, ModelStage.ARCHIVED);
        assertThat(move(3, ModelStage.PRODUCTION, Archiving.ARCHIVE_OTHERS).stage())
                .isEqualTo(ModelStage.PRODUCTION);
        refused(
                Kind.INVALID,
                "Model version transition cannot archive existing model versions because 'None' is not an Active stage."
                        + " Valid stages are ['Staging', 'Production']",
                () -> move(3, ModelStage.DEVELOPMENT, Archiving.ARCHIVE_OTHERS));
    }

    @Test
    default void theProductionModelIsTheOneRegisteredLast() {
        assertThat(store().production("m")).isEmpty();
        register("m");
        register("m");
        assertThat(store().production("m")).isEmpty();
        move(2, ModelStage.PRODUCTION, Archiving.KEEP_OTHERS);
        move(1, ModelStage.PRODUCTION, Archiving.KEEP_OTHERS);
        assertThat(store().production("m")).contains(store().version("m", 2));
    }

    @Test
    default void anAliasPointsAtOneVersion() {
        register("m");
        register("m");
        store().setAlias("m", "champion", 1, GATES);
        store().setAlias("m", "Challenger-2", 1, GATES);
        assertThat(store().version("m", 1).aliases()).containsExactly("Challenger-2", "champion");
        store().setAlias("m", "champion", 2, GATES);
        assertThat(store().versionByAlias("m", "champion")).isEqualTo(store().version("m", 2));
        assertThat(store().model("m").aliases()).isEqualTo(Map.of("champion", 2, "Challenger-2", 1));
        assertThat(store().versionByAlias("m", "Latest").version()).isEqualTo(2);
        refused(Kind.INVALID, "Registered model alias x not found.", () -> store().versionByAlias("m", "x"));
        refused(Kind.NOT_FOUND, "Registered Model with name=x not found", () -> store().versionByAlias("x", "x"));
        store().modelNamed("empty");
        refused(
                Kind.NOT_FOUND,
                "Latest version not found for model empty.",
                () -> store().versionByAlias("empty", "latest"));
    }

    @Test
    default void promotingIsOneStep() {
        register("m");
        register("m");
        store().promote("m", 1, GATES);
        ModelVersion promoted = store().promote("m", 2, GATES);
        assertThat(promoted.stage()).isEqualTo(ModelStage.PRODUCTION);
        assertThat(promoted.aliases()).containsExactly("production");
        assertThat(store().version("m", 1).stage()).isEqualTo(ModelStage.ARCHIVED);
        assertThat(store().production("m")).contains(promoted);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``     | Registered model alias name cannot be empty.
            a b    | Invalid alias name: 'a b'. Names may only contain alphanumerics, underscores (_), and dashes (-).
            LATEST | 'latest' alias name (case insensitive) is reserved.
            v12    | Version alias name 'v12' is reserved.
            """)
    default void anAliasThatIsNoneIsRefused(String alias, String message) {
        register("m");
        refused(Kind.INVALID, message, () -> store().setAlias("m", alias, 1, GATES));
    }

    @Test
    default void stagesAreReadInBothSpellings() {
        assertThat(ModelStage.parse("none")).isEqualTo(ModelStage.DEVELOPMENT);
        assertThat(ModelStage.parse("development")).isEqualTo(ModelStage.DEVELOPMENT);
        assertThat(ModelStage.parse("PRODUCTION")).isEqualTo(ModelStage.PRODUCTION);
        assertThat(ModelStage.DEVELOPMENT.mlflowName()).isEqualTo("None");
        assertThat(ModelStage.DEVELOPMENT).hasToString("development");
        refused(
                Kind.INVALID,
                "Invalid Model Version stage: x. Value must be one of None, Staging, Production, Archived.",
                () -> ModelStage.parse("x"));
    }

    @Test
    default void anAliasIsDeleted() {
        register("m");
        store().setAlias("m", "a", 1, GATES);
        assertThat(store().model("m").lastUpdateTimeMillis()).isEqualTo(2);
        store().deleteAlias("m", "a", GATES);
        store().deleteAlias("m", "never-was", GATES);
        assertThat(store().model("m").aliases()).isEmpty();
        refused(Kind.INVALID, "Registered model alias a not found.", () -> store().versionByAlias("m", "a"));
        refused(Kind.NOT_FOUND, "Registered Model with name=x not found", () -> store().deleteAlias("x", "a", GATES));
        refused(
                Kind.INVALID,
                "Invalid alias name: 'a b'. Names may only contain alphanumerics, underscores (_), and dashes (-).",
                () -> store().deleteAlias("m", "a b", GATES));
    }
}
