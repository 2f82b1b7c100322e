package io.steelyard.registry;

import static io.steelyard.registry.RegistryCase.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.steelyard.registry.RegistryException.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What every registry does with models.
interface ModelContract extends RegistryCase {
    @Test
    default void aModelIsMadeOnce() {
        RegisteredModel made = store().createModel("m", "what it does", Map.of("team", "a"));
        assertThat(made)
                .isEqualTo(new RegisteredModel("m", "what it does", 1, 1, Map.of("team", "a"), Map.of(), List.of()));
        assertThat(store().model("m")).isEqualTo(made);
        assertThat(store().modelNamed("m")).isEqualTo(made);
        assertThat(store().modelNamed("a").description()).isEmpty();
        assertThat(store().models()).extracting(RegisteredModel::name).containsExactly("a", "m");
        refused(
                Kind.ALREADY_EXISTS,
                "Registered Model (name=m) already exists.",
                () -> store().createModel("m", "", Map.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ` ` | Missing value for required parameter 'name'.
            a/b | Invalid model name 'a/b'. Names cannot contain '/' or ':'.
            a:b | Invalid model name 'a:b'. Names cannot contain '/' or ':'.
            ..  | Invalid value ".." for parameter 'name' supplied: Names may be treated as files in certain cases, and must not resolve to other names when treated as such. This name would resolve to '..'
            """)
    default void aNameThatIsNoneIsRefused(String name, String message) {
        refused(Kind.INVALID, message, () -> store().createModel(name, "", Map.of()));
        refused(Kind.INVALID, message, () -> store().model(name));
        refused(Kind.INVALID, message, () -> NewModelVersion.of(name, "p"));
    }

    @Test
    default void tagsThatAreNoneAreRefused() {
        register("m");
        refused(
                Kind.INVALID,
                "'value' exceeds the maximum length of 100000 characters",
                () -> store().setVersionTag("m", 1, "k", "x".repeat(100_001)));
        assertThatExceptionOfType(RegistryException.class).isThrownBy(() -> store().setVersionTag("m", 1, "a//b", ""));
        assertThatExceptionOfType(RegistryException.class)
                .isThrownBy(() -> store().createModel("n", "", Map.of("a$", "")));
    }

    @Test
    default void aPromptAndAModelCannotHaveOneName() {
        Map<String, String> prompt = Map.of("mlflow.prompt.is_prompt", "true");
        store().createModel("m", "", Map.of());
        store().createModel("p", "", prompt);
        refused(
                Kind.ALREADY_EXISTS,
                "Tried to create a registered model with name 'p', but the name is already taken by a prompt. MLflow does"
                        + " not allow creating a model and a prompt with the same name.",
                () -> store().createModel("p", "", Map.of()));
        refused(
                Kind.ALREADY_EXISTS,
                "Tried to create a prompt with name 'm', but the name is already taken by a registered model. MLflow does"
                        + " not allow creating a model and a prompt with the same name.",
                () -> store().createModel("m", "", prompt));
        refused(Kind.ALREADY_EXISTS, "Prompt (name=p) already exists.", () -> store().createModel("p", "", prompt));
    }

    @Test
    default void versionsAndAliasesGoWithANewName() {
        register("m");
        store().setAlias("m", "champion", 1, GATES);
        store().setModelTag("m", "k", "v");
        RegisteredModel renamed = store().renameModel("m", "n");
        assertThat(renamed)
                .isEqualTo(new RegisteredModel(
                        "n", "", 1, 4, Map.of("k", "v"), Map.of("champion", 1), List.of(store().version("n", 1))));
        assertThat(store().version("n", 1).lastUpdateTimeMillis()).isEqualTo(4);
        assertThat(store().version("n", 1).createdAtMillis()).isEqualTo(2);
        refused(Kind.NOT_FOUND, "Registered Model with name=m not found", () -> store().model("m"));
        assertThat(register("n")).isEqualTo(2);
        assertThat(store().renameModel("n", "n").name()).isEqualTo("n");
        store().createModel("taken", "", Map.of());
        refused(
                Kind.ALREADY_EXISTS,
                "Registered Model (name=taken) already exists.",
                () -> store().renameModel("n", "taken"));
        refused(Kind.NOT_FOUND, "Registered Model with name=x not found", () -> store().renameModel("x", "y"));
        refused(Kind.INVALID, "Missing value for required parameter 'new_name'.", () -> store().renameModel("n", " "));
        refused(
                Kind.INVALID,
                "Invalid model name 'a/b'. Names cannot contain '/' or ':'.",
                () -> store().renameModel("n", "a/b"));
    }

    @Test
    default void aDescriptionIsReplaced() {
        store().createModel("m", "old", Map.of());
        RegisteredModel described = store().describeModel("m", "new");
        assertThat(described.description()).isEqualTo("new");
        assertThat(described.lastUpdateTimeMillis()).isEqualTo(2);
        assertThat(store().model("m")).isEqualTo(described);
        refused(Kind.NOT_FOUND, "Registered Model with name=x not found", () -> store().describeModel("x", ""));
    }

    @Test
    default void aDeletedModelLeavesNothingAndOneOfItsNameBeginsAnew() {
        register("m");
        register("m");
        store().setAlias("m", "a", 2, GATES);
        store().setModelTag("m", "k", "v");
        store().deleteModel("m", GATES);
        refused(Kind.NOT_FOUND, "Registered Model with name=m not found", () -> store().model("m"));
        refused(Kind.NOT_FOUND, "Model Version (name=m, version=1) not found", () -> store().version("m", 1));
        refused(Kind.NOT_FOUND, "Registered Model with name=m not found", () -> store().deleteModel("m", GATES));
        assertThat(models("")).isEmpty();
        assertThat(versions("")).isEmpty();
        assertThat(register("m")).isEqualTo(1);
        assertThat(store().model("m").aliases()).isEmpty();
        assertThat(store().model("m").tags()).isEmpty();
    }

    @Test
    default void aModelsTagIsOverwrittenAndDeleted() {
        store().createModel("m", "", Map.of());
        store().setModelTag("m", "k", "1");
        store().setModelTag("m", "k", "2");
        store().setModelTag("m", "l", "");
        assertThat(store().model("m").tags()).isEqualTo(Map.of("k", "2", "l", ""));
        store().deleteModelTag("m", "k");
        store().deleteModelTag("m", "never was");
        assertThat(store().model("m").tags()).isEqualTo(Map.of("l", ""));
        assertThat(store().model("m").lastUpdateTimeMillis()).isEqualTo(1);
        refused(Kind.NOT_FOUND, "Registered Model with name=x not found", () -> store().setModelTag("x", "k", ""));
        refused(Kind.NOT_FOUND, "Registered Model with name=x not found", () -> store().deleteModelTag("x", "k"));
        refused(
                Kind.INVALID,
                "Invalid value \"a$\" for parameter 'key' supplied: Names may only contain alphanumerics, underscores (_),"
                        + " dashes (-), periods (.), spaces ( ), colon(:) and slashes (/).",
                () -> store().deleteModelTag("m", "a$"));
    }
}
