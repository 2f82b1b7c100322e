package io.steelyard.models.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.steelyard.data.Batch;
import io.steelyard.data.BooleanColumn;
import io.steelyard.data.ColumnType;
import io.steelyard.data.DoubleColumn;
import io.steelyard.data.Field;
import io.steelyard.data.LongColumn;
import io.steelyard.data.Schema;
import io.steelyard.data.StringColumn;
import io.steelyard.data.TimestampColumn;
import io.steelyard.models.ModelFile;
import io.steelyard.models.ModelFolder;
import io.steelyard.models.ModelOrigin;
import io.steelyard.models.NewModel;
import io.steelyard.models.Signature;
import io.steelyard.models.Task;
import io.steelyard.transforms.Categories;
import io.steelyard.transforms.DateParts;
import io.steelyard.transforms.FittedDateParts;
import io.steelyard.transforms.FittedOrdinal;
import io.steelyard.transforms.FittedPipeline;
import io.steelyard.transforms.FittedTargetEncoding;
import io.steelyard.transforms.OrdinalEncoding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What Python's MLflow answers by the flavor `python_function` of a folder that was written here, on raw columns.
@EnabledIfSystemProperty(named = Python.TOOL, matches = ".+")
class PythonFunctionTest {
    private static final Path BINARY = Path.of(System.getProperty("house.dir"), "models/src/test/resources/binary.ubj");
    private static final Schema COLUMNS = Schema.of(
            new Field("f0", ColumnType.DOUBLE),
            new Field("f1", ColumnType.DOUBLE),
            new Field("f2", ColumnType.STRING),
            new Field("when", ColumnType.TIMESTAMP),
            new Field("f4", ColumnType.LONG),
            new Field("f5", ColumnType.BOOLEAN));
    private static final int ROWS = 5;

    @TempDir
    private Path temporary;

    @Test
    void aClassifierOfTextsInstantsAndNumbersAnswersTheSame() throws IOException, InterruptedException {
        FittedPipeline transforms = new FittedPipeline(List.of(
                new FittedOrdinal(
                        "f2",
                        Categories.of(List.of("AA", "UA")),
                        Categories.of(List.of()),
                        OrdinalEncoding.Unseen.MISSING,
                        Double.NaN,
                        Double.NaN),
                new FittedDateParts("when", List.of(DateParts.Part.HOUR), ZoneId.of("America/New_York")),
                new FittedTargetEncoding(
                        "when_hour",
                        Categories.of(List.of(0.0, 4.0, 11.0, 16.0)),
                        List.of(new FittedTargetEncoding.Output("f3", List.of(-1.0, 0.0, 0.5, 1.0), 0, 2)))));
        ModelFile model = new ModelFile("xgboost", "model.ubj", Files.readAllBytes(BINARY));
        ModelFolder folder = write(new Signature(COLUMNS, Task.BINARY_CLASSIFICATION), transforms, model);
        JsonNode answers = ask();
        double[] scores = folder.predictor().score(rows());
        for (int row = 0; row < ROWS; row++) {
            assertThat(answers.path(row).path("probability").doubleValue()).isCloseTo(scores[row], Offset.offset(1e-6));
            assertThat(answers.path(row).path("prediction").intValue()).isEqualTo(scores[row] >= 0.5 ? 1 : 0);
        }
    }

    @Test
    void aLinearModelOfNamedClassesAnswersTheSame() throws IOException, InterruptedException {
        List<String> classes = List.of("red", "green", "blue");
        ModelFile model = new ModelFile("linear", "model.json", """
                {"kind":"multinomial","features":["f1","f4"],"classes":["red","green","blue"],
                 "coefficients":[[1,0.5],[-1,0],[0.25,-0.5]],"intercepts":[0,0.1,-0.1]}""".getBytes(StandardCharsets.UTF_8));
        ModelFolder folder = write(
                new Signature(COLUMNS, Task.MULTICLASS_CLASSIFICATION, classes), new FittedPipeline(List.of()), model);
        JsonNode answers = ask();
        double[] scores = folder.predictor().score(rows());
        for (int row = 0; row < ROWS; row++) {
            int best = 0;
            for (int i = 0; i < classes.size(); i++) {
                assertThat(answers.path(row)
                                .path("probability_" + classes.get(i))
                                .doubleValue())
                        .isCloseTo(scores[row * classes.size() + i], Offset.offset(1e-12));
                best = scores[row * classes.size() + i] > scores[row * classes.size() + best] ? i : best;
            }
            assertThat(answers.path(row).path("prediction").stringValue()).isEqualTo(classes.get(best));
        }
    }

    private ModelFolder write(Signature signature, FittedPipeline transforms, ModelFile model) {
        return ModelFolder.write(
                temporary.resolve("model"),
                new NewModel(
                        signature,
                        transforms,
                        model,
                        rows(),
                        new ModelOrigin("0".repeat(32), "model", "1".repeat(32), Instant.EPOCH)));
    }

    private JsonNode ask() throws IOException, InterruptedException {
        Path asked = temporary.resolve("rows.json");
        Path answered = temporary.resolve("answers.json");
        Files.write(asked, JsonMapper.shared().writeValueAsBytes(records(rows())));
        Python.run(
                temporary,
                Path.of("src/test/reference/answer.py").toString(),
                temporary.resolve("model").toString(),
                asked.toString(),
                answered.toString());
        return JsonMapper.shared().readTree(answered.toFile());
    }

    private static ArrayNode records(Batch rows) {
        ArrayNode records = JsonMapper.shared().createArrayNode();
        for (int row = 0; row < rows.rows(); row++) {
            ObjectNode record = records.addObject();
            for (String number : List.of("f0", "f1")) {
                double value = rows.doubles(number)[row];
                record.put(number, Double.isNaN(value) ? null : (Double) value);
            }
            record.put("f2", rows.strings("f2").values()[row]);
            record.put("f4", (long) rows.doubles("f4")[row]);
            record.put("f5", rows.doubles("f5")[row] == 1);
            record.put(
                    "when",
                    Instant.EPOCH
                            .plusNanos(rows.timestamps("when").values()[row] * 1000)
                            .toString());
        }
        return records;
    }

    private static Batch rows() {
        long hour = 3_600_000_000L;
        return new Batch(
                COLUMNS,
                List.of(
                        new DoubleColumn(new double[] {0.5, -1.25, Double.NaN, 2, 0.1}),
                        new DoubleColumn(new double[] {1, -1, 0.1, -2, 0.3}),
                        new StringColumn(new @Nullable String[] {"UA", null, "AA", "unseen", "UA"}),
                        new TimestampColumn(new long[] {0, 9 * hour, 400_000 * hour, 400_005 * hour, 401_000 * hour}),
                        new LongColumn(new long[] {3, 0, -1, 1, 2}),
                        new BooleanColumn(new boolean[] {true, false, true, false, true})));
    }
}
