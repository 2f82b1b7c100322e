package io.steelyard.monitoring;

import io.steelyard.data.Batch;
import io.steelyard.monitoring.ReferenceColumn.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The rows that a model was trained on, frozen, against which later rows are held.
///
/// Each column is compared by a test, which says whether the difference may be chance, and by the population stability index
/// over bins that the reference fixed once, which says how great it is. A column has drifted where both say so: its p-value,
/// corrected over all columns of the report after Benjamini and Hochberg, is below [#ALPHA], and its index is [#LEAST_PSI] or
/// more. With many rows a test alone alarms on any trifle, and with few rows an index alone alarms on noise.
///
/// Of numbers with missing values the share of missing ones is tested too; the column's p-value then is twice the smaller of the
/// two (Bonferroni). Where either side has fewer than 30 rows, or there is nothing to test, the state is
/// [DriftState#TOO_FEW_ROWS]. Immutable and safe for any number of threads.
public final class DriftReference {
    /// A corrected p-value below it is no chance.
    public static final double ALPHA = 0.05;

    /// An index from it on matters.
    public static final double LEAST_PSI = 0.1;

    private final List<ReferenceColumn> columns;
    private final ReferenceNumbers scores;

    private DriftReference(List<ReferenceColumn> columns, ReferenceNumbers scores) {
        this.columns = List.copyOf(columns);
        this.scores = scores;
    }

    /// Freezes rows.
    ///
    /// @param features the model's inputs before transforms, at least one row; columns of instants are left out, as time
    ///     always moves on
    /// @param scores the model's scores of these rows
    /// @return the reference
    /// @throws IllegalArgumentException where there are no rows, or another number of scores
    public static DriftReference fit(Batch features, double[] scores) {
        if (features.rows() == 0 || scores.length != features.rows()) {
            throw new IllegalArgumentException("a reference needs at least one row and a score for each, but there are "
                    + features.rows() + " rows and " + scores.length + " scores");
        }
        List<ReferenceColumn> columns = new ArrayList<>();
        for (String name : features.schema().names()) {
            ReferenceColumn column = ReferenceColumn.of(features, name);
            if (column != null) {
                columns.add(column);
            }
        }
        return new DriftReference(columns, ReferenceNumbers.of(DriftReport.SCORE, scores));
    }

    /// Holds a window of served predictions against the reference.
    ///
    /// @param window the predictions
    /// @return the report
    /// @throws io.steelyard.data.DataException where a column of the reference is missing, or of another type
    public DriftReport compare(PredictionWindow window) {
        return compare(window.name(), window.features(), window.scores());
    }

    /// Holds rows against the reference.
    ///
    /// @param window what the rows are called in the report
    /// @param features rows with at least the reference's columns; none gives a report of too few rows
    /// @param scores the model's scores of these rows
    /// @return the report
    /// @throws io.steelyard.data.DataException where a column of the reference is missing, or of another type
    public DriftReport compare(String window, Batch features, double[] scores) {
        List<ReferenceColumn> all = new ArrayList<>();
        all.add(this.scores);
        all.addAll(columns);
        List<@Nullable Difference> differences = new ArrayList<>();
        boolean empty = features.rows() == 0;
        differences.add(empty ? null : this.scores.against(scores));
        for (ReferenceColumn column : columns) {
            differences.add(empty ? null : column.against(features));
        }
        List<ColumnDrift> decided = decide(all, differences);
        return new DriftReport(window, features.rows(), decided.getFirst(), decided.subList(1, decided.size()));
    }

    private static List<ColumnDrift> decide(List<ReferenceColumn> columns, List<@Nullable Difference> differences) {
        double[] adjusted = BenjaminiHochberg.adjust(differences.stream()
                .filter(Objects::nonNull)
                .map(Difference::pValue)
                .filter(Objects::nonNull)
                .mapToDouble(p -> p)
                .toArray());
        List<ColumnDrift> decided = new ArrayList<>();
        int tested = 0;
        for (int i = 0; i < columns.size(); i++) {
            ReferenceColumn column = columns.get(i);
            Difference difference = differences.get(i);
            if (difference == null || difference.pValue() == null) {
                decided.add(new ColumnDrift(
                        column.name(),
                        column.test(),
                        difference == null ? null : difference.statistic(),
                        null,
                        null,
                        difference == null ? null : difference.psi(),
                        DriftState.TOO_FEW_ROWS));
                continue;
            }
            double pValue = adjusted[tested++];
            decided.add(new ColumnDrift(
                    column.name(),
                    column.test(),
                    difference.statistic(),
                    difference.pValue(),
                    pValue,
                    difference.psi(),
                    pValue < ALPHA && difference.psi() >= LEAST_PSI ? DriftState.DRIFTED : DriftState.STABLE));
        }
        return decided;
    }
}
