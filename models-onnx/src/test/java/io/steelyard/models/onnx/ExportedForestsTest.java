package io.steelyard.models.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.steelyard.data.Batch;
import io.steelyard.data.Column;
import io.steelyard.data.DoubleColumn;
import io.steelyard.models.BareModel;
import io.steelyard.models.ModelFile;
import io.steelyard.models.ModelRuntimes;
import io.steelyard.models.OnnxExport;
import io.steelyard.models.Predictor;
import io.steelyard.models.Scorer;
import io.steelyard.transforms.FittedPipeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Boosters written as ONNX, in ONNX Runtime against themselves in Java, on many rows: missing values, values at and beside
/// thresholds, infinities, both zeros.
class ExportedForestsTest {
    private static final Path PYTHON = Path.of("src/test/resources/python");
    private static final Path BINARY = Path.of(System.getProperty("house.dir"), "models/src/test/resources/binary.ubj");
    private static final int ROWS = 5_000;
    private static final Offset<Double> WITHIN = Offset.offset(1e-6);

    @ParameterizedTest
    @CsvSource({
        "xgboost_three/model.json, xgboost",
        "xgboost_classifier/model.ubj, xgboost",
        "lightgbm_two/model.lgb, lightgbm",
        "lightgbm_three/model.lgb, lightgbm",
        "lightgbm_value/model.lgb, lightgbm"
    })
    void theGraphAnswersAsTheBoosterDoes(String file, String format) throws IOException {
        assertSame(PYTHON.resolve(file), format);
    }

    @Test
    void aBoosterOfTwoClassesAnswersTheSame() throws IOException {
        assertSame(BINARY, "xgboost");
    }

    private static void assertSame(Path file, String format) throws IOException {
        Predictor predictor = BareModel.open(file);
        Batch rows = rows(predictor);
        byte[] graph = OnnxExport.of(
                predictor.signature(),
                new FittedPipeline(List.of()),
                new ModelFile(format, "model", Files.readAllBytes(file)));
        Scorer exported = ModelRuntimes.load(new ModelFile("onnx", "model.onnx", graph));
        assertThat(exported.inputs()).isEqualTo(predictor.signature().inputs());
        assertThat(exported.task()).contains(predictor.signature().task());
        assertThat(exported.scores(rows)).containsExactly(predictor.score(rows), WITHIN);
    }

    private static Batch rows(Predictor predictor) {
        Random random = new Random(3);
        double[] special = {Double.NaN, 0.0, -0.0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e-40, 0.1f};
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < predictor.signature().inputs().fields().size(); i++) {
            double[] values = new double[ROWS];
            for (int row = 0; row < ROWS; row++) {
                values[row] = switch (random.nextInt(4)) {
                    case 0 -> special[random.nextInt(special.length)];
                    case 1 -> random.nextInt(7) - 1;
                    case 2 -> Math.rint(random.nextGaussian() * 100) / 100;
                    default -> random.nextGaussian();
                };
            }
            columns.add(new DoubleColumn(values));
        }
        return new Batch(predictor.signature().inputs(), columns);
    }
}
