package io.steelyard.tracking.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.steelyard.tracking.TrackingException;
import io.steelyard.tracking.TrackingException.Kind;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// The tables of filters. The messages of `invalid-filters.csv` are MLflow 3.17's where it refuses the same filter.
class FilterGrammarTest {
    @ParameterizedTest
    @CsvFileSource(resources = "valid-filters.csv", delimiter = '|', quoteCharacter = '\u0001', numLinesToSkip = 1)
    void aFilterIsReadAs(String grammar, String filter, String read) {
        assertThat(grammar(grammar).filter(filter).text()).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "invalid-filters.csv", delimiter = '|', quoteCharacter = '\u0001', numLinesToSkip = 1)
    void aFilterIsRefusedWith(String grammar, String filter, int character, String message) {
        assertThatExceptionOfType(TrackingException.class)
                .isThrownBy(() -> grammar(grammar).filter(filter))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.INVALID))
                .withMessageStartingWith(message)
                .withMessageContaining("\nAt character " + character + ":\n" + filter + "\n")
                .withMessageEndingWith("\n" + " ".repeat(character - 1) + "^");
    }

    private static SearchGrammar grammar(String name) {
        return SearchGrammar.valueOf(name.toUpperCase(Locale.ROOT));
    }

    @Test
    void anEmptyFilterIsMetByAll() {
        assertThat(SearchGrammar.RUNS.filter("")).isEqualTo(Filter.all());
        assertThat(SearchGrammar.RUNS.filter(" \n\t")).isEqualTo(Filter.all());
    }

    @Test
    void deepAndLongFiltersAreRefusedAndLongListsTaken() {
        assertThatExceptionOfType(TrackingException.class)
                .isThrownBy(() -> SearchGrammar.RUNS.filter("(".repeat(100_000)))
                .withMessageStartingWith("A filter has at most 100 levels of parentheses and NOT");
        assertThatExceptionOfType(TrackingException.class)
                .isThrownBy(() -> SearchGrammar.RUNS.filter("NOT ".repeat(100_000)))
                .withMessageStartingWith("A filter has at most 100 levels of parentheses and NOT");
        assertThatExceptionOfType(TrackingException.class)
                .isThrownBy(() -> SearchGrammar.RUNS.filter("metrics.a > 1 OR ".repeat(300) + "metrics.a > 1"))
                .withMessageStartingWith("A filter has at most 300 comparisons");
        String ids = IntStream.range(0, 50_000).mapToObj(i -> "'" + i + "'").collect(Collectors.joining(","));
        Filter filter = SearchGrammar.RUNS.filter("run_id IN (" + ids + ")");
        assertThat(filter)
                .isInstanceOfSatisfying(
                        Filter.ListTest.class, list -> assertThat(list.values()).hasSize(50_000));
    }

    @Test
    void aLongFilterIsShownAroundThePlace() {
        String filter =
                "tags.a = '" + "x".repeat(200) + "' AND\nmetrics.b > 'y' AND tags.c = '" + "z".repeat(200) + "'";
        assertThatExceptionOfType(TrackingException.class)
                .isThrownBy(() -> SearchGrammar.RUNS.filter(filter))
                .withMessage("Expected numeric value type for metric. Found 'y'\nAt character 229:\n…"
                        + "x".repeat(42) + "' AND metrics.b > 'y' AND tags.c = '" + "z".repeat(42) + "…\n"
                        + " ".repeat(61) + "^");
    }
}
