package io.steelyard.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever the bytes are, the reader answers with a forest or a [ForestException], soon, and within the memory that
/// the bytes warrant.
class DamagedFilesTest {
    private static final int ROUNDS = System.getProperty("soak") == null ? 800 : 10_000;
    private static final Path FILES = Path.of("src/test/resources/xgboost");

    @ParameterizedTest
    @ValueSource(strings = {"stump.ubj", "stump.json", "constant.ubj"})
    void aFileCutShortAnywhereIsRefused(String name) throws IOException {
        byte[] whole = Files.readAllBytes(FILES.resolve(name));
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> XgboostModelFile.read(cut))
                    .as("cut to %d bytes", length)
                    .isInstanceOf(ForestException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"stump.ubj", "stump.json", "regression.ubj", "regression.json"})
    void changedBytesNeverHangAndNeverEscape(String name) throws IOException {
        byte[] whole = Files.readAllBytes(FILES.resolve(name));
        Random random = new Random(4);
        assertTimeoutPreemptively(Duration.ofMinutes(2), () -> {
            for (int round = 0; round < ROUNDS; round++) {
                byte[] changed = whole.clone();
                for (int i = 0; i <= round % 4; i++) {
                    changed[random.nextInt(changed.length)] = (byte) random.nextInt();
                }
                readOrRefuse(changed);
            }
        });
    }

    @Test
    void randomBytesAreRefused() {
        Random random = new Random(5);
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            if (bytes.length > 2) {
                bytes[0] = '{';
                bytes[1] = (byte) (round % 2 == 0 ? 'i' : '"');
            }
            assertThat(readOrRefuse(bytes)).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{#L~}", // an object of a great many fields
                "{i\u0001a[#L~", // an array of a great many values
                "{i\u0001a[$Z#L~", // of values that take no bytes at all
                "{i\u0001a[$[#L~",
                "{i\u0001aSL~", // a long string
                "{L~"
            })
    void aClaimedSizeIsNotBelieved(String start) {
        byte[] text = start.getBytes(StandardCharsets.ISO_8859_1);
        int at = start.indexOf('~');
        for (long size : new long[] {Long.MAX_VALUE, 1L << 40, Integer.MAX_VALUE, 10_000_000, -1, Long.MIN_VALUE}) {
            ByteBuffer bytes = ByteBuffer.allocate(at + 8 + 20);
            bytes.put(text, 0, at).putLong(size);
            assertThatThrownBy(() -> XgboostModelFile.read(bytes.array()))
                    .isInstanceOf(ForestException.class)
                    .hasMessageContaining("a size of " + size + " is claimed, but");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":[", "{i\u0001a["})
    void deepNestingIsRefused(String start) {
        String text = start + "[".repeat(1_000_000);
        assertThatThrownBy(() -> XgboostModelFile.read(text.getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(ForestException.class)
                .hasMessageEndingWith("values are nested more than 64 deep");
    }

    @Test
    void aChainOfAMillionNodesIsATree() {
        int inner = 500_000;
        StringBuilder left = new StringBuilder("[");
        StringBuilder right = new StringBuilder("[");
        StringBuilder zeros = new StringBuilder("[");
        for (int i = 0; i < inner; i++) {
            left.append(i + 1).append(',');
            right.append(inner + 1 + i).append(',');
            zeros.append("0,");
        }
        left.append("-1,".repeat(inner)).append("-1]");
        right.append("-1,".repeat(inner)).append("-1]");
        zeros.append("7").append(",0".repeat(inner)).append("]");
        String text = new String(
                        new ModelText()
                                .with("left_children", left.toString())
                                .with("right_children", right.toString())
                                .with("split_conditions", zeros.toString())
                                .bytes(),
                        StandardCharsets.UTF_8)
                .replace("[0, 1, 0, 0, 0]", zeros.toString().replace('7', '0'))
                .replace("[0, true, 0, 0, 0]", zeros.toString().replace('7', '0'));
        Forest forest = XgboostModelFile.read(text.getBytes(StandardCharsets.UTF_8));
        assertThat(forest.margin(new float[] {-1, 0})).isEqualTo(7);
    }

    private static boolean readOrRefuse(byte[] bytes) {
        try {
            Forest forest = XgboostModelFile.read(bytes);
            forest.score(new float[Math.min(forest.features(), 1000)]);
            return true;
        } catch (ForestException e) {
            return false;
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageContaining("values, but the model takes");
            return true;
        }
    }
}
