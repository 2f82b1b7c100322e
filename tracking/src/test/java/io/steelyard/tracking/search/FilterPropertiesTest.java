package io.steelyard.tracking.search;

import static io.steelyard.tracking.search.SearchField.attribute;
import static io.steelyard.tracking.search.SearchField.metric;
import static io.steelyard.tracking.search.SearchField.param;
import static io.steelyard.tracking.search.SearchField.tag;
import static org.assertj.core.api.Assertions.assertThat;

import io.steelyard.tracking.TrackingException;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FilterPropertiesTest {
    private static final List<String> PIECES = List.of(
            "metrics.a",
            "params.`b c`",
            "tags.\"d\"",
            "name",
            "status",
            "run_id",
            "dataset.name",
            "version_number",
            "=",
            "!=",
            ">",
            "<=",
            "LIKE",
            "ilike",
            "IN",
            "NOT",
            "AND",
            "or",
            "IS",
            "NULL",
            "(",
            ")",
            ",",
            "'x'",
            "\"y\"",
            "5",
            "-1e3",
            ".",
            "`",
            "'",
            ";",
            "--",
            "\0",
            "é",
            "𝄞",
            "$",
            "\n");

    @Property
    void aFilterWrittenAndReadIsTheSame(@ForAll long seed) {
        Filter filter = new RandomFilters(
                        new Random(seed),
                        List.of(
                                metric("a`b"),
                                param("ü .'\""),
                                tag("AND"),
                                attribute("run_id", ValueType.TEXT),
                                attribute("start_time", ValueType.NUMBER),
                                new SearchField(Source.DATASET, "name", ValueType.TEXT)),
                        List.of("", "it's", "a''b", "\\", "\"", "`", "%_", "𝄞\n", "NOT"),
                        List.of(0.0, -1.0, 1e-300, 1.5e300, 1e15, 123456789.0, Double.POSITIVE_INFINITY))
                .next(5);
        assertThat(SearchGrammar.RUNS.filter(filter.text())).isEqualTo(filter);
    }

    @Property
    void anyTextIsReadOrRefused(@ForAll String text) {
        for (SearchGrammar grammar : SearchGrammar.values()) {
            readOrRefused(grammar, text);
        }
    }

    @ParameterizedTest
    @EnumSource
    void piecesInAnyOrderAreReadOrRefused(SearchGrammar grammar) {
        Random random = new Random(1);
        for (int i = 0; i < 3000; i++) {
            readOrRefused(
                    grammar,
                    IntStream.range(0, 1 + random.nextInt(9))
                            .mapToObj(j -> PIECES.get(random.nextInt(PIECES.size())))
                            .collect(Collectors.joining(random.nextBoolean() ? " " : "")));
        }
    }

    private static void readOrRefused(SearchGrammar grammar, String text) {
        try {
            grammar.filter(text);
        } catch (TrackingException e) {
            assertThat(e.kind()).isEqualTo(TrackingException.Kind.INVALID);
        }
        try {
            grammar.order(List.of(text));
        } catch (TrackingException e) {
            assertThat(e.kind()).isEqualTo(TrackingException.Kind.INVALID);
        }
    }

    /// A regular expression says independently what LIKE finds.
    @Property
    void likeIsWhatARegularExpressionSays(@ForAll long seed) {
        Random random = new Random(seed);
        String text = word(random, "abAB%");
        String pattern = word(random, "abAB%%_");
        String expression = pattern.chars()
                .mapToObj(c -> c == '%' ? ".*" : c == '_' ? "." : Pattern.quote(Character.toString(c)))
                .collect(Collectors.joining());
        assertThat(new LikePattern(pattern, LikePattern.LetterCase.DISTINCT).matches(text))
                .isEqualTo(Pattern.compile(expression, Pattern.DOTALL)
                        .matcher(text)
                        .matches());
        assertThat(new LikePattern(pattern, LikePattern.LetterCase.SAME).matches(text))
                .isEqualTo(Pattern.compile(expression, Pattern.DOTALL | Pattern.CASE_INSENSITIVE)
                        .matcher(text)
                        .matches());
    }

    private static String word(Random random, String letters) {
        return IntStream.range(0, random.nextInt(8))
                .mapToObj(i -> Character.toString(letters.charAt(random.nextInt(letters.length()))))
                .collect(Collectors.joining());
    }
}
