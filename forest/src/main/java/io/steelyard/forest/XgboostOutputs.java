package io.steelyard.forest;

import java.util.Arrays;

/// The outputs of an XGBoost model and the margins that they begin with.
///
/// @param start the margin of each output before the first tree
record XgboostOutputs(double[] start) {
    static XgboostOutputs of(XgboostObjective objective, String classes, String targets, String base, int[] groups) {
        int count = Math.max(
                1, Math.max(XgboostModel.integer(classes, "num_class"), XgboostModel.integer(targets, "num_target")));
        String[] texts = texts(base);
        if (texts.length != 1 && texts.length != count) {
            throw new ForestException("base_score is '" + base + "', but a row has " + count + " outputs");
        }
        int greatest = Arrays.stream(groups).max().orElse(0);
        int least = Arrays.stream(groups).min().orElse(0);
        if (least < 0 || greatest >= count) {
            throw new ForestException("tree_info names the outputs " + least + " to " + greatest
                    + ", but a row has the outputs 0 to " + (count - 1));
        }
        // An output without a tree is no output that a training leaves behind; this bounds the memory of a row.
        if (groups.length == 0 ? count > MOST_OUTPUTS : count > Math.max(groups.length, MOST_OUTPUTS)) {
            throw new ForestException(
                    "a row has " + count + " outputs, but the file holds " + groups.length + " trees");
        }
        double[] start = new double[count];
        for (int i = 0; i < count; i++) {
            start[i] = margin(objective, texts[texts.length == 1 ? 0 : i], base);
        }
        return new XgboostOutputs(start);
    }

    /// How many outputs a model without a tree for each may have.
    private static final int MOST_OUTPUTS = 1 << 16;

    /// The base scores in either of their forms: `5E-1` up to release 3.0, `[5E-1]` with one or more since.
    private static String[] texts(String base) {
        String list = base.strip();
        if (list.matches("[(\\[].*[)\\]]")) {
            list = list.substring(1, list.length() - 1);
        }
        return list.split(",", -1);
    }

    private static float margin(XgboostObjective objective, String text, String all) {
        try {
            float margin = new Scoring(Library.XGBOOST, Precision.FLOAT, objective.base())
                    .margin(Float.parseFloat(text.strip()));
            if (!Float.isFinite(margin)) {
                throw new ForestException(
                        "base_score is '" + all + "', which is no score of the objective '" + objective.name() + "'");
            }
            return margin;
        } catch (NumberFormatException e) {
            throw new ForestException("base_score is '" + all + "', but should be a number", e);
        }
    }
}
