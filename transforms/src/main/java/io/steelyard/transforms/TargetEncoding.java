package io.steelyard.transforms;

import io.steelyard.data.Batch;
import io.steelyard.data.DoubleColumn;
import io.steelyard.stats.Mt19937;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Replaces a column by what the target was in the training rows of the same category, as scikit-learn's `TargetEncoder`
/// with `cv=KFold(folds, shuffle=True, random_state=seed)` for numbers and `StratifiedKFold` for classes. For more than
/// two classes there is a column `<column>_<class>` for each, with the target being that class or not.
///
/// A training row must never be encoded with the help of its own label, or a learner sees the label in the encoding. So
/// there is no `fit` that gives only a step: [#fit(Batch, Target)] gives the training rows too, each encoded by the other
/// folds' rows (cross-fitting), beside the step for all other rows, which is learned from all training rows. A
/// [FeaturePipeline] does the same.
///
/// With `n` rows of a category, `s` their labels' sum and `m` the mean of all labels, [Smoothing.Rows] gives
/// `(s + rows · m) / (n + rows)`; [Smoothing.Auto] gives `λ · s/n + (1 − λ) · m`, where `λ = v·n / (v·n + d/n)`, `v` the
/// variance of all labels (ddof 0) and `d` the sum of squared deviations in the category (empirical Bayes; Micci-Barreca
/// 2001, [doi:10.1145/507533.507538](https://doi.org/10.1145/507533.507538)). A value that the rows learned from did not
/// have becomes `m`. Missing is a category like any other.
///
/// @param column the text or numeric column, which is replaced
/// @param smoothing how far a category with few rows is drawn to the mean of all
/// @param folds in how many folds the training rows are encoded, 2 or more
/// @param seed by which rows are put into folds, from 0 to 4294967295
public record TargetEncoding(String column, Smoothing smoothing, int folds, long seed) implements Transform {
    private static final int USUAL_FOLDS = 5;

    /// How far a category with few rows is drawn to the mean of all.
    public sealed interface Smoothing {
        /// As far as its labels vary.
        record Auto() implements Smoothing {}

        /// As if so many more rows had the mean of all.
        ///
        /// @param rows 0 or more, a fraction too
        record Rows(double rows) implements Smoothing {
            public Rows {
                if (!(rows >= 0 && rows < Double.POSITIVE_INFINITY)) {
                    throw new IllegalArgumentException("the smoothing must be 0 or more rows, not " + rows);
                }
            }
        }
    }

    /// What fitting gives.
    ///
    /// @param transform the step for rows that it has not learned from
    /// @param rows the training rows, each encoded by rows of other folds
    public record Fitted(FittedTargetEncoding transform, Batch rows) {}

    public TargetEncoding {
        if (folds < 2) {
            throw new IllegalArgumentException("'" + column + "' is encoded in 2 or more folds, not " + folds
                    + "; else a row would see its own label");
        }
        Mt19937.requireSeed(seed);
    }

    /// Smoothing by the labels' variance, in five folds.
    ///
    /// @param column the text or numeric column
    /// @param seed by which rows are put into folds, from 0 to 4294967295
    public TargetEncoding(String column, long seed) {
        this(column, new Smoothing.Auto(), USUAL_FOLDS, seed);
    }

    /// Learns from training rows and encodes them.
    ///
    /// @param training the training rows
    /// @param target their labels
    /// @return the step, and the rows to learn from
    /// @throws IllegalArgumentException where there is not one label a row
    /// @throws io.steelyard.data.DataException where the column is missing, is no text and no number or holds no value,
    ///     or there are fewer rows than folds
    public Fitted fit(Batch training, Target target) {
        if (target.rows() != training.rows()) {
            throw new IllegalArgumentException(
                    "there are " + training.rows() + " training rows, but " + target.rows() + " labels");
        }
        CategoryCounts counts = CategoryCounts.of(training, column);
        int[] codes = codes(training, counts.categories());
        int[] held = TargetFolds.of(target, folds, seed);
        List<FittedTargetEncoding.Output> outputs = new ArrayList<>();
        List<Map.Entry<String, DoubleColumn>> columns = new ArrayList<>();
        for (TargetLabels labels : TargetLabels.of(column, target)) {
            CategoryMeans all = new CategoryMeans(
                    codes, labels.values(), counts.categories().size(), smoothing);
            outputs.add(all.learned(row -> true).output(labels.name()));
            columns.add(Map.entry(labels.name(), new DoubleColumn(all.crossFitted(held, folds))));
        }
        return new Fitted(
                new FittedTargetEncoding(column, counts.categories(), outputs), Replaced.in(training, column, columns));
    }

    /// The code of each row; missing values have the one after the categories.
    private int[] codes(Batch training, Categories categories) {
        Coding coding = Coding.of(training, column, categories, Categories.of(List.of()));
        int[] codes = new int[training.rows()];
        Chunks.forEach(codes.length, (from, to) -> {
            for (int row = from; row < to; row++) {
                int code = coding.code(row);
                codes[row] = code < 0 ? categories.size() : code;
            }
        });
        return codes;
    }
}
