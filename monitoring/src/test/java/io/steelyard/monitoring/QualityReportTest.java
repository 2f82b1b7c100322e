package io.steelyard.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steelyard.data.Batch;
import io.steelyard.data.ColumnType;
import io.steelyard.data.DoubleColumn;
import io.steelyard.data.Field;
import io.steelyard.data.Schema;
import java.util.List;
import org.junit.jupiter.api.Test;

class QualityReportTest {
    @Test
    void onlyLabelledPredictionsAreWeighed() {
        QualityReport report =
                QualityReport.of(window(new double[] {0.9, 0.2, 0.8, 0.4}, new double[] {1, 0, Double.NaN, 1}));
        assertThat(report.rows()).isEqualTo(4);
        assertThat(report.labelled()).isEqualTo(3);
        assertThat(report.labelCoverage()).isEqualTo(0.75);
        assertThat(report.metrics()).containsEntry("roc_auc", 1.0).containsKeys("log_loss", "f1");
        assertThat(QualityReport.table(List.of(report)).doubles("label_coverage"))
                .containsExactly(0.75);
    }

    @Test
    void whatIsNotDefinedIsLeftOut() {
        assertThat(QualityReport.of(window(new double[] {0.9, 0.2}, new double[] {1, 1}))
                        .metrics())
                .doesNotContainKey("roc_auc")
                .containsKey("log_loss");
        QualityReport none = QualityReport.of(window(new double[] {0.9}, new double[] {Double.NaN}));
        assertThat(none.metrics()).isEmpty();
        assertThat(QualityReport.table(List.of(none)).doubles("roc_auc")).containsExactly(Double.NaN);
    }

    @Test
    void aLabelThatIsNoClassIsRefused() {
        PredictionWindow window = window(new double[] {0.9}, new double[] {0.5});
        assertThatThrownBy(() -> QualityReport.of(window)).isInstanceOf(IllegalArgumentException.class);
    }

    private static PredictionWindow window(double[] scores, double[] actuals) {
        Schema schema = Schema.of(new Field("score", ColumnType.DOUBLE), new Field("actual", ColumnType.DOUBLE));
        return new PredictionWindow(
                "2013-W40",
                new Batch(schema, List.of(new DoubleColumn(scores), new DoubleColumn(actuals))),
                new Batch(new Schema(List.of()), List.of()));
    }
}
