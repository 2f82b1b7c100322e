package io.steelyard.learner.lightgbm;

import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMException;
import io.steelyard.models.ModelFile;
import io.steelyard.training.EarlyStopping;
import io.steelyard.training.EpochLoop;
import io.steelyard.training.LearnedModel;
import io.steelyard.training.Learner.TrainingOptions;
import io.steelyard.training.RoundListener;
import io.steelyard.training.TrainingException;
import io.steelyard.training.TrainingSet;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// A training by LightGBM.
///
/// @param parameters what LightGBM is told
/// @param options how long to go on
/// @param listener told of each round
record LightgbmTraining(LightgbmParameters parameters, TrainingOptions options, RoundListener listener) {
    LearnedModel run(TrainingSet training, @Nullable TrainingSet validation) {
        try (Rows learned = Rows.of(training, parameters, null);
                Rows watched = validation == null ? null : Rows.of(validation, parameters, learned)) {
            return boost(learned, watched, new FeatureNames(training.features()));
        } catch (LGBMException e) {
            throw complaint(e);
        } catch (LinkageError e) {
            throw new TrainingException(
                    "LightGBM's native library cannot be loaded on this machine: on Linux it needs glibc and the package"
                            + " libgomp1 (Debian, Ubuntu) or libgomp (Fedora, Red Hat), on macOS libomp: " + e,
                    e);
        }
    }

    private LearnedModel boost(Rows learned, @Nullable Rows watched, FeatureNames names) throws LGBMException {
        EarlyStopping stopping = watched == null
                ? null
                : new EarlyStopping(options.patience(), options.minDelta(), EarlyStopping.Mode.MIN);
        try (LGBMBooster booster = LGBMBooster.create(learned.dataset(), parameters.line())) {
            if (watched != null) {
                booster.addValidData(watched.dataset());
            }
            EpochLoop.Best<Integer> best =
                    new EpochLoop(options.rounds(), stopping, listener).run(new Boosting(booster, watched != null));
            String text = booster.saveModelToString(0, best.state(), LGBMBooster.FeatureImportanceType.SPLIT);
            return new LearnedModel(
                    new ModelFile("lightgbm", "model.lgb", names.in(text).getBytes(StandardCharsets.UTF_8)),
                    best.epoch(),
                    best.epochs());
        }
    }

    static TrainingException complaint(LGBMException error) {
        return new TrainingException("LightGBM says: " + error.getMessage(), error);
    }
}
