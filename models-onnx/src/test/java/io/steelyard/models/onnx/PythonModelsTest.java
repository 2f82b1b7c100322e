package io.steelyard.models.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.steelyard.models.ModelException;
import io.steelyard.models.ModelFolder;
import io.steelyard.models.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Folders that Python's MLflow wrote: those that stand here, and new ones where the tool is there.
class PythonModelsTest {
    private static final Path FOLDERS = Path.of("src/test/resources/python");
    private static final String TOOL = "steelyard.tool.mlflow";
    private static final List<String> PICKLED =
            List.of("pickled_lightgbm", "pickled_sklearn_skops", "pickled_sklearn_cloudpickle", "pickled_code");

    @TempDir
    private Path temporary;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xgboost_three",
                "xgboost_classifier",
                "lightgbm_two",
                "lightgbm_three",
                "lightgbm_value",
                "onnx_maps",
                "onnx_matrix",
                "onnx_value",
                "onnx_columns"
            })
    void aModelOfPythonAnswersAsItDoesThere(String model) {
        PythonExpected.read(FOLDERS).assertAnswered(model, ModelFolder.open(FOLDERS.resolve(model)));
    }

    @Test
    void theSignatureSaysWhatTheModelTakesAndAnswers() {
        ModelFolder maps = ModelFolder.open(FOLDERS.resolve("onnx_maps"));
        assertThat(maps.signature().classes()).containsExactly("high", "low", "middle");
        assertThat(maps.signature().inputs().names()).containsExactly("a", "b", "c");
        assertThat(ModelFolder.open(FOLDERS.resolve("onnx_value"))
                        .signature()
                        .inputs()
                        .names())
                .containsExactly("0", "1", "2");
        assertThat(ModelFolder.open(FOLDERS.resolve("onnx_columns")).signature().task())
                .isEqualTo(Task.BINARY_CLASSIFICATION);
        assertThat(ModelFolder.open(FOLDERS.resolve("xgboost_three"))
                        .signature()
                        .classes())
                .containsExactly("0", "1", "2");
    }

    @Test
    @EnabledIfSystemProperty(named = TOOL, matches = ".+")
    void pythonObjectsAreRefusedWithLinesThatWork() throws IOException, InterruptedException {
        python(Path.of("src/test/reference/make_folders.py").toString(), temporary.toString(), "--pickles");
        PythonExpected expected = PythonExpected.read(temporary);
        List<String> script = new ArrayList<>(List.of(
                "import mlflow, pandas, skl2onnx, sys",
                "sys.path.insert(0, '" + Path.of("src/test/reference").toAbsolutePath() + "')",
                "X = pandas.read_csv('" + temporary.resolve("training.csv") + "')"));
        for (String model : PICKLED) {
            Path folder = temporary.resolve(model);
            String message = String.valueOf(catchThrowableOfType(ModelException.class, () -> ModelFolder.open(folder))
                    .getMessage());
            List<String> lines = message.lines().toList();
            assertThat(lines).as(message).hasSize(3);
            assertThat(lines.getFirst()).startsWith(folder.resolve("MLmodel") + ": the model is ");
            String saved = folder + "_saved";
            lines.subList(1, 3).forEach(line -> script.add(line.replace("NEW_FOLDER", saved)));
        }
        python("-c", String.join("\n", script));
        for (String model : PICKLED) {
            expected.assertAnswered(model, ModelFolder.open(Path.of(temporary.resolve(model) + "_saved")));
        }
        for (String model : List.of("xgboost_three", "xgboost_classifier", "lightgbm_three", "onnx_maps")) {
            expected.assertAnswered(model, ModelFolder.open(temporary.resolve(model)));
        }
    }

    private void python(String... arguments) throws IOException, InterruptedException {
        Python.run(temporary, arguments);
    }
}
