package io.steelyard.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class QuantilesTest {
    static Stream<JsonNode> quantileBinnings() {
        return Vectors.cases("numeric_binning.json")
                .filter(expected -> expected.get("strategy").stringValue().equals("quantile"));
    }

    @ParameterizedTest
    @MethodSource("quantileBinnings")
    void edgesAreNumpysToTheBit(JsonNode expected) {
        double[] edges = Quantiles.edges(
                Vectors.doubles(expected.get("fit")), expected.get("n_bins").intValue());

        assertThat(edges).containsExactly(Vectors.doubles(expected.get("edges")));
    }

    /// Expected: numpy 2.4.6 percentile.
    @Test
    void interpolatesFromTheNearerEnd() {
        double[] values = {0.1, 1e16, 0.7};

        assertThat(Quantiles.linear(values, new double[] {0, 0.1, 0.3, 0.5, 0.75, 1}))
                .containsExactly(0.1, 0.22, 0.45999999999999996, 0.7, 5000000000000000.0, 1e+16);
    }

    @Test
    void leavesMissingValuesOutAndItsInputAlone() {
        double[] values = {3, Double.NaN, 1, 2};

        assertThat(Quantiles.linear(values, new double[] {0.5})).containsExactly(2);
        assertThat(values).containsExactly(3, Double.NaN, 1, 2);
    }

    @Test
    void staysFiniteWhereTheQuantileIs() {
        double greatest = Double.MAX_VALUE;
        double[] withInfinities = {Double.NEGATIVE_INFINITY, 1, 2, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};

        assertThat(Quantiles.edges(new double[] {-greatest, greatest}, 2)).containsExactly(-greatest, 0, greatest);
        assertThat(Quantiles.linear(withInfinities, new double[] {0.1, 0.25, 0.5, 0.6, 0.9}))
                .containsExactly(Double.NEGATIVE_INFINITY, 1, 2, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    @Test
    void refusesNothingToMeasureAndWhatIsNoProbability() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quantiles.linear(new double[0], new double[] {0.5}))
                .withMessage("the values are empty; give at least one value");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quantiles.linear(new double[] {Double.NaN, Double.NaN}, new double[] {0.5}))
                .withMessage("all 2 of the values are missing; give at least one value");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quantiles.linear(new double[] {1}, new double[] {Double.NaN}))
                .withMessage("a probability is NaN, but must be from 0 to 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quantiles.edges(new double[] {1}, 0))
                .withMessage("bins is 0, but must be 1 or more");
    }

    @Property
    void edgesReachFromLeastToGreatest(
            @ForAll @NotEmpty double[] values, @ForAll @IntRange(min = 1, max = 40) int bins) {
        double[] edges = Quantiles.edges(values, bins);

        assertThat(edges).hasSize(bins + 1);
        assertThat(edges[0]).isEqualTo(Arrays.stream(values).min().orElseThrow());
        assertThat(edges[bins]).isEqualTo(Arrays.stream(values).max().orElseThrow());
    }
}
