package io.steelyard.learner.lightgbm;

import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import io.steelyard.training.TrainingException;
import io.steelyard.training.TrainingSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows in LightGBM's own memory, until closed.
///
/// @param dataset the rows
record Rows(LGBMDataset dataset) implements AutoCloseable {
    private static final String NOT_IN_NAMES = "\",:[]{}";

    /// @param like the rows whose bins these are to have; missing where these make them
    static Rows of(TrainingSet set, LightgbmParameters parameters, @Nullable Rows like) throws LGBMException {
        names(set.features());
        Rows rows = new Rows(create(set, parameters, like));
        try {
            rows.dataset.setFeatureNames(set.features().toArray(String[]::new));
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

    /// LightGBM's file separates the names by blanks, and refuses what has a meaning in JSON.
    private static void names(List<String> features) {
        for (String feature : features) {
            if (feature.isEmpty()
                    || feature.chars().anyMatch(c -> Character.isWhitespace(c) || NOT_IN_NAMES.indexOf(c) >= 0)) {
                throw new TrainingException("the feature '" + feature
                        + "' cannot be named in a LightGBM file, which has no room for blanks and " + NOT_IN_NAMES
                        + " in names: rename it");
            }
        }
    }

    @Override
    public void close() throws LGBMException {
        dataset.close();
    }
}
