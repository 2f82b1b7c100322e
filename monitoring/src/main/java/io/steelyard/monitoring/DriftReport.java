package io.steelyard.monitoring;

import io.steelyard.data.Batch;
import io.steelyard.data.Column;
import io.steelyard.data.ColumnType;
import io.steelyard.data.DoubleColumn;
import io.steelyard.data.Field;
import io.steelyard.data.LongColumn;
import io.steelyard.data.Schema;
import io.steelyard.data.StringColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How the rows of a window differ from a [DriftReference].
///
/// @param window the window, for example `2013-10`
/// @param rows how many rows it has
/// @param score how the model's scores differ; its column is named [#SCORE]
/// @param columns how the features differ, in the reference's order
public record DriftReport(String window, int rows, ColumnDrift score, List<ColumnDrift> columns) {
    /// The name under which the model's scores stand in a report.
    public static final String SCORE = "(score)";

    public DriftReport {
        columns = List.copyOf(columns);
    }

    /// The features that have drifted.
    ///
    /// @return their names, the greatest PSI first; of two equal ones the first by alphabet
    public List<String> drifted() {
        return columns.stream()
                .filter(column -> column.state() == DriftState.DRIFTED)
                .sorted(Comparator.comparingDouble((ColumnDrift c) -> c.psi() == null ? 0 : -c.psi())
                        .thenComparing(ColumnDrift::column))
                .map(ColumnDrift::column)
                .toList();
    }

    /// Reports as a table, one row a window and column, the score first: `window`, `rows`, `column`, `test`, `statistic`,
    /// `p_value`, `adjusted_p_value`, `psi`, `state`.
    ///
    /// @param reports the reports
    /// @return the table
    public static Batch table(List<DriftReport> reports) {
        List<Row> rows = new ArrayList<>();
        for (DriftReport report : reports) {
            rows.add(new Row(report, report.score));
            report.columns.forEach(column -> rows.add(new Row(report, column)));
        }
        return new Batch(
                Schema.of(
                        new Field("window", ColumnType.STRING),
                        new Field("rows", ColumnType.LONG),
                        new Field("column", ColumnType.STRING),
                        new Field("test", ColumnType.STRING),
                        new Field("statistic", ColumnType.DOUBLE),
                        new Field("p_value", ColumnType.DOUBLE),
                        new Field("adjusted_p_value", ColumnType.DOUBLE),
                        new Field("psi", ColumnType.DOUBLE),
                        new Field("state", ColumnType.STRING)),
                List.of(
                        texts(rows, row -> row.report.window),
                        new LongColumn(
                                rows.stream().mapToLong(row -> row.report.rows).toArray()),
                        texts(rows, row -> row.drift.column()),
                        texts(rows, row -> spelling(row.drift.test())),
                        numbers(rows, row -> row.drift.statistic()),
                        numbers(rows, row -> row.drift.pValue()),
                        numbers(rows, row -> row.drift.adjustedPValue()),
                        numbers(rows, row -> row.drift.psi()),
                        texts(rows, row -> spelling(row.drift.state()))));
    }

    private record Row(DriftReport report, ColumnDrift drift) {}

    private static String spelling(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static Column texts(List<Row> rows, Function<Row, String> value) {
        return new StringColumn(rows.stream().map(value).toArray(String[]::new));
    }

    private static Column numbers(List<Row> rows, Function<Row, @Nullable Double> value) {
        double[] values = new double[rows.size()];
        for (int i = 0; i < values.length; i++) {
            Double number = value.apply(rows.get(i));
            values[i] = number == null ? Double.NaN : number;
        }
        return new DoubleColumn(values);
    }
}
