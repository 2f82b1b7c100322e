package io.steelyard.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steelyard.data.Batch;
import io.steelyard.data.DoubleColumn;
import io.steelyard.forest.Forest;
import io.steelyard.forest.XgboostModelFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelFolderTest {
    @TempDir
    private Path temporary;

    @Test
    void whatWasWrittenAnswersAsTheForestDoesOnTransformedRows() {
        ModelFolder folder = Models.write(temporary.resolve("runs/model"));
        Batch rows = Models.rows();
        Forest forest = XgboostModelFile.read(Models.FILE);
        float[] expected = forest.scores(FloatRows.of(Models.transforms().transform(rows), forest.featureNames()));
        double[] scores = folder.predictor().score(rows);
        assertThat(scores).hasSize(expected.length);
        for (int i = 0; i < scores.length; i++) {
            assertThat(scores[i]).isEqualTo(expected[i]);
        }
        assertThat(ModelFolder.open(temporary.resolve("runs/model")).predictor().score(rows))
                .isEqualTo(scores);
    }

    @Test
    void theFolderSaysWhatItHolds() {
        ModelFolder folder = Models.write(temporary.resolve("model"));
        assertThat(folder.signature()).isEqualTo(Models.SIGNATURE);
        assertThat(folder.predictor().signature()).isEqualTo(Models.SIGNATURE);
        assertThat(folder.flavors()).containsExactly("onnx", "python_function", "steelyard", "xgboost");
        assertThat(folder.features()).containsExactly("f0", "f1", "f2", "f3", "f4", "f5");
        assertThat(folder.runId()).contains("0123456789abcdef0123456789abcdef");
        assertThat(folder.modelUuid()).contains("fedcba9876543210fedcba9876543210");
        assertThat(folder.created()).contains("2026-11-24 09:30:00.123456");
    }

    /// Python's MLflow 3.17.2 was seen to load these: `Model.load`, its signature and input example, and
    /// `mlflow.xgboost.load_model`.
    @Test
    void theFilesAreThoseOfMlflow() throws IOException {
        Path folder = temporary.resolve("model");
        Models.write(folder);
        long size = -Files.size(folder.resolve("MLmodel"));
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                size += Files.size(file);
            }
        }
        Path expected = Path.of("src/test/resources/expected");
        assertThat(folder.resolve("MLmodel"))
                .hasContent(Files.readString(expected.resolve("MLmodel")).replace("SIZE", Long.toString(size)));
        assertThat(folder.resolve("input_example.json"))
                .hasSameTextualContentAs(expected.resolve("input_example.json"), StandardCharsets.UTF_8);
        assertThat(folder.resolve("transforms.json"))
                .hasBinaryContent(Models.transforms().toJson());
        assertThat(folder.resolve("model.ubj")).hasSameBinaryContentAs(Models.FILE);
        try (var files = Files.list(temporary)) {
            assertThat(files).containsExactly(folder);
        }
    }

    @Test
    void nothingIsWrittenOver() throws IOException {
        Path folder = Files.createDirectory(temporary.resolve("model"));
        assertThatThrownBy(() -> Models.write(folder))
                .isInstanceOf(ModelException.class)
                .hasMessage(folder + ": there is something already: choose another place");
    }

    @Test
    void unknownKeysAreIgnored() throws IOException {
        Path folder = temporary.resolve("model");
        Models.write(folder);
        Files.writeString(
                folder.resolve("MLmodel"),
                Files.readString(folder.resolve("MLmodel")).replace("  xgboost:", "  other:\n    a: [1]\n  xgboost:")
                        + "metadata:\n  team: sky\nprompts: null\n");
        assertThat(ModelFolder.open(folder).flavors())
                .containsExactly("onnx", "other", "python_function", "steelyard", "xgboost");
    }

    @ParameterizedTest
    @CsvSource({
        "MLmodel, NOT_FOUND",
        "model.ubj, NOT_FOUND",
        "transforms.json, NOT_FOUND",
    })
    void aMissingFileIsNamed(String name, ModelException.Kind kind) throws IOException {
        Path folder = temporary.resolve("model");
        Models.write(folder);
        Files.delete(folder.resolve(name));
        assertRefused(folder, kind, folder.resolve(name) + ": there is no such file");
    }

    @ParameterizedTest
    @CsvSource({
        "MLmodel, DAMAGED",
        "model.ubj, DAMAGED",
        "transforms.json, DAMAGED",
    })
    void aDamagedFileIsNamed(String name, ModelException.Kind kind) throws IOException {
        Path folder = temporary.resolve("model");
        Models.write(folder);
        byte[] whole = Files.readAllBytes(folder.resolve(name));
        Files.write(folder.resolve(name), Arrays.copyOf(whole, whole.length / 3));
        assertRefused(folder, kind, folder.resolve(name) + ": ");
        Files.writeString(folder.resolve(name), "\t{ [");
        assertRefused(folder, kind, folder.resolve(name) + ": ");
        Files.writeString(folder.resolve(name), "");
        assertRefused(folder, kind, folder.resolve(name) + ": ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            version: 1                    | version: 2                  | UNSUPPORTED | the flavor 'steelyard' is of version 2, but version 1 is the one this Steelyard reads
            task: "binary_classification" | task: clustering            | DAMAGED     | the flavor 'steelyard' has the unknown task 'clustering'
            task: "binary_classification" | task: regression            | DAMAGED     | the flavor 'steelyard' has the task 'regression', but the model's is 'binary_classification'
            model_file: "model.ubj"       | model_file: ../../model.ubj | DAMAGED     | the flavor 'steelyard' names the file '../../model.ubj', which lies outside the folder
            model_file: "model.ubj"       | model_file: /etc/passwd     | DAMAGED     | the flavor 'steelyard' names the file '/etc/passwd', which lies outside the folder
            model_file: "model.ubj"       | some_file: model.ubj        | DAMAGED     | the flavor 'steelyard' has no 'model_file'
            features:                     | fetures:                    | DAMAGED     | the flavor 'steelyard' has no list 'features'
            - "f5"                        | - f6                        | DAMAGED     | the flavor 'steelyard' has the features [f0, f1, f2, f3, f4, f6], but the model learned from [f0, f1, f2, f3, f4, f5]
            signature:                    | signatur:                   | DAMAGED     | the flavor 'steelyard' needs a signature, but there is none
            "long                         | "binary                     | UNSUPPORTED | the signature's column 'f4' is of type 'binary'; double, float, long, integer, boolean, string and datetime are supported
            "long                         | "tensor                     | UNSUPPORTED | the signature: column 'f4' has elements of the type ''; numbers, bool and str are supported
            inputs: "[                    | inputs: "[[                 | DAMAGED     | the signature
            """)
    void whatCannotBeOpenedIsNamed(String from, String to, ModelException.Kind kind, String message)
            throws IOException {
        Path folder = temporary.resolve("model");
        Models.write(folder);
        String text = Files.readString(folder.resolve("MLmodel"));
        assertThat(text).contains(from);
        Files.writeString(folder.resolve("MLmodel"), text.replace(from, to));
        assertRefused(folder, kind, folder.resolve("MLmodel") + ": " + message);
    }

    @Test
    void aFormatThatNobodyReadsIsNamed() throws IOException {
        Path folder = temporary.resolve("model");
        Models.write(folder);
        Path file = folder.resolve("MLmodel");
        String text = Files.readString(file);
        Files.writeString(file, text.replace("model_format: \"xgboost\"", "model_format: catboost"));
        assertRefused(
                folder,
                ModelException.Kind.UNSUPPORTED,
                folder.resolve("model.ubj") + ": a model of the format 'catboost' cannot be loaded: the formats are [");
        Files.writeString(file, text.replace("model_format: \"xgboost\"", "model_format: torchscript"));
        assertRefused(
                folder,
                ModelException.Kind.UNSUPPORTED,
                folder.resolve("model.ubj") + ": a model of the format 'torchscript' cannot be loaded: put "
                        + "io.steelyard:steelyard-learner-djl on the class path");
    }

    @Test
    void transformsThatDoNotFitTheModelAreNamed() throws IOException {
        Path folder = temporary.resolve("model");
        Models.write(folder);
        Path transforms = folder.resolve("transforms.json");
        Files.writeString(transforms, Files.readString(transforms).replace("\"f3\"", "\"f9\""));
        assertRefused(
                folder,
                ModelException.Kind.DAMAGED,
                folder.resolve("MLmodel") + ": the flavor 'steelyard' has transforms that do not make the model's "
                        + "features of the signature's inputs: no column 'f9'");
    }

    @Test
    void aModelOfOtherFlavorsIsRefused() throws IOException {
        Files.writeString(temporary.resolve("MLmodel"), "flavors:\n  keras:\n    data: data\n");
        assertRefused(
                temporary,
                ModelException.Kind.UNSUPPORTED,
                temporary.resolve("MLmodel")
                        + ": the model has the flavors [keras], but one of steelyard, xgboost, lightgbm and onnx is needed");
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        assertRefused(
                temporary.resolve("nowhere"),
                ModelException.Kind.NOT_FOUND,
                temporary.resolve("nowhere/MLmodel") + ": there is no such folder");
        assertRefused(
                temporary,
                ModelException.Kind.NOT_FOUND,
                temporary.resolve("MLmodel") + ": there is no such file: " + temporary + " is no model folder");
    }

    @Test
    void rowsOfFloatsStandInTheFeaturesOrder() {
        Batch rows = Models.rows()
                .take(new int[] {0, 1})
                .with("f0", new DoubleColumn(new double[] {1, Double.NaN}))
                .with("f1", new DoubleColumn(new double[] {3, 4}));
        assertThat(FloatRows.of(rows, List.of("f1", "f0"))).containsExactly(3, 1, 4, Float.NaN);
        assertThat(FloatRows.of(rows, List.of())).isEmpty();
    }

    private static void assertRefused(Path folder, ModelException.Kind kind, String message) {
        assertThatThrownBy(() -> ModelFolder.open(folder))
                .isInstanceOfSatisfying(
                        ModelException.class, e -> assertThat(e.kind()).isEqualTo(kind))
                .hasMessageStartingWith(message);
    }
}
