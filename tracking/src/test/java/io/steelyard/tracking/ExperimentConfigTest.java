package io.steelyard.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class ExperimentConfigTest {
    private static final String START =
            "{\"model_type\": \"m\", \"batch_size\": 1, \"epochs\": 1, \"random_seed\": 1, \"data_version\": \"v\","
                    + " \"feature_columns\": []";

    @TempDir
    Path folder;

    /// The cases were made by the Python program itself; the exact text of each configuration is kept, for `1e+16` is
    /// not `1e16`.
    static Stream<Arguments> vectors() throws IOException {
        Path file = Path.of(System.getProperty("vectors.dir"), "config_hash.json");
        return new ObjectMapper()
                .readTree(Files.readString(file))
                .get("cases")
                .valueStream()
                .map(c -> Arguments.of(
                        c.get("canonical").stringValue(), c.get("hash").stringValue()));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void theHashIsPythons(String canonical, String hash) throws IOException {
        ExperimentConfig config = ExperimentConfig.fromJson(canonical);
        assertThat(config.configHash()).isEqualTo(hash);
        Path file = folder.resolve("config.json");
        config.save(file);
        assertThat(ExperimentConfig.load(file)).isEqualTo(config);
    }

    @Test
    void theFilesNumbersGiveTheSameHashes() throws IOException {
        String text = Files.readString(Path.of(System.getProperty("vectors.dir"), "config_hash.json"));
        JsonNode cases = new ObjectMapper().readTree(text).get("cases");
        assertThat(cases).hasSizeGreaterThan(30);
        int at = 0;
        for (JsonNode c : cases) {
            int start = text.indexOf("\"config\":", at) + "\"config\":".length();
            at = text.indexOf("\"canonical\":", start);
            String config = text.substring(start, text.lastIndexOf(',', at));
            assertThat(ExperimentConfig.fromJson(config).configHash())
                    .isEqualTo(c.get("hash").stringValue());
        }
    }

    /// Hashes computed with Python 3.11.7 from the same texts.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = HASHES)
    void numbersKeepTheSpellingThatPythonGivesThem(String rate, String hash) {
        assertThat(ExperimentConfig.fromJson(START + ", \"learning_rate\": " + rate + "}")
                        .configHash())
                .isEqualTo(hash);
    }

    private static final String HASHES = """
            1 | 5cc3ec98bd3e
            1.0 | c3e5bd8359f7
            -0 | 5cf1a949a811
            -0.0 | d534bfe72a6b
            1e5 | 5c6ff7f3ec7a
            1E400 | f61df3ec0af1
            -1e400 | 679f69d69ff4
            NaN | 43bf2cbaf946
            Infinity | f61df3ec0af1
            -Infinity | 679f69d69ff4
            123456789012345678901234567890 | 75d9e9f5d7c9
            1e16 | b34bbfcffae5
            9999999999999998.0 | d7725ae22c88
            0.1000 | a235d1667b8d
            1e-4 | 7d9b4f2e8dc5
            0.00001 | 055dd2a7cb2c
            5e-324 | 248c587c9f23
            4.35 | d321ae42f487
            2e-3 | e8501520b97a
            100 | b7d1e354383c
            1.7976931348623157e308 | db0d2c29bc77
            9007199254740993 | f6d4c8c28aa9
            9007199254740993.0 | 8638836d6de8
            """;

    @Test
    void theFileIsPythons() {
        ExperimentConfig config = ExperimentConfig.of("grüße😀", 1e-5, 32, 5, -7, "", List.of("a\u007f", "b\"\\\n"));
        // json.dumps(asdict(config), indent=2) of Python 3.11.7
        assertThat(config.toJson()).isEqualTo("""
                {
                  "model_type": "gr\\u00fc\\u00dfe\\ud83d\\ude00",
                  "learning_rate": 1e-05,
                  "batch_size": 32,
                  "epochs": 5,
                  "random_seed": -7,
                  "data_version": "",
                  "feature_columns": [
                    "a\\u007f",
                    "b\\"\\\\\\n"
                  ],
                  "train_split_ratio": 0.8,
                  "early_stopping_patience": 5
                }""");
        assertThat(ExperimentConfig.fromJson(START + ",\"learning_rate\":1}").toJson())
                .contains("\"feature_columns\": [],\n")
                .contains("\"learning_rate\": 1,\n");
    }

    @Test
    void whatIsAbsentHasItsDefault() {
        ExperimentConfig config = ExperimentConfig.fromJson(START + ",\"learning_rate\":0.5}");
        assertThat(config).isEqualTo(ExperimentConfig.of("m", 0.5, 1, 1, 1, "v", List.of()));
        assertThat(config.trainSplitRatio()).isEqualTo(PythonNumber.of(0.8));
        assertThat(config.earlyStoppingPatience()).isEqualTo(BigInteger.valueOf(5));
        assertThat(config.withTrainSplitRatio(0.7).withEarlyStoppingPatience(9))
                .isEqualTo(ExperimentConfig.fromJson(
                        START + ",\"learning_rate\":0.5,\"train_split_ratio\":0.7,\"early_stopping_patience\":9}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"learning_rat": 1}                          | unknown key 'learning_rat': did you mean 'learning_rate'?
            {}                                           | missing key 'model_type'
            {"model_type": 1}                            | 'model_type' must be a text, not the number 1
            {"model_type": "m"}                          | missing key 'learning_rate'
            {"model_type": "m", "learning_rate": "0.1"}  | 'learning_rate' must be a number, not the text "0.1"
            {"model_type": "m", "learning_rate": true}   | 'learning_rate' must be a number, not true
            {"model_type": null}                         | 'model_type' must be a text, not null
            {"model_type": {"a": [1]}}                   | 'model_type' must be a text, not an object
            {"model_type": "m"} {}                       | something follows the configuration's closing brace
            []                                           | a configuration is one JSON object, in braces
            {"learning_rate": -INF}                      | '-INF' is no number: the three that JSON lacks are NaN, Infinity and -Infinity
            """)
    void whatIsWrongIsNamed(String json, String message) {
        assertThatThrownBy(() -> ExperimentConfig.fromJson(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "epochs": 5.0                   | 'epochs' must be a whole number, not the number 5.0
            "feature_columns": "abc"        | 'feature_columns' must be a list of texts, not the text "abc"
            "feature_columns": ["a", 1]     | 'feature_columns' must be a list of texts, not a list [the text "a", the number 1]
            "early_stopping_patience": null | 'early_stopping_patience' must be a whole number, not null
            """)
    void aWrongTypeIsNamed(String pair, String message) {
        assertThatThrownBy(() -> ExperimentConfig.fromJson(START + ", \"learning_rate\": 1, " + pair + "}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void theFileAndThePlaceAreNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("config.json"), "{\n  \"epochs\": 5,,\n}");
        assertThatThrownBy(() -> ExperimentConfig.load(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(file + ": this is no JSON, at line 2, column ");
        Path latin = Files.write(folder.resolve("latin.json"), new byte[] {'{', '"', (byte) 0xe4, '"', '}'});
        assertThatThrownBy(() -> ExperimentConfig.load(latin)).hasMessageContaining("UTF-8");
    }
}
