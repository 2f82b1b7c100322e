package io.steelyard.models.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.steelyard.data.Batch;
import io.steelyard.data.Column;
import io.steelyard.data.ColumnType;
import io.steelyard.data.DoubleColumn;
import io.steelyard.data.Field;
import io.steelyard.data.LongColumn;
import io.steelyard.data.Schema;
import io.steelyard.data.StringColumn;
import io.steelyard.models.ModelFolder;
import io.steelyard.models.Task;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What `src/test/reference/make_folders.py` wrote into `expected.json`.
///
/// @param root the file
record PythonExpected(JsonNode root) {
    /// XGBoost's softmax is of floats; ONNX graphs of scikit-learn are of floats.
    private static final double TOLERANCE = 1e-6;

    static PythonExpected read(Path folder) {
        return new PythonExpected(
                JsonMapper.shared().readTree(folder.resolve("expected.json").toFile()));
    }

    /// The rows that a model was asked: boosters got missing values in `c`.
    private Batch rows(String model) {
        boolean gaps = model.startsWith("xgboost") || model.startsWith("lightgbm");
        List<Field> fields = List.of(
                new Field("a", ColumnType.DOUBLE),
                new Field("b", ColumnType.LONG),
                new Field("c", ColumnType.DOUBLE),
                new Field("word", ColumnType.STRING));
        List<Column> columns = new ArrayList<>();
        columns.add(numbers("a"));
        columns.add(new LongColumn(
                values("b").stream().mapToLong(JsonNode::longValue).toArray()));
        columns.add(numbers(gaps ? "c" : "full"));
        List<JsonNode> words = values("word");
        @Nullable String[] texts = new @Nullable String[words.size()];
        for (int row = 0; row < texts.length; row++) {
            texts[row] = words.get(row).stringValue();
        }
        columns.add(new StringColumn(texts));
        return new Batch(new Schema(fields), columns);
    }

    private DoubleColumn numbers(String name) {
        return new DoubleColumn(values(name).stream()
                .mapToDouble(value -> value.isNull() ? Double.NaN : value.doubleValue())
                .toArray());
    }

    private List<JsonNode> values(String name) {
        JsonNode rows = root.path("rows");
        int at = rows.path("columns")
                .valueStream()
                .map(JsonNode::stringValue)
                .toList()
                .indexOf(name);
        return rows.path("data").valueStream().map(row -> row.get(at)).toList();
    }

    /// Holds a folder's answers against Python's. Of two classes, Python may give both probabilities.
    void assertAnswered(String model, ModelFolder folder) {
        Batch rows = rows(model);
        if (folder.signature().inputs().names().equals(List.of("0", "1", "2"))) {
            rows = new Batch(
                    folder.signature().inputs(),
                    List.of(
                            new DoubleColumn(rows.doubles("a")),
                            new DoubleColumn(rows.doubles("b")),
                            new DoubleColumn(rows.doubles("c"))));
        }
        double[] scores = folder.predictor().score(rows);
        int outputs = folder.signature().outputs();
        for (int row = 0; row < rows.rows(); row++) {
            JsonNode expected = root.path(model).path(row);
            boolean both = folder.signature().task() == Task.BINARY_CLASSIFICATION && expected.size() == 2;
            assertThat(expected.size()).as(model).isEqualTo(both ? 2 : outputs);
            for (int i = 0; i < outputs; i++) {
                double wanted = expected.path(both ? 1 : i).doubleValue();
                assertThat(Math.abs(scores[row * outputs + i] - wanted))
                        .as("%s, row %d: %s, not %s", model, row, scores[row * outputs + i], wanted)
                        .isLessThanOrEqualTo(TOLERANCE * Math.max(1, Math.abs(wanted)));
            }
        }
    }
}
