package io.steelyard.learner.xgboost;

import io.steelyard.models.ModelFile;
import io.steelyard.training.EarlyStopping;
import io.steelyard.training.EpochLoop;
import io.steelyard.training.LearnedModel;
import io.steelyard.training.Learner;
import io.steelyard.training.RoundListener;
import io.steelyard.training.TrainingException;
import io.steelyard.training.TrainingSet;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.jspecify.annotations.Nullable;

/// Gradient-boosted trees by XGBoost (`hist` unless the parameters say otherwise). The losses are `logloss` for a binary
/// classification, `mlogloss` for one of several classes and `rmse` for a regression, by the rows' weights; the model is a
/// UBJ file whose trees are those up to the best round, equal byte for byte to a training of just so many rounds.
///
/// Parameters have XGBoost's names; [XgboostParameters] says which there are. The number of threads is 2 unless
/// `nthread` says otherwise, and not the machine's, so that the model does not depend on where it was trained. XGBoost
/// prints nothing.
public final class XgboostLearner implements Learner {
    /// A learner; [java.util.ServiceLoader] calls this.
    public XgboostLearner() {}

    @Override
    public String name() {
        return "xgboost";
    }

    @Override
    public LearnedModel train(
            TrainingSet training,
            @Nullable TrainingSet validation,
            TrainingOptions options,
            Map<String, String> parameters,
            RoundListener listener) {
        XgboostParameters checked = XgboostParameters.of(parameters, options);
        try (Matrix learned = Matrix.of(training);
                Matrix watched = validation == null ? null : Matrix.of(validation)) {
            return boost(learned.rows(), watched == null ? null : watched.rows(), checked, options, listener);
        } catch (XGBoostError e) {
            throw complaint(e);
        } catch (LinkageError e) {
            throw new TrainingException(
                    "XGBoost's native library cannot be loaded on this machine (on Linux it needs glibc and libgomp1): "
                            + e,
                    e);
        }
    }

    static TrainingException complaint(XGBoostError error) {
        return new TrainingException("XGBoost says: " + Complaint.of(error), error);
    }

    private static LearnedModel boost(
            DMatrix learned,
            @Nullable DMatrix watched,
            XgboostParameters parameters,
            TrainingOptions options,
            RoundListener listener)
            throws XGBoostError {
        EarlyStopping stopping = watched == null
                ? null
                : new EarlyStopping(options.patience(), options.minDelta(), EarlyStopping.Mode.MIN);
        Booster booster = XGBoost.train(learned, parameters.forXgboost(), 0, Map.of(), null, null);
        try {
            EpochLoop.Best<Integer> best = new EpochLoop(options.rounds(), stopping, listener)
                    .run(new Boosting(booster, learned, watched));
            byte[] file = booster.toByteArray("ubj");
            if (best.state() < best.epochs()) {
                file = new FirstTrees(file, best.state(), parameters.treesPerRound()).cut();
            }
            return new LearnedModel(new ModelFile("xgboost", "model.ubj", file), best.epoch(), best.epochs());
        } finally {
            booster.dispose();
        }
    }
}
