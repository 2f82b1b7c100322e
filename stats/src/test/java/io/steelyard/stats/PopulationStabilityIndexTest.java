package io.steelyard.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class PopulationStabilityIndexTest {
    private static final double NAN = Double.NaN;

    static Stream<JsonNode> samples() {
        return Vectors.cases("drift.json");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void equalsNumpy(JsonNode expected) {
        double[] reference = Vectors.doubles(expected.get("reference"));
        double[] current = Vectors.doubles(expected.get("current"));

        assertThat(PopulationStabilityIndex.of(reference, current, 10))
                .isCloseTo(expected.get("psi_10").doubleValue(), within(1e-12));
        assertThat(PopulationStabilityIndex.fit(reference, 4).against(current))
                .isCloseTo(expected.get("psi_4").doubleValue(), within(1e-12));
    }

    @Test
    void keepsEdgesAndSharesOfTheReference() {
        PopulationStabilityIndex fitted = PopulationStabilityIndex.fit(new double[] {4, NAN, 1, 3, 2}, 2);

        assertThat(fitted).isEqualTo(new PopulationStabilityIndex(List.of(2.5), List.of(0.4, 0.4), 0.2));
    }

    @Test
    void missingValuesAreABinOfTheirOwn() {
        double[] whole = {1, 2, 3, 4};
        double[] halfMissing = {1, NAN, 3, NAN};

        double expected = 2 * (0.25 - 0.5) * Math.log(0.25 / 0.5) + (0.5 - 1e-6) * Math.log(0.5 / 1e-6);
        assertThat(PopulationStabilityIndex.of(whole, halfMissing, 2)).isCloseTo(expected, within(1e-12));
        assertThat(PopulationStabilityIndex.of(new double[] {NAN}, new double[] {NAN, NAN}, 10))
                .isZero();
        assertThat(PopulationStabilityIndex.of(new double[] {NAN}, whole, 10)).isGreaterThan(20);
    }

    @Test
    void infiniteValuesCountInTheOuterBins() {
        double[] values = {Double.NEGATIVE_INFINITY, 1, 2, 3, 4, Double.POSITIVE_INFINITY};

        assertThat(PopulationStabilityIndex.fit(values, 2))
                .isEqualTo(new PopulationStabilityIndex(List.of(2.5), List.of(0.5, 0.5), 0));
    }

    @Test
    void refusesNoValuesAndNoBins() {
        double[] one = {1};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PopulationStabilityIndex.of(new double[0], one, 10))
                .withMessage("the reference values are empty; give at least one value");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PopulationStabilityIndex.of(one, new double[0], 10))
                .withMessage("the current values are empty; give at least one value");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PopulationStabilityIndex.of(one, one, 0))
                .withMessage("bins is 0, but must be 1 or more");
    }

    @Test
    void refusesAReferenceThatDoesNotHold() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PopulationStabilityIndex(List.of(1.0), List.of(1.0), 0))
                .withMessageContaining("one share more than edges");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PopulationStabilityIndex(List.of(2.0, 1.0), List.of(0.5, 0.25, 0.25), 0))
                .withMessageContaining("must be finite and ascend");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PopulationStabilityIndex(List.of(1.0), List.of(0.5, 0.4), 0))
                .withMessageContaining("must sum to 1");
    }

    @Property
    void isZeroForTheReferenceAndNeverNegative(
            @ForAll @NotEmpty double[] reference,
            @ForAll @NotEmpty double[] current,
            @ForAll @IntRange(min = 1, max = 20) int bins) {
        PopulationStabilityIndex fitted = PopulationStabilityIndex.fit(reference, bins);

        assertThat(fitted.against(reference)).isZero();
        assertThat(fitted.against(current)).isNotNegative();
    }
}
