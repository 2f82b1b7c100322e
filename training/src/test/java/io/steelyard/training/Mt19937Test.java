package io.steelyard.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.steelyard.stats.Mt19937;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class Mt19937Test {
    static Stream<JsonNode> draws() {
        return References.file("splits.json").get("draws").valueStream();
    }

    @ParameterizedTest
    @MethodSource("draws")
    void drawsWhatNumpyDraws(JsonNode expected) {
        long seed = expected.get("seed").asLong();
        Mt19937 words = new Mt19937(seed);
        long[] drawn = new long[700];
        Arrays.setAll(drawn, i -> Integer.toUnsignedLong(words.nextInt()));
        assertThat(Arrays.copyOfRange(drawn, 688, 700))
                .containsExactly(expected.get("words")
                        .valueStream()
                        .mapToLong(JsonNode::asLong)
                        .toArray());
        Object shuffled = References.expectedRows(expected.get("shuffled"));
        assertThat(References.rows(new Mt19937(seed).permutation(40), shuffled)).isEqualTo(shuffled);
        Object many = References.expectedRows(expected.get("long"));
        assertThat(References.rows(new Mt19937(seed).permutation(100_000), many))
                .isEqualTo(many);
    }

    /// Expected: the reference implementation of its authors for this seed; the 10,000th number is what the C++ standard
    /// asks of `std::mt19937`.
    @Test
    void theTenThousandthNumberIsThatOfTheStandard() {
        Mt19937 words = new Mt19937(5489);
        for (int i = 1; i < 10_000; i++) {
            words.nextInt();
        }
        assertThat(Integer.toUnsignedLong(words.nextInt())).isEqualTo(4123659995L);
    }

    @Test
    void refusesSeedsThatNumpyRefuses() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RowOrder.shuffled(-1))
                .withMessage("the seed is -1, but must be from 0 to 4294967295, as for NumPy");
        assertThatIllegalArgumentException().isThrownBy(() -> RowOrder.shuffled(1L << 32));
    }
}
