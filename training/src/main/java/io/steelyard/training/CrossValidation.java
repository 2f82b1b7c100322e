package io.steelyard.training;

import io.steelyard.data.Nearest;
import io.steelyard.evaluation.EvaluatedRows;
import io.steelyard.evaluation.Evaluation;
import io.steelyard.evaluation.QualityMetric;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How good a way of learning is, on rows that it did not learn from: each fold is held out once.
///
/// ```java
/// CrossValidated result = new CrossValidation<>(StratifiedKFold.shuffled(5, 42), new BinaryEvaluation(0.5))
///         .run(labels, fold -> predict(learn(fold.trainingRows()), fold.testRows()));
/// ```
///
/// Folds run at once on several threads; the result does not depend on how many. Immutable and reusable.
///
/// @param <R> the kind of rows that is measured
public final class CrossValidation<R extends EvaluatedRows<R>> {
    private final Folds folds;
    private final Evaluation<R> evaluation;
    private final List<? extends QualityMetric<R>> metrics;
    private final int threads;

    private CrossValidation(
            Folds folds, Evaluation<R> evaluation, List<? extends QualityMetric<R>> metrics, int threads) {
        this.folds = folds;
        this.evaluation = evaluation;
        this.metrics = metrics;
        this.threads = threads;
    }

    /// A cross-validation with all metrics of the task, on as many threads as there are processors.
    ///
    /// @param folds how the rows are parted
    /// @param evaluation the metrics of the task
    public CrossValidation(Folds folds, Evaluation<R> evaluation) {
        this(folds, evaluation, evaluation.metrics(), Runtime.getRuntime().availableProcessors());
    }

    /// The same with some metrics only.
    ///
    /// @param names the metrics' names, among those of the evaluation
    /// @return a new cross-validation
    /// @throws IllegalArgumentException where the evaluation has no metric of a name
    public CrossValidation<R> withMetrics(List<String> names) {
        List<String> known =
                evaluation.metrics().stream().map(QualityMetric::name).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("there is no metric '" + name + "'; "
                        + Nearest.to(name, known)
                                .map(nearest -> "the nearest is '" + nearest + "'")
                                .orElse("there are " + known));
            }
        }
        return new CrossValidation<>(
                folds,
                evaluation,
                evaluation.metrics().stream()
                        .filter(metric -> names.contains(metric.name()))
                        .toList(),
                threads);
    }

    /// The same on another number of threads: 1 for a learner that uses all processors by itself.
    ///
    /// @param most how many folds run at once at most, 1 or more
    /// @return a new cross-validation
    public CrossValidation<R> withThreads(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("the number of threads is " + most + ", but must be 1 or more");
        }
        return new CrossValidation<>(folds, evaluation, metrics, most);
    }

    /// Learns and predicts each fold.
    ///
    /// @param labels what came true, one a row: 0 or 1, the class's number from 0, or a finite number
    /// @param learner learns and predicts; called once a fold
    /// @return the scores and the predictions
    /// @throws TrainingException where a label is NaN, infinite or not of the task, the rows cannot be parted into the
    ///     folds, a fold's training rows lack a class that its test rows have, a metric is undefined on a fold, or the
    ///     learner fails or answers NaN; the message names the fold
    public CrossValidated run(double[] labels, FoldLearner learner) {
        return run(labels, null, learner);
    }

    /// Learns and predicts each fold, where rows do not all count the same in the scores.
    ///
    /// @param labels what came true, one a row: 0 or 1, the class's number from 0, or a finite number
    /// @param weights how much each row counts in the scores, finite and 0 or more; null: all the same
    /// @param learner learns and predicts; called once a fold
    /// @return the scores and the predictions
    /// @throws TrainingException as [#run(double\[\], FoldLearner)] does, or where a weight is not as said
    public CrossValidated run(double[] labels, double @Nullable [] weights, FoldLearner learner) {
        FoldLabels checked = FoldLabels.of(labels, evaluation);
        List<Fold> parted = folds.split(labels);
        for (int number = 0; number < parted.size(); number++) {
            checked.requireClassesLearned(number, parted.get(number));
        }
        FoldRun<R> run = new FoldRun<>(labels, weights, evaluation, metrics, learner);
        List<FoldRun.Outcome> outcomes = new FoldThreads(threads).run(parted, run::of);
        return new CrossValidated(parted, scores(outcomes), run.together(parted, outcomes));
    }

    private Map<String, FoldScores> scores(List<FoldRun.Outcome> outcomes) {
        Map<String, FoldScores> scores = new LinkedHashMap<>();
        for (int i = 0; i < metrics.size(); i++) {
            List<Double> values = new ArrayList<>();
            for (FoldRun.Outcome outcome : outcomes) {
                values.add(outcome.values()[i]);
            }
            QualityMetric<R> metric = metrics.get(i);
            scores.put(metric.name(), new FoldScores(metric.name(), metric.direction(), values));
        }
        return scores;
    }
}
