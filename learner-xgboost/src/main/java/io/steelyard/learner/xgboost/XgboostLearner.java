package io.steelyard.learner.xgboost;

import io.steelyard.training.EarlyStopping;
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

/// Gradient-boosted trees by XGBoost (`hist` unless the parameters say otherwise). The losses are `logloss` for a
/// binary
/// classification and `rmse` for a regression; the model is a UBJ file whose trees are those up to the best round,
/// equal byte for byte
/// to a training of just so many rounds.
///
/// Parameters have XGBoost's names; [XgboostParameters] says which there are. The number of threads is 2 unless
/// `nthread` says
/// otherwise, and not the machine's, so that the model does not depend on where it was trained. XGBoost prints nothing.
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
            TrainingSet validation,
            TrainingOptions options,
            Map<String, String> parameters,
            RoundListener listener) {
        XgboostParameters checked = XgboostParameters.of(parameters, options);
        try (Matrix learned = Matrix.of("training", training);
                Matrix watched = Matrix.of("validation", validation)) {
            return boost(learned.rows(), watched.rows(), checked, options, listener);
        } catch (XGBoostError e) {
            throw new TrainingException("XGBoost says: " + Complaint.of(e), e);
        } catch (LinkageError e) {
            throw new TrainingException(
                    "XGBoost's native library cannot be loaded on this machine (on Linux it needs glibc and libgomp1): "
                            + e,
                    e);
        }
    }

    private static LearnedModel boost(
            DMatrix learned,
            DMatrix watched,
            XgboostParameters parameters,
            TrainingOptions options,
            RoundListener listener)
            throws XGBoostError {
        EarlyStopping stopping = new EarlyStopping(options.patience(), options.minDelta(), EarlyStopping.Mode.MIN);
        Booster booster = XGBoost.train(learned, parameters.forXgboost(), 0, Map.of(), null, null);
        try {
            DMatrix[] sets = {learned, watched};
            String[] names = {"training", "validation"};
            int rounds = 0;
            boolean stopped = false;
            while (!stopped && rounds < options.rounds()) {
                booster.update(learned, rounds);
                double[] losses = Losses.parse(booster.evalSet(sets, names, rounds));
                listener.onRound(rounds, losses[0], losses[1]);
                stopped = stopping.stopsAfter(rounds, losses[1]);
                rounds++;
            }
            int best = stopping.bestEpoch();
            byte[] file = booster.toByteArray("ubj");
            if (best + 1 < rounds) {
                file = new FirstTrees(file, best + 1, parameters.treesPerRound()).cut();
            }
            return new LearnedModel("xgboost", "model.ubj", file, best, rounds);
        } finally {
            booster.dispose();
        }
    }
}
