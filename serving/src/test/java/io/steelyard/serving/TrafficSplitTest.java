package io.steelyard.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TrafficSplitTest {
    @Test
    void bucketsAndVariantsAreThoseOfPython() {
        JsonNode cases = JsonMapper.shared()
                .readTree(Path.of(System.getProperty("vectors.dir"), "ab_bucket.json")
                        .toFile())
                .get("cases");
        assertThat(cases).isNotEmpty();
        for (JsonNode one : cases) {
            TrafficSplit split = new TrafficSplit(
                    one.get("experiment").asString(), one.get("traffic_split").asDouble());
            String user = one.get("user_id").asString();
            assertThat(split.bucket(user)).isEqualTo(one.get("bucket").asDouble());
            assertThat(split.variant(user).spelling())
                    .isEqualTo(one.get("variant").asString());
        }
    }

    @Property
    void raisingTheShareMovesNobodyOut(@ForAll String user, @ForAll @DoubleRange(min = 0, max = 1) double share) {
        if (new TrafficSplit("e", share / 2).variant(user) == Variant.TREATMENT) {
            assertThat(new TrafficSplit("e", share).variant(user)).isEqualTo(Variant.TREATMENT);
        }
    }

    @Test
    void aShareIsFromZeroToOne() {
        assertThatThrownBy(() -> new TrafficSplit("e", Double.NaN))
                .hasMessage("the treatment share of experiment 'e' must be from 0 to 1, not NaN");
        assertThatThrownBy(() -> new TrafficSplit("e", 1.5)).isInstanceOf(IllegalArgumentException.class);
    }
}
