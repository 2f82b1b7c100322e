package io.steelyard.learner.lightgbm;

import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import io.steelyard.training.TrainingSet;
import org.jspecify.annotations.Nullable;

/// Rows in LightGBM's own memory, until closed.
///
/// @param dataset the rows
record Rows(LGBMDataset dataset) implements AutoCloseable {
    /// @param like the rows whose bins these are to have; missing where these make them
    static Rows of(TrainingSet set, LightgbmParameters parameters, @Nullable Rows like) throws LGBMException {
        Rows rows = new Rows(create(set, parameters, like));
        try {
            rows.dataset.setFeatureNames(new FeatureNames(set.features()).forLightgbm());
            rows.dataset.setField("label", set.labels());
            float[] weights = set.weights();
            if (weights != null) {
                rows.dataset.setField("weight", weights);
            }
            return rows;
        } catch (LGBMException | RuntimeException e) {
            rows.close();
            throw e;
        }
    }

    @SuppressWarnings("NullAway") // LightGBM4j takes null for "no other rows"
    private static LGBMDataset create(TrainingSet set, LightgbmParameters parameters, @Nullable Rows like)
            throws LGBMException {
        return LGBMDataset.createFromMat(
                set.values(),
                set.rows(),
                set.features().size(),
                true,
                parameters.line(),
                like == null ? null : like.dataset);
    }

    @Override
    public void close() throws LGBMException {
        dataset.close();
    }
}
