package io.steelyard.training;

import io.steelyard.data.Batch;
import io.steelyard.models.FloatRows;
import io.steelyard.models.ModelRuntimes;
import io.steelyard.models.Task;
import io.steelyard.transforms.FeaturePipeline;
import io.steelyard.transforms.FittedPipeline;
import io.steelyard.transforms.FittedTraining;
import io.steelyard.transforms.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A learner by name in a cross-validation. Nothing leaks: in each fold the transforms are fitted on the rows that the
/// learner learns from and on no others, and early stopping watches some of the fold's training rows, never those that are
/// tested.
///
/// ```java
/// LearnerCall call = new LearnerCall("xgboost", new TrainingOptions(Task.BINARY_CLASSIFICATION, 300, 20, 42), Map.of());
/// CrossValidated result = new CrossValidation<>(StratifiedKFold.shuffled(5, 42), new BinaryEvaluation(0.5))
///         .run(labels, new LearnerFolds(rows, labels, FeaturePipeline.of(new StandardScaling("distance")), call));
/// ```
public final class LearnerFolds implements FoldLearner {
    private final Batch inputs;
    private final double[] labels;
    private final FeaturePipeline transforms;
    private final LearnerCall call;
    private final float @Nullable [] weights;

    /// A learner for rows that all count alike.
    ///
    /// @param inputs the columns to learn from, before the transforms, and no others
    /// @param labels what came true, one a row: 0 or 1, the class's number from 0, or a finite number
    /// @param transforms what makes numbers of the columns; fitted anew in each fold
    /// @param call which learner is asked, and how
    public LearnerFolds(Batch inputs, double[] labels, FeaturePipeline transforms, LearnerCall call) {
        this(inputs, labels, transforms, call, null);
    }

    private LearnerFolds(
            Batch inputs, double[] labels, FeaturePipeline transforms, LearnerCall call, float @Nullable [] weights) {
        if (inputs.rows() != labels.length || (weights != null && weights.length != labels.length)) {
            throw new IllegalArgumentException("there are " + inputs.rows() + " rows, " + labels.length + " labels"
                    + (weights == null ? "" : " and " + weights.length + " weights") + ", but each row needs one");
        }
        this.inputs = inputs;
        this.labels = labels;
        this.transforms = transforms;
        this.call = call;
        this.weights = weights;
    }

    /// The same where rows count differently in learning.
    ///
    /// @param rowWeights how much each row counts, finite and 0 or more, handed over
    /// @return a new learner
    public LearnerFolds withWeights(float[] rowWeights) {
        return new LearnerFolds(inputs, labels, transforms, call, rowWeights);
    }

    @Override
    public double[] predict(Fold fold) {
        Fold parts = watchedApart(fold.trainingRows());
        FittedTraining fitted = transforms.fit(inputs.take(parts.trainingRows()), target(parts.trainingRows()));
        List<String> features = fitted.rows().schema().names();
        LearnedModel model = Learners.byName(call.learner())
                .train(
                        set(fitted.rows(), features, parts.trainingRows()),
                        parts.testRows().length == 0 ? null : watched(fitted.pipeline(), features, parts.testRows()),
                        call.options(),
                        call.parameters(),
                        (round, trainingLoss, validationLoss) -> {});
        Batch tested = fitted.pipeline().transform(inputs.take(fold.testRows()));
        return ModelRuntimes.load(model.file()).scores(tested.select(features));
    }

    /// The rows to learn from, and as test rows those that early stopping watches.
    private Fold watchedApart(int[] rows) {
        TrainTestSplit split = call.watched();
        if (split == null) {
            return new Fold(rows, new int[0]);
        }
        boolean classes = call.options().task() != Task.REGRESSION;
        Fold places = classes && split.order() instanceof RowOrder.Shuffled
                ? split.stratified(RowNumbers.values(labels, rows))
                : split.split(rows.length);
        return new Fold(RowNumbers.take(rows, places.trainingRows()), RowNumbers.take(rows, places.testRows()));
    }

    private TrainingSet watched(FittedPipeline pipeline, List<String> features, int[] rows) {
        return set(pipeline.transform(inputs.take(rows)), features, rows);
    }

    private TrainingSet set(Batch transformed, List<String> features, int[] rows) {
        float[] ofRows = new float[rows.length];
        float[] counted = weights == null ? null : new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            ofRows[i] = (float) labels[rows[i]];
            if (counted != null && weights != null) {
                counted[i] = weights[rows[i]];
            }
        }
        return new TrainingSet(features, FloatRows.of(transformed, features), "target", ofRows, counted);
    }

    private Target target(int[] rows) {
        double[] values = RowNumbers.values(labels, rows);
        return switch (call.options().task()) {
            case BINARY_CLASSIFICATION -> Target.binary(values);
            case MULTICLASS_CLASSIFICATION -> Target.classes(values);
            case REGRESSION -> Target.number(values);
        };
    }
}
