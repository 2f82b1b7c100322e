package io.steelyard.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class PythonFloatTest {
    private static final Pattern LEARNING_RATE = Pattern.compile("\"learning_rate\": ([^,}]+)");

    static Stream<JsonNode> floats() {
        return Vectors.ownCases("python_floats.json");
    }

    static Stream<JsonNode> configs() {
        return Vectors.cases("config_hash.json");
    }

    @ParameterizedTest
    @MethodSource("floats")
    void spellsAsPython(JsonNode expected) {
        double value = Double.longBitsToDouble(
                HexFormat.fromHexDigitsToLong(expected.get(0).stringValue()));

        assertThat(PythonFloat.repr(value)).isEqualTo(expected.get(1).stringValue());
        if (expected.size() > 2) {
            assertThat(PythonFloat.fixed(value, 4)).isEqualTo(expected.get(2).stringValue());
            assertThat(PythonFloat.fixed(value, 0)).isEqualTo(expected.get(3).stringValue());
        }
    }

    @ParameterizedTest
    @MethodSource("configs")
    void spellsTheLearningRateAsJsonDumpsDoes(JsonNode expected) {
        var matcher = LEARNING_RATE.matcher(expected.get("canonical").stringValue());

        assertThat(matcher.find()).isTrue();
        assertThat(PythonFloat.repr(Double.parseDouble(matcher.group(1)))).isEqualTo(matcher.group(1));
    }

    @Test
    void spellsWhatIsNoNumber() {
        assertThat(PythonFloat.repr(Double.NaN)).isEqualTo("nan");
        assertThat(PythonFloat.repr(Double.NEGATIVE_INFINITY)).isEqualTo("-inf");
        assertThat(PythonFloat.fixed(Double.NaN, 4)).isEqualTo("nan");
        assertThat(PythonFloat.fixed(Double.POSITIVE_INFINITY, 4)).isEqualTo("inf");
        assertThat(PythonFloat.fixed(-0.0, 4)).isEqualTo("-0.0000");
    }

    @Property(tries = 5000)
    void reprReadsBackAsTheSameDouble(@ForAll long bits) {
        double value = Double.longBitsToDouble(bits);
        if (Double.isFinite(value)) {
            assertThat(Double.parseDouble(PythonFloat.repr(value))).isEqualTo(value);
            assertThat(PythonFloat.repr(value).length())
                    .isLessThanOrEqualTo(Double.toString(value).length() + 1);
        }
    }

    @Test
    void refusesNegativeDigits() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PythonFloat.fixed(1, -1))
                .withMessage("digits is -1, but must be 0 or more");
    }
}
