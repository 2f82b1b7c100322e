package io.steelyard.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureMatrixTest {
    private static final Batch BATCH = new Batch(
            Schema.of(
                    new Field("d", ColumnType.DOUBLE),
                    new Field("l", ColumnType.LONG),
                    new Field("b", ColumnType.BOOLEAN),
                    new Field("s", ColumnType.STRING)),
            List.of(
                    new DoubleColumn(new double[] {0.1, Double.NaN}),
                    new LongColumn(new long[] {7, 8}, BitSet.valueOf(new long[] {0b10})),
                    new BooleanColumn(new boolean[] {true, false}),
                    new StringColumn(new String[] {"x", "y"})));

    @Test
    void rowsFollowEachOther() {
        assertThat(FeatureMatrix.of(BATCH, List.of("b", "d", "l")))
                .containsExactly(1, 0.1f, 7, 0, Float.NaN, Float.NaN);
    }

    @Test
    void textIsNamed() {
        assertThatThrownBy(() -> FeatureMatrix.of(BATCH, List.of("d", "s")))
                .hasMessage("column 's' is of type string, but must be a number");
    }
}
