package io.steelyard.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class CategoricalDriftTest {
    private static final double TOLERANCE = 1e-12;

    static Stream<JsonNode> counts() {
        return Vectors.cases("drift_categorical.json");
    }

    @ParameterizedTest
    @MethodSource("counts")
    void equalsScipy(JsonNode expected) {
        CategoryCounts reference = counted(expected, "reference_counts");
        CategoryCounts current = counted(expected, "current_counts");

        ChiSquare.Result chiSquare = ChiSquare.test(reference, current);
        assertThat(chiSquare.statistic()).isCloseTo(expected.get("chi2").doubleValue(), within(1e-10));
        assertThat(chiSquare.pValue()).isCloseTo(expected.get("p_value").doubleValue(), withinPercentage(1e-9));
        assertThat(chiSquare.degreesOfFreedom()).isEqualTo(3);
        assertThat(JensenShannon.distance(reference, current))
                .isCloseTo(expected.get("jensen_shannon_distance_base2").doubleValue(), within(TOLERANCE));
    }

    private static CategoryCounts counted(JsonNode expected, String side) {
        SortedMap<String, Long> counts = new TreeMap<>();
        for (int i = 0; i < expected.get("categories").size(); i++) {
            counts.put(
                    expected.get("categories").get(i).stringValue(),
                    expected.get(side).get(i).longValue());
        }
        return new CategoryCounts(counts, 0);
    }

    @Test
    void countsCategoriesAndMissingValues() {
        CategoryCounts counts = CategoryCounts.of(column("b", null, "a", "b"));

        assertThat(counts.counts()).containsExactly(entry("a", 1L), entry("b", 2L));
        assertThat(counts.missing()).isEqualTo(1);
        assertThat(counts.rows()).isEqualTo(4);
    }

    @Test
    void newCategoriesAndMissingValuesAreBinsOfTheirOwn() {
        @Nullable String[] reference = column("a", "a", "b", "b");
        @Nullable String[] current = column("a", "new", "newer", null);

        double expected = (0.25 - 0.5) * Math.log(0.25 / 0.5)
                + (1e-6 - 0.5) * Math.log(1e-6 / 0.5)
                + (0.5 - 1e-6) * Math.log(0.5 / 1e-6)
                + (0.25 - 1e-6) * Math.log(0.25 / 1e-6);
        assertThat(CategoricalPsi.of(reference, current)).isCloseTo(expected, within(TOLERANCE));
    }

    /// Expected: scipy 1.17.1, chi2_contingency([[2, 2, 0, 0], [1, 0, 2, 1]], correction=False).
    @Test
    void aMissingValueIsACategoryOfTheTable() {
        CategoryCounts reference = CategoryCounts.of(column("a", "a", "b", "b"));
        CategoryCounts current = CategoryCounts.of(column("a", "c", "c", null));

        ChiSquare.Result result = ChiSquare.test(reference, current);
        assertThat(result.statistic()).isCloseTo(5.333333333333334, within(TOLERANCE));
        assertThat(result.pValue()).isCloseTo(0.14895400671141978, within(TOLERANCE));
    }

    @Test
    void oneCategoryHasNotChanged() {
        CategoryCounts counts = CategoryCounts.of(column("a", "a"));

        assertThat(ChiSquare.test(counts, counts)).isEqualTo(new ChiSquare.Result(0, 1, 0));
        assertThat(JensenShannon.distance(counts, counts)).isZero();
    }

    @Test
    void nothingInCommonIsDistanceOne() {
        assertThat(JensenShannon.distance(CategoryCounts.of(column("a", "b")), CategoryCounts.of(column("c", null))))
                .isCloseTo(1, within(TOLERANCE));
    }

    @Test
    void namesTheColumnThatIsEmpty() {
        CategoryCounts none = CategoryCounts.of(new String[0]);
        CategoryCounts some = CategoryCounts.of(column("a"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChiSquare.test(none, some))
                .withMessage("the reference values are empty; give at least one value");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JensenShannon.distance(some, none))
                .withMessage("the current values are empty; give at least one value");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CategoricalPsi.fit(new String[0]))
                .withMessage("the reference values are empty; give at least one value");
    }

    @Property
    void stabilityIsZeroForTheReferenceAndNeverNegative(
            @ForAll @NotEmpty String[] reference, @ForAll @NotEmpty String[] current) {
        CategoricalPsi fitted = CategoricalPsi.fit(reference);

        assertThat(fitted.against(reference)).isZero();
        assertThat(fitted.against(current)).isNotNegative();
    }

    private static @Nullable String[] column(@Nullable String... values) {
        return values;
    }
}
