package io.steelyard.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class KolmogorovSmirnovTest {
    private static final double EXACT = 1e-12;

    static Stream<JsonNode> samples() {
        return Vectors.cases("drift.json");
    }

    static Stream<JsonNode> grids() {
        return Vectors.ownCases("ks_grids.json");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void equalsScipy(JsonNode expected) {
        KolmogorovSmirnov.Result result = KolmogorovSmirnov.test(
                Vectors.doubles(expected.get("reference")), Vectors.doubles(expected.get("current")));

        double pValue = expected.get("ks_p_value").doubleValue();
        assertThat(result.statistic()).isCloseTo(expected.get("ks_statistic").doubleValue(), within(EXACT));
        assertThat(result.pValue()).isCloseTo(pValue, withinPercentage(1e-8));
    }

    @ParameterizedTest
    @MethodSource("grids")
    void equalsScipyWhereSizesAreAtTheLimits(JsonNode expected) {
        long n = expected.get("n").intValue();
        long m = expected.get("m").intValue();
        long shift = expected.get("shift").longValue();
        long step = expected.get("step").longValue();

        KolmogorovSmirnov.Result result =
                KolmogorovSmirnov.test(grid((int) n, m, 0, step), grid((int) m, n, shift, step));

        assertThat(result.statistic()).isCloseTo(expected.get("statistic").doubleValue(), within(EXACT));
        assertThat(result.pValue()).isCloseTo(expected.get("p_value").doubleValue(), withinPercentage(1e-7));
    }

    private static double[] grid(int size, long factor, long shift, long step) {
        return IntStream.range(0, size)
                .mapToDouble(i -> Math.floorDiv(i * factor + shift, step))
                .toArray();
    }

    @Test
    void leavesMissingValuesOut() {
        double[] values = {1, 2, 3, 4};
        double[] withMissing = {Double.NaN, 4, 3, Double.NaN, 2, 1};

        assertThat(KolmogorovSmirnov.test(values, withMissing)).isEqualTo(new KolmogorovSmirnov.Result(0, 1));
    }

    @Test
    void namesTheSampleThatIsEmpty() {
        double[] one = {1};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KolmogorovSmirnov.test(new double[0], one))
                .withMessage("the reference values are empty; give at least one value");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KolmogorovSmirnov.test(one, new double[] {Double.NaN}))
                .withMessage("all 1 of the current values are missing; give at least one value");
    }

    @Property
    void sidesMayBeSwapped(@ForAll @NotEmpty double[] reference, @ForAll @NotEmpty double[] current) {
        KolmogorovSmirnov.Result there = KolmogorovSmirnov.test(reference, current);
        KolmogorovSmirnov.Result back = KolmogorovSmirnov.test(current, reference);

        assertThat(there.statistic()).isEqualTo(back.statistic()).isBetween(0.0, 1.0);
        assertThat(there.pValue()).isCloseTo(back.pValue(), within(EXACT)).isBetween(0.0, 1.0);
    }

    @Property
    void aMonotoneMapChangesNothing(
            @ForAll @NotEmpty List<@IntRange(min = -20, max = 20) Integer> reference,
            @ForAll @NotEmpty List<@IntRange(min = -20, max = 20) Integer> current) {
        double[] x = reference.stream().mapToDouble(Integer::doubleValue).toArray();
        double[] y = current.stream().mapToDouble(Integer::doubleValue).toArray();

        assertThat(KolmogorovSmirnov.test(cubed(x), cubed(y))).isEqualTo(KolmogorovSmirnov.test(x, y));
    }

    private static double[] cubed(double[] values) {
        return Arrays.stream(values).map(value -> value * value * value).toArray();
    }
}
