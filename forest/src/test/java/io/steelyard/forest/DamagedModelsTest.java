package io.steelyard.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever is done to a file of LightGBM, ONNX or a categorical one of XGBoost, the reader answers with a forest or a
/// [ForestException], soon, and within the memory that the bytes warrant. With `-Dsoak` many more changes are tried.
class DamagedModelsTest {
    private static final int ROUNDS = System.getProperty("soak") == null ? 150 : 5000;

    @ParameterizedTest
    @ValueSource(strings = {"lightgbm_categories", "lightgbm_linear", "onnx_modes_sum_none", "onnx_version5_float32"})
    void aFileCutShortIsRefusedOrAnswersAsTheWholeOne(String name) throws IOException {
        byte[] whole = Files.readAllBytes(Expected.file(name));
        Function<byte[], Forest> reader = reader(name);
        double[] margins = reader.apply(whole).margins(rows(reader.apply(whole)));
        int step = whole.length > 4000 ? 7 : 1;
        for (int length = 0; length < whole.length; length += step) {
            try {
                Forest forest = reader.apply(Arrays.copyOf(whole, length));
                assertThat(forest.margins(rows(forest))).containsExactly(margins);
            } catch (ForestException e) {
                assertThat(e).hasMessageMatching("(?s).+");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lightgbm_categories",
                "lightgbm_linear",
                "lightgbm_multiclass",
                "onnx_modes_sum_none",
                "onnx_version5_float32",
                "onnx_forestthree",
                "xgboost_sets",
                "xgboost_setsmulti",
                "xgboost_dart"
            })
    void changedBytesNeverHangAndNeverEscape(String name) throws IOException {
        byte[] whole = Files.readAllBytes(Expected.file(name));
        Random random = new Random(4);
        assertTimeoutPreemptively(Duration.ofMinutes(2), () -> {
            for (int round = 0; round < ROUNDS; round++) {
                byte[] changed = whole.clone();
                for (int i = 0; i <= round % 4; i++) {
                    int at = random.nextInt(changed.length);
                    // In texts a digit for a digit goes farther into the reader than any byte would.
                    changed[at] = round % 2 == 0 && Character.isDigit(changed[at])
                            ? (byte) ('0' + random.nextInt(10))
                            : (byte) random.nextInt();
                }
                readOrRefuse(reader(name), changed);
            }
        });
    }

    @Test
    void randomBytesAreRefused() {
        Random random = new Random(5);
        for (int round = 0; round < 5000; round++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            assertThatThrownBy(() -> LightgbmModelFile.read(bytes)).isInstanceOf(ForestException.class);
            assertThatThrownBy(() -> OnnxModelFile.read(bytes)).isInstanceOf(ForestException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "num_leaves=3|num_leaves=2000000000",
                "num_leaves=3|num_leaves=-1",
                "left_child=1 -1|left_child=0 -1",
                "left_child=1 -1|left_child=1 -4",
                "left_child=1 -1|left_child=1 0",
                "left_child=1 -1|left_child=1 -2147483648",
                "right_child=-3 -2|right_child=-1 -2",
                "split_feature=0 1|split_feature=0 2",
                "split_feature=0 1|split_feature=-1 1",
                "decision_type=2 2|decision_type=2 15",
                "decision_type=2 2|decision_type=2 3",
                "threshold=0.5 1.5|threshold=0.5 one",
                "max_feature_idx=1|max_feature_idx=2147483647",
                "num_tree_per_iteration=1|num_tree_per_iteration=0",
                "num_tree_per_iteration=1|num_tree_per_iteration=2",
                "num_tree_per_iteration=1|num_tree_per_iteration=100000000",
                "Tree=0|Tree=1",
                "tree\n|forest\n",
                "objective=regression|objective=magic",
                "end of trees|end of threes",
                "leaf_value=1 2 3|leaf_value=1 2"
            })
    void aTextThatContradictsItselfIsRefused(String change) {
        String[] parts = change.split("\\|", -1);
        assertThat(LIGHTGBM).contains(parts[0]);
        assertThat(lightgbm(LIGHTGBM).margin(new double[] {0, 0})).isEqualTo(1);
        assertThatThrownBy(() -> lightgbm(LIGHTGBM.replace(parts[0], parts[1]))).isInstanceOf(ForestException.class);
    }

    @Test
    void contributionsOfAChainWithoutEndAreRefused() {
        int inner = 2000;
        StringBuilder left = new StringBuilder();
        StringBuilder right = new StringBuilder();
        for (int i = 0; i < inner; i++) {
            left.append(i + 1 < inner ? i + 1 : -1).append(' ');
            right.append(~(i + 1)).append(' ');
        }
        Forest forest = lightgbm("""
                tree
                num_tree_per_iteration=1
                max_feature_idx=1
                Tree=0
                num_leaves=%d
                split_feature=%s
                threshold=%s
                decision_type=%s
                left_child=%s
                right_child=%s
                leaf_value=%s
                leaf_count=%s
                internal_count=%s
                end of trees
                """.formatted(
                        inner + 1,
                        "0 ".repeat(inner),
                        "0.5 ".repeat(inner),
                        "2 ".repeat(inner),
                        left,
                        right,
                        "1 ".repeat(inner + 1),
                        "1 ".repeat(inner + 1),
                        "1 ".repeat(inner)));
        Rows row = Rows.of(new double[2], 2);
        assertThat(forest.margins(row)).containsExactly(1);
        assertThatThrownBy(() -> forest.contributions(row))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("contributions are for trees of at most 1000 levels, but one has 2000");
    }

    /// x0 <= 0.5 ? (x1 <= 1.5 ? 1 : 2) : 3
    private static final String LIGHTGBM = """
            tree
            version=v4
            num_class=1
            num_tree_per_iteration=1
            max_feature_idx=1
            objective=regression
            feature_names=a b

            Tree=0
            num_leaves=3
            split_feature=0 1
            threshold=0.5 1.5
            decision_type=2 2
            left_child=1 -1
            right_child=-3 -2
            leaf_value=1 2 3


            end of trees
            """;

    private static Forest lightgbm(String text) {
        return LightgbmModelFile.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Function<byte[], Forest> reader(String name) {
        return switch (name.substring(0, name.indexOf('_'))) {
            case "xgboost" -> XgboostModelFile::read;
            case "lightgbm" -> LightgbmModelFile::read;
            default -> OnnxModelFile::read;
        };
    }

    private static Rows rows(Forest forest) {
        double[] row = new double[forest.features()];
        Arrays.setAll(row, i -> i % 3 - 0.7);
        return Rows.of(row, forest.features());
    }

    private static void readOrRefuse(Function<byte[], Forest> reader, byte[] bytes) {
        try {
            Forest forest = reader.apply(bytes);
            if (forest.features() < 100_000) {
                forest.scores(rows(forest));
            }
        } catch (ForestException e) {
            assertThat(e).hasMessageMatching("(?s).+");
        }
    }
}
