package io.steelyard.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TokensTest {
    @Test
    void ubjReadsEveryKindOfNumber() {
        assertThat(ubj("[i\u00ffU\u00ffI\u00ff\u0000l\u0000\u0001\u0000\u0000L\0\0\0\0\0\0\0\u0009TFN]")
                        .ints())
                .containsExactly(-1, 255, -256, 65536, 9, 1, 0);
        assertThat(ubj("[$U#i\u0003\u0001\u0002\u0003").ints()).containsExactly(1, 2, 3);
        assertThat(ubj("[#i\u0002d?\u0080\0\0D@\0\0\0\0\0\0\0").floats()).containsExactly(1, 2);
        assertThatThrownBy(ubj("[L\u0001\0\0\0\0\0\0\0]")::ints)
                .hasMessage("byte 10: the integer 72057594037927936 is beyond what a model can hold");
        assertThatThrownBy(ubj("[d?\u0080\0\0]")::ints)
                .hasMessage("byte 2: an integer should stand here, not a value of kind 'd'");
    }

    @Test
    void ubjSkipsEveryKindOfValue() {
        UbjTokens tokens = ubj(
                "{i\u0001a[{i\u0001b[$d#i\u0001\0\0\0\0}ZTFNCxSi\u0001yHi\u00019[$S#i\u0002i\u0001pi\u0001q]i\u0001c"
                        + "{$i#i\u0001i\u0001d\u0005}");
        tokens.skip();
        tokens.end();
    }

    @Test
    void jsonReadsEscapes() {
        assertThat(json("\"a\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e4\\ud83d\\ude00ß\"").text())
                .isEqualTo("a\"\\/\b\f\n\r\täß".replace("ä", "ä\ud83d\ude00"));
        assertThatThrownBy(json("\"\\x\"")::text).hasMessage("byte 3: '\\x' is no escape of JSON");
        assertThatThrownBy(json("\"\\u12g4\"")::text).hasMessage("byte 6: four hexadecimal digits should follow '\\u'");
    }

    @Test
    void jsonReadsNumbersAndTheWordsForThoseThatJsonLacks() {
        assertThat(json("[1, -2.5E-1, NaN, Infinity, -Infinity, true]").floats())
                .containsExactly(1, -0.25f, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 1);
        assertThat(json("[ ]").ints()).isEmpty();
        assertThatThrownBy(json("[1.5]")::ints).hasMessage("byte 4: '1.5' should be an integer");
        assertThatThrownBy(json("[one]")::floats).hasMessage("byte 4: 'one' should be a number");
        assertThatThrownBy(json("[" + "1".repeat(1000) + "]")::floats).hasMessage("byte 1: a number should stand here");
        assertThatThrownBy(json("[1 2]")::floats).hasMessage("byte 3: ']' should stand here, not '2'");
    }

    @Test
    void whatFollowsTheEndIsNamed() {
        JsonTokens tokens = json("null \n x");
        tokens.skip();
        assertThatThrownBy(tokens::end).hasMessage("byte 7: 1 bytes follow after the model's end");
    }

    private static UbjTokens ubj(String bytes) {
        return new UbjTokens(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static JsonTokens json(String text) {
        return new JsonTokens(text.getBytes(StandardCharsets.UTF_8));
    }
}
