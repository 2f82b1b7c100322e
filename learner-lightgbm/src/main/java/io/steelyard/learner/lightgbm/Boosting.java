package io.steelyard.learner.lightgbm;

import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMException;
import io.steelyard.training.EpochModel;

/// LightGBM's rounds; the state is the number of rounds to keep.
final class Boosting implements EpochModel<Integer> {
    private static final int TRAINING = 0;
    private static final int VALIDATION = 1;

    private final LGBMBooster booster;
    private final boolean watched;
    private int rounds;
    private boolean exhausted;

    /// @param watched whether the booster has validation rows
    Boosting(LGBMBooster booster, boolean watched) {
        this.booster = booster;
        this.watched = watched;
    }

    @Override
    public double train(int round) {
        try {
            exhausted = booster.updateOneIter();
            rounds = exhausted && round > 0 ? rounds : round + 1;
            return booster.getEval(TRAINING)[0];
        } catch (LGBMException e) {
            throw LightgbmTraining.complaint(e);
        }
    }

    @Override
    public double evaluate(int round) {
        try {
            return watched ? booster.getEval(VALIDATION)[0] : Double.NaN;
        } catch (LGBMException e) {
            throw LightgbmTraining.complaint(e);
        }
    }

    @Override
    public Integer state() {
        return rounds;
    }

    @Override
    public boolean exhausted() {
        return exhausted;
    }
}
