package io.steelyard.forest;

/// What LightGBM trained a model for.
///
/// @param text the objective as the file says it
/// @param link what makes scores of margins
/// @param steepness the factor of the margin in [Link#LOGISTIC]
/// @param answer what scores mean
record LightgbmObjective(String text, Link link, double steepness, ModelFacts.Answer answer) {
    private static final String STEEPNESS = "sigmoid:";

    /// @param text for example `binary sigmoid:1`; empty for an objective of the user's own
    static LightgbmObjective of(String text) {
        String[] words = text.strip().split(" +", -1);
        boolean roots = false;
        double steepness = 1;
        for (String word : words) {
            roots |= word.equals("sqrt");
            if (word.startsWith(STEEPNESS)) {
                steepness = number(word.substring(STEEPNESS.length()));
            }
        }
        Link regression = roots ? Link.SIGNED_SQUARE : Link.IDENTITY;
        ModelFacts.Answer numbers = ModelFacts.Answer.NUMBERS;
        ModelFacts.Answer classes = ModelFacts.Answer.CLASSES;
        return switch (words[0]) {
            case "binary", "multiclassova" -> new LightgbmObjective(text, Link.LOGISTIC, steepness, classes);
            case "multiclass" -> new LightgbmObjective(text, Link.SOFTMAX, 1, classes);
            case "cross_entropy" -> new LightgbmObjective(text, Link.LOGISTIC, 1, numbers);
            case "cross_entropy_lambda" -> new LightgbmObjective(text, Link.LOG_ONE_PLUS_EXPONENTIAL, 1, numbers);
            case "poisson", "gamma", "tweedie" -> new LightgbmObjective(text, Link.EXPONENTIAL, 1, numbers);
            case "", "custom", "none", "lambdarank", "rank_xendcg" ->
                new LightgbmObjective(text, Link.IDENTITY, 1, numbers);
            case "regression", "regression_l1", "huber", "fair", "quantile", "mape" ->
                new LightgbmObjective(text, regression, 1, numbers);
            default -> throw new ForestException("the objective '" + text + "' is not supported");
        };
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new ForestException("the objective has the sigmoid '" + text + "', but it should be a number", e);
        }
    }
}
