package io.steelyard.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steelyard.data.Batch;
import io.steelyard.data.ColumnType;
import io.steelyard.data.DataException;
import io.steelyard.data.DoubleColumn;
import io.steelyard.data.LongColumn;
import io.steelyard.data.StringColumn;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Columns without values, with infinite ones, of one value, of many rows.
class OddColumnsTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    static Stream<InputTransform> learning() {
        return Stream.concat(
                numeric(),
                Stream.of(
                        new OrdinalEncoding("x", OrdinalEncoding.Unseen.MISSING),
                        new OneHotEncoding("x", OneHotEncoding.Unseen.ZEROS)));
    }

    static Stream<InputTransform> numeric() {
        return Stream.of(
                new NumericBinning("x", 3, NumericBinning.Strategy.QUANTILE, NumericBinning.Missing.KEEP),
                new NumericBinning("x", 3, NumericBinning.Strategy.UNIFORM, NumericBinning.Missing.KEEP),
                new StandardScaling("x"),
                new MinMaxScaling("x"),
                new RobustScaling("x"),
                new QuantileTransform("x", QuantileTransform.Output.UNIFORM),
                new Imputation("x", Imputation.Learned.MEAN),
                new Imputation("x", Imputation.Learned.MEDIAN),
                new Imputation("x", Imputation.Learned.MOST_FREQUENT));
    }

    @ParameterizedTest
    @MethodSource("learning")
    void aColumnWithoutValuesIsNamed(InputTransform transform) {
        assertThatThrownBy(() -> transform.fit(column(Double.NaN, Double.NaN)))
                .isInstanceOf(DataException.class)
                .hasMessage("column 'x' has no value to learn from: all 2 rows are missing");
        assertThatThrownBy(() -> transform.fit(column()))
                .hasMessage("column 'x' has no value to learn from: there are no training rows");
    }

    @ParameterizedTest
    @MethodSource("numeric")
    void nothingIsLearnedFromInfiniteValues(InputTransform transform) {
        assertThatThrownBy(() -> transform.fit(column(1, 2, -INFINITY)))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "column 'x' holds -Infinity in row 3, but nothing can be learned from infinite values; make it "
                                + "missing or finite");
    }

    @Test
    void infiniteValuesAreTransformed() {
        Batch probe = column(-INFINITY, INFINITY);
        Batch training = column(1, 2, 3);
        assertThat(new NumericBinning("x", 3, NumericBinning.Strategy.UNIFORM, NumericBinning.Missing.KEEP)
                        .fit(training)
                        .transform(probe)
                        .doubles("x_bin"))
                .containsExactly(0, 2);
        assertThat(new StandardScaling("x").fit(training).transform(probe).doubles("x"))
                .containsExactly(-INFINITY, INFINITY);
        assertThat(new QuantileTransform("x", QuantileTransform.Output.UNIFORM)
                        .fit(training)
                        .transform(probe)
                        .doubles("x"))
                .containsExactly(0, 1);
        assertThat(new CycleEncoding("x", 24).fit(training).transform(probe).doubles("x_sin"))
                .containsOnly(Double.NaN);
    }

    @Test
    void aConstantIsFilledWithoutLearning() {
        Batch empty = column(Double.NaN);
        assertThat(new Imputation("x", new Imputation.NumberValue(0))
                        .fit(empty)
                        .transform(empty)
                        .doubles("x"))
                .containsExactly(0);
        Batch text = Rows.of("x", new StringColumn(new @Nullable String[] {null, "a"}));
        assertThat(new Imputation("x", new Imputation.TextValue("?"))
                        .fit(text)
                        .transform(text)
                        .strings("x")
                        .values())
                .containsExactly("?", "a");
        assertThatThrownBy(() -> new Imputation("x", new Imputation.TextValue("?")).fit(empty))
                .hasMessage("column 'x' is of type double, but must be string");
    }

    /// As many rows as go to several threads, in every shape of edges: the same bins as by searching.
    @Test
    void manyRowsHaveTheBinsOfFew() {
        Random random = new Random(11);
        double[] values = random.doubles(300_000, -2, 12).toArray();
        values[7] = Double.NaN;
        values[8] = INFINITY;
        values[9] = -INFINITY;
        for (List<Double> edges : List.of(
                List.of(0.0, 1.0),
                List.of(0.0, 1.0, 2.0),
                List.of(-1.0, 0.0, 0.0, 5.0, 5.0, 5.0, 6.0),
                List.of(-INFINITY, 0.0, INFINITY),
                List.of(0.0, 1e-9, 2e-9, 3e-9, 1.0, 10.0, 11.0),
                List.of(-1e308, -1e308, 0.0, 1e308, 1e308))) {
            double[] inner = edges.subList(1, edges.size() - 1).stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            System.arraycopy(inner, 0, values, 100, inner.length);
            double[] found = new FittedBinning("x", edges, NumericBinning.Missing.KEEP)
                    .transform(column(values.clone()))
                    .doubles("x_bin");
            for (int row = 0; row < values.length; row++) {
                double value = values[row];
                double expected = Double.isNaN(value)
                        ? Double.NaN
                        : Arrays.stream(inner).filter(edge -> value >= edge).count();
                if (Double.compare(found[row], expected) != 0) {
                    throw new AssertionError(value + " is in bin " + found[row] + " of " + edges);
                }
            }
        }
    }

    @Test
    void unseenValuesMayBeRefusedInAnyRow() {
        String[] texts = new String[200_000];
        Arrays.fill(texts, "a");
        texts[150_000] = "b";
        texts[190_000] = "c";
        Batch rows = Rows.of("x", new StringColumn(texts));
        FittedOneHot strict = new OneHotEncoding("x", OneHotEncoding.Unseen.ERROR).fit(rows.take(new int[] {0}));
        assertThatThrownBy(() -> strict.transform(rows))
                .hasMessage("column 'x' has the value 'b' in row 150001, which the training rows did not have");
    }

    @Test
    void categoriesMayBeNumbers() {
        Batch rows = Rows.of("x", new LongColumn(new long[] {10, 2, 10, -1}));
        Batch encoded =
                new OneHotEncoding("x", OneHotEncoding.Unseen.ZEROS).fit(rows).transform(rows);
        assertThat(encoded.schema().names()).containsExactly("x_-1", "x_2", "x_10");
        assertThat(encoded.doubles("x_10")).containsExactly(1, 0, 1, 0);
        FittedOrdinal fitted = new OrdinalEncoding("x", OrdinalEncoding.Unseen.MISSING).fit(rows);
        assertThat(fitted.transform(column(2, 2.5, -0.0, 1e300, INFINITY)).doubles("x"))
                .containsExactly(1, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        assertThatThrownBy(() -> fitted.transform(Rows.of("x", new StringColumn(new String[] {"2"}))))
                .hasMessage("column 'x' is of type string, but must be a number");
    }

    @Test
    void aNewColumnMustNotMeetAnother() {
        Batch rows = Rows.of("x", new StringColumn(new String[] {"a"})).with("x_a", new LongColumn(new long[] {1}));
        assertThatThrownBy(() -> new OneHotEncoding("x", OneHotEncoding.Unseen.ZEROS).fit(rows))
                .hasMessage(
                        "'x' would become the column 'x_a', but there is one of that name already; rename or drop it");
    }

    @Test
    void columnsAreChosenByNamePatternAndType() {
        Batch rows =
                column(1).with("y", new LongColumn(new long[] {2})).with("name", new StringColumn(new String[] {"a"}));
        assertThat(ColumnSelection.numbers().in(rows.schema())).containsExactly("x", "y");
        assertThat(ColumnSelection.matching("[yn].*").in(rows.schema())).containsExactly("y", "name");
        assertThat(ColumnSelection.all().except("x").in(rows.schema())).containsExactly("y", "name");
        assertThat(ColumnSelection.named("name", "x").in(rows.schema())).containsExactly("name", "x");
        assertThatThrownBy(() -> ColumnSelection.ofType(ColumnType.TIMESTAMP).in(rows.schema()))
                .hasMessage("no column is of the type [timestamp]; there are [x, y, name]");
        assertThatThrownBy(() -> ColumnSelection.all().except("nmae").in(rows.schema()))
                .hasMessage("no column 'nmae'; the nearest is 'name'");
        assertThatThrownBy(() -> ColumnSelection.matching("(")).hasMessageContaining("'(' is not a regular expression");
    }

    private static Batch column(double... values) {
        return Rows.of("x", new DoubleColumn(values));
    }
}
