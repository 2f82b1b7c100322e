package io.steelyard.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steelyard.data.Batch;
import io.steelyard.data.ColumnType;
import io.steelyard.data.DataException;
import io.steelyard.data.DoubleColumn;
import io.steelyard.data.Field;
import io.steelyard.data.LongColumn;
import io.steelyard.data.Schema;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// Folders that Python's MLflow wrote: `src/test/resources/mlflow-3.17.2/make.py`.
class PythonFolderTest {
    private static final Path FOLDERS = Path.of("src/test/resources/mlflow-3.17.2");
    private static final Batch ROWS = new Batch(
            Schema.of(
                    new Field("rain", ColumnType.DOUBLE),
                    new Field("distance", ColumnType.DOUBLE),
                    new Field("hour", ColumnType.LONG)),
            List.of(
                    new DoubleColumn(new double[] {0.0781768391, 0.9339730348, 0.8759636728}),
                    new DoubleColumn(new double[] {1412, 33, 925}),
                    new LongColumn(new long[] {16, 9, 15})));

    @Test
    void aBoosterOfPythonAnswersAsItDoesThere() {
        ModelFolder folder = ModelFolder.open(FOLDERS.resolve("booster"));
        assertThat(folder.predictor().score(ROWS))
                .containsExactly(
                        new double[] {0.12620097398757935, 0.7893239855766296, 0.8430033922195435},
                        Offset.offset(1e-7));
        assertThat(folder.flavors()).containsExactly("python_function", "xgboost");
        assertThat(folder.features()).containsExactly("distance", "hour", "rain");
        assertThat(folder.runId()).isEmpty();
        assertThat(folder.modelUuid()).contains("1daed50481394e17ade39a116d89bd7d");
        assertThat(folder.created()).contains("2026-11-24 10:01:59.150895");
        assertThat(folder.signature())
                .isEqualTo(new Signature(
                        Schema.of(
                                new Field("distance", ColumnType.DOUBLE),
                                new Field("hour", ColumnType.LONG),
                                new Field("rain", ColumnType.DOUBLE)),
                        Task.BINARY_CLASSIFICATION));
    }

    @Test
    void integersMayStandForFloatingPointButNotTheOtherWay() {
        Predictor predictor = ModelFolder.open(FOLDERS.resolve("booster")).predictor();
        assertThat(predictor.score(ROWS.with("distance", new LongColumn(new long[] {1412, 33, 925}))))
                .isEqualTo(predictor.score(ROWS));
        assertThatThrownBy(() -> predictor.score(ROWS.with("hour", new DoubleColumn(new double[] {16, 9, 15}))))
                .isInstanceOf(DataException.class)
                .hasMessage("column 'hour' is of type double, but the model takes long");
        assertThatThrownBy(() -> predictor.score(ROWS.select(List.of("rain", "hour"))))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("no column 'distance'");
    }

    @Test
    void aModelThatNamesNoFeatureIsRefused() {
        Path folder = FOLDERS.resolve("classifier");
        assertThatThrownBy(() -> ModelFolder.open(folder))
                .isInstanceOf(ModelException.class)
                .hasMessage(
                        folder.resolve("MLmodel") + ": the flavor 'xgboost' has neither a signature nor a model that "
                                + "names its features: log it with a signature");
    }
}
