package io.steelyard.learner.xgboost;

import io.steelyard.training.EpochModel;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.jspecify.annotations.Nullable;

/// XGBoost's rounds; the state is the number of rounds to keep.
final class Boosting implements EpochModel<Integer> {
    private final Booster booster;
    private final DMatrix learned;
    private final DMatrix[] sets;
    private final String[] names;
    private double watchedLoss = Double.NaN;
    private int rounds;

    Boosting(Booster booster, DMatrix learned, @Nullable DMatrix watched) {
        this.booster = booster;
        this.learned = learned;
        this.sets = watched == null ? new DMatrix[] {learned} : new DMatrix[] {learned, watched};
        this.names = watched == null ? new String[] {"training"} : new String[] {"training", "validation"};
    }

    @Override
    public double train(int round) {
        try {
            booster.update(learned, round);
            double[] losses = Losses.parse(booster.evalSet(sets, names, round));
            rounds = round + 1;
            watchedLoss = losses.length > 1 ? losses[1] : Double.NaN;
            return losses[0];
        } catch (XGBoostError e) {
            throw XgboostLearner.complaint(e);
        }
    }

    @Override
    public double evaluate(int round) {
        return watchedLoss;
    }

    @Override
    public Integer state() {
        return rounds;
    }
}
