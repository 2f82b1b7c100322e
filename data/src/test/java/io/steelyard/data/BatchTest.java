package io.steelyard.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchTest {
    private static final Batch FLIGHTS = new Batch(
            Schema.of(
                    new Field("carrier", ColumnType.STRING),
                    new Field("distance", ColumnType.LONG),
                    new Field("late", ColumnType.BOOLEAN)),
            List.of(
                    new StringColumn(new String[] {"AA", null, "UA"}),
                    new LongColumn(new long[] {1400, 7, 200}, BitSet.valueOf(new long[] {0b010})),
                    new BooleanColumn(new boolean[] {true, false, true})));

    @Test
    void missingIntegersBecomeNaN() {
        assertThat(FLIGHTS.doubles("distance")).containsExactly(1400, Double.NaN, 200);
        assertThat(FLIGHTS.doubles("late")).containsExactly(1, 0, 1);
    }

    @Test
    void takeKeepsOrderAndMissingValues() {
        Batch taken = FLIGHTS.take(new int[] {2, 1, 1});
        assertThat(taken.strings("carrier").values()).containsExactly("UA", null, null);
        assertThat(taken.column("distance").isMissing(0)).isFalse();
        assertThat(taken.column("distance").isMissing(2)).isTrue();
    }

    @Test
    void aMissingColumnIsNamedWithTheNearest() {
        assertThatThrownBy(() -> FLIGHTS.column("distanse"))
                .isInstanceOf(DataException.class)
                .hasMessage("no column 'distanse'; the nearest is 'distance'");
    }

    @Test
    void aColumnOfAnotherTypeIsNamed() {
        assertThatThrownBy(() -> FLIGHTS.doubles("carrier"))
                .isInstanceOf(DataException.class)
                .hasMessage("column 'carrier' is of type string, but must be a number");
    }

    @Test
    void withReplacesInPlace() {
        Batch changed = FLIGHTS.with("distance", new DoubleColumn(new double[] {1, 2, 3}));
        assertThat(changed.schema().names()).containsExactly("carrier", "distance", "late");
        assertThat(changed.schema().field("distance").type()).isEqualTo(ColumnType.DOUBLE);
    }
}
