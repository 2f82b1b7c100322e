package io.steelyard.forest;

import java.util.Arrays;
import java.util.List;

/// An ensemble of decision trees that scores rows of numbers. Immutable and safe for any number of threads.
///
/// A row holds one value a feature, in the features' order; NaN is missing and goes to the default side that the
/// training
/// chose for each node; positive and negative zero are equal; infinities are values like others. All arithmetic is that
/// of
/// XGBoost in float32 and in its order, so that margins are equal to its own to the last bit.
public final class Forest {
    private final int features;
    private final List<String> featureNames;
    private final int trees;
    private final float baseMargin;
    private final Link link;
    private final String libraryVersion;
    private final InterleavedKernel kernel;

    Forest(
            int features,
            List<String> featureNames,
            List<Tree> trees,
            float baseMargin,
            Link link,
            String libraryVersion) {
        this.features = features;
        this.featureNames = List.copyOf(featureNames);
        this.trees = trees.size();
        this.baseMargin = baseMargin;
        this.link = link;
        this.libraryVersion = libraryVersion;
        this.kernel = new InterleavedKernel(trees);
    }

    /// How many values a row has.
    ///
    /// @return the number of features
    public int features() {
        return features;
    }

    /// The features' names in the order of a row's values.
    ///
    /// @return [#features()] names, or none where the model's file does not name them
    public List<String> featureNames() {
        return featureNames;
    }

    /// How many trees are summed.
    ///
    /// @return the number of trees; 0 for a model that always answers its base score
    public int trees() {
        return trees;
    }

    /// What turns a margin into a score.
    ///
    /// @return the link
    public Link link() {
        return link;
    }

    /// Which release of the library wrote the model.
    ///
    /// @return for example `3.0.4`; empty where the file does not say
    public String libraryVersion() {
        return libraryVersion;
    }

    /// The sum over the trees for one row, before the link.
    ///
    /// @param row [#features()] values
    /// @return the margin
    /// @throws IllegalArgumentException where the row has another number of values
    public float margin(float[] row) {
        if (row.length != features) {
            throw new IllegalArgumentException(
                    "the row has " + row.length + " values, but the model takes " + features);
        }
        return margins(row)[0];
    }

    /// The score of one row: a probability for [Link#LOGISTIC], the predicted value for [Link#IDENTITY].
    ///
    /// @param row [#features()] values
    /// @return the score
    /// @throws IllegalArgumentException where the row has another number of values
    public float score(float[] row) {
        return link.score(margin(row));
    }

    /// The sums over the trees for many rows; per row faster than one call for each.
    ///
    /// @param rows values row after row, a multiple of [#features()]; may be empty
    /// @return one margin a row
    /// @throws IllegalArgumentException where the number of values is no multiple of the features
    public float[] margins(float[] rows) {
        if (rows.length % features != 0) {
            throw new IllegalArgumentException(
                    rows.length + " values do not make whole rows: the model takes " + features + " values a row");
        }
        float[] sums = new float[rows.length / features];
        Arrays.fill(sums, baseMargin);
        kernel.addTo(rows, features, sums);
        return sums;
    }

    /// The scores of many rows; per row faster than one call for each.
    ///
    /// @param rows values row after row, a multiple of [#features()]; may be empty
    /// @return one score a row
    /// @throws IllegalArgumentException where the number of values is no multiple of the features
    public float[] scores(float[] rows) {
        float[] scores = margins(rows);
        for (int i = 0; i < scores.length; i++) {
            scores[i] = link.score(scores[i]);
        }
        return scores;
    }
}
