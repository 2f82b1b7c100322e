package io.steelyard.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.steelyard.registry.RegistryException.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What every registry finds.
interface RegistrySearchContract extends RegistryCase {
    private void someModels() {
        store().createModel("delays", "", Map.of("team", "Ops", "tier", "1"));
        store().createModel("Fares", "", Map.of("team", "ops"));
        store().createModel("fares_2", "", Map.of());
        store().createModel("a prompt", "", Map.of("mlflow.prompt.is_prompt", "true"));
        store().describeModel("delays", "changed last");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                              | Fares, delays, fares_2
            name = 'delays'                                 | delays
            name != 'delays'                                | Fares, fares_2
            name LIKE 'fares%'                              | fares_2
            name ILIKE 'fares%'                             | Fares, fares_2
            name LIKE 'fares__'                             | fares_2
            name LIKE 'f[a]res%'                            | ``
            name LIKE 'f*'                                  | ``
            name IN ('delays', 'x')                         | delays
            tags.team = 'ops'                               | Fares
            tags.team ILIKE 'OPS'                           | Fares, delays
            tags.team != 'ops'                              | delays
            NOT tags.team = 'ops'                           | delays, fares_2
            tags.team IS NULL                               | fares_2
            tags.team IS NOT NULL AND tags.tier = '1'       | delays
            name = 'delays' OR (name LIKE 'f%' AND tags.team IS NULL) | delays, fares_2
            tags.`mlflow.prompt.is_prompt` = 'true'         | a prompt
            tags.`mlflow.prompt.is_prompt` = 'false'        | Fares, delays, fares_2
            tags.`mlflow.prompt.is_prompt` != 'true'        | Fares, delays, fares_2
            """)
    default void modelsAreFound(String filter, String names) {
        someModels();
        assertThat(String.join(", ", models(filter))).isEqualTo(names);
    }

    @Test
    default void modelsAreOrdered() {
        someModels();
        assertThat(models("", "name DESC")).containsExactly("fares_2", "delays", "Fares");
        assertThat(models("", "last_updated_timestamp DESC")).containsExactly("delays", "fares_2", "Fares");
        assertThat(models("", "timestamp")).containsExactly("Fares", "fares_2", "delays");
    }

    private void someVersions() {
        register("a");
        register("a");
        store().modelNamed("b");
        store().createVersion(new NewModelVersion(
                "b", "s3://B/x", "r1", null, "", Map.of(), null, null, null, "", Map.of("k", "v")));
        store().createVersion(NewModelVersion.of("b", "s3://b/y"));
        store().createVersion(new NewModelVersion(
                "b",
                "dummy",
                null,
                null,
                "",
                Map.of(),
                null,
                null,
                null,
                "",
                Map.of("mlflow.prompt.is_prompt", "true")));
        store().describeVersion("a", 1, "changed last");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                              | a/1, b/2, b/1, a/2
            name = 'a'                      | a/1, a/2
            name IN ('b')                   | b/2, b/1
            run_id = 'r1'                   | b/1
            run_id != 'r1'                  | ``
            NOT run_id = 'r1'               | a/1, b/2, a/2
            run_id IN ('r1', 'r2')          | b/1
            source_path LIKE 's3://b/%'     | b/2
            source_path ILIKE 's3://b/%'    | b/2, b/1
            version_number > 1              | b/2, a/2
            version_number = 1              | a/1, b/1
            version_number <= 1 AND name = 'b' | b/1
            tags.k = 'v'                    | b/1
            tags.k IS NULL                  | a/1, b/2, a/2
            tags.`mlflow.prompt.is_prompt` = 'true' | b/3
            """)
    default void versionsAreFound(String filter, String found) {
        someVersions();
        assertThat(String.join(", ", versions(filter))).isEqualTo(found);
    }

    @Test
    default void versionsAreOrdered() {
        someVersions();
        assertThat(versions("", "name")).containsExactly("a/2", "a/1", "b/2", "b/1");
        assertThat(versions("", "name DESC", "version_number ASC")).containsExactly("b/1", "b/2", "a/1", "a/2");
        assertThat(versions("", "creation_timestamp DESC")).containsExactly("b/2", "b/1", "a/2", "a/1");
    }

    @Test
    default void foundVersionsAreWhole() {
        register("m");
        store().setAlias("m", "champion", 1, GATES);
        store().setVersionTag("m", 1, "k", "v");
        assertThat(store().searchVersions(new VersionSearch("name = 'm'", List.of(), 10, null))
                        .items())
                .containsExactly(store().version("m", 1));
        assertThat(store().searchModels(new ModelSearch("name = 'm'", List.of(), 10, null))
                        .items())
                .containsExactly(store().model("m"));
    }

    @Test
    default void pagesHoldEachModelOnce() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            store().createModel("m, " + i + "%", "", Map.of());
        }
        @Nullable String token = null;
        int pages = 0;
        do {
            var page = store().searchModels(new ModelSearch("", List.of("last_updated_timestamp DESC"), 10, token));
            page.items().forEach(model -> all.add(model.name()));
            token = page.nextToken();
            pages++;
        } while (token != null);
        assertThat(pages).isEqualTo(3);
        assertThat(all).hasSize(25).doesNotHaveDuplicates().startsWith("m, 24%").endsWith("m, 0%");
    }

    @Test
    default void pagesHoldEachVersionOnce() {
        for (int i = 0; i < 11; i++) {
            register(i % 2 == 0 ? "even" : "odd");
        }
        List<String> all = new ArrayList<>();
        @Nullable String token = null;
        do {
            var page = store().searchVersions(new VersionSearch("", List.of("name DESC"), 4, token));
            page.items().forEach(version -> all.add(version.modelName() + "/" + version.version()));
            token = page.nextToken();
        } while (token != null);
        assertThat(all)
                .containsExactly(
                        "odd/5", "odd/4", "odd/3", "odd/2", "odd/1", "even/6", "even/5", "even/4", "even/3", "even/2",
                        "even/1");
    }

    @Test
    default void whatCannotBeReadIsRefused() {
        for (Runnable search : List.<Runnable>of(
                () -> models("name"),
                () -> models("nope = 'x'"),
                () -> models("", "nope"),
                () -> versions("source_path IN ('a')"),
                () -> versions("", "run_id"),
                () -> store().searchModels(new ModelSearch("", List.of(), 1, "!!")),
                () -> store().searchVersions(new VersionSearch("", List.of(), 1, "!!")))) {
            assertThatExceptionOfType(RegistryException.class)
                    .isThrownBy(search::run)
                    .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.INVALID));
        }
    }
}
