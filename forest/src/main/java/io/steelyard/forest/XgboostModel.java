package io.steelyard.forest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The model in an XGBoost file, gathered from its tokens in whatever order they stand.
final class XgboostModel {
    /// The objectives whose scores are known, with what makes their scores of margins.
    private static final Map<String, Link> LINKS =
            Map.of("binary:logistic", Link.LOGISTIC, "reg:squarederror", Link.IDENTITY);

    private final Tokens tokens;
    private final List<Tree> trees = new ArrayList<>();
    private int[] treeGroups = {};
    private int[] version = {};
    private List<String> featureNames = List.of();
    private @Nullable String booster;
    private @Nullable String objective;
    private @Nullable String baseScore;
    private @Nullable String features;
    private @Nullable String treesClaimed;

    XgboostModel(Tokens tokens) {
        this.tokens = tokens;
    }

    Forest read() {
        tokens.object(name -> {
            switch (name) {
                case "learner" -> learner();
                case "version" -> version = tokens.ints();
                default -> tokens.skip();
            }
        });
        tokens.end();
        return assembled();
    }

    private void learner() {
        tokens.object(name -> {
            switch (name) {
                case "feature_names" -> featureNames = texts();
                case "learner_model_param" -> learnerParameters();
                case "objective" -> objective();
                case "gradient_booster" -> booster();
                default -> tokens.skip();
            }
        });
    }

    private void learnerParameters() {
        tokens.object(name -> {
            switch (name) {
                case "base_score" -> baseScore = tokens.text();
                case "num_feature" -> features = tokens.text();
                default -> tokens.skip();
            }
        });
    }

    private void objective() {
        tokens.object(name -> {
            switch (name) {
                case "name" -> objective = tokens.text();
                default -> tokens.skip();
            }
        });
    }

    private void booster() {
        tokens.object(name -> {
            switch (name) {
                case "name" -> booster = tokens.text();
                case "model" -> model();
                default -> tokens.skip();
            }
        });
    }

    private void model() {
        tokens.object(name -> {
            switch (name) {
                case "gbtree_model_param" -> boosterParameters();
                case "tree_info" -> treeGroups = tokens.ints();
                case "trees" -> tokens.array(() -> trees.add(new XgboostTree(tokens, trees.size()).read()));
                default -> tokens.skip();
            }
        });
    }

    private void boosterParameters() {
        tokens.object(name -> {
            switch (name) {
                case "num_trees" -> treesClaimed = tokens.text();
                default -> tokens.skip();
            }
        });
    }

    private List<String> texts() {
        List<String> texts = new ArrayList<>();
        tokens.array(() -> texts.add(tokens.text()));
        return texts;
    }

    private Forest assembled() {
        String boosterFound = present(booster, "learner.gradient_booster.name");
        if (!boosterFound.equals("gbtree")) {
            throw new ForestException("the booster '" + boosterFound + "' is not supported; 'gbtree' is");
        }
        String objectiveFound = present(objective, "learner.objective.name");
        Link link = LINKS.get(objectiveFound);
        if (link == null) {
            throw new ForestException("the objective '" + objectiveFound + "' is not supported; these are: "
                    + LINKS.keySet().stream().sorted().toList());
        }
        int featuresFound = integer(present(features, "learner.learner_model_param.num_feature"), "num_feature");
        if (featuresFound < 1) {
            throw new ForestException("num_feature is " + featuresFound + ", but a model has at least one feature");
        }
        if (!featureNames.isEmpty() && featureNames.size() != featuresFound) {
            throw new ForestException(
                    "num_feature is " + featuresFound + ", but " + featureNames.size() + " features are named");
        }
        int claimed = integer(present(treesClaimed, "gbtree_model_param.num_trees"), "num_trees");
        if (claimed != trees.size() || treeGroups.length != trees.size()) {
            throw new ForestException("num_trees is " + claimed + " and tree_info names " + treeGroups.length
                    + " trees, but the file holds " + trees.size() + ": it is damaged");
        }
        for (int group : treeGroups) {
            if (group != 0) {
                throw new ForestException("a model with more than one score a row is not supported: tree_info holds "
                        + group + ", but should be all 0");
            }
        }
        for (int i = 0; i < trees.size(); i++) {
            try {
                trees.get(i).check(featuresFound);
            } catch (ForestException e) {
                throw new ForestException("tree " + i + ": " + e.getMessage(), e);
            }
        }
        float margin = link.margin(baseScore(present(baseScore, "learner.learner_model_param.base_score")));
        if (!Float.isFinite(margin)) {
            throw new ForestException(
                    "base_score is '" + baseScore + "', which is no score of the objective '" + objectiveFound + "'");
        }
        String release = Arrays.stream(version).mapToObj(Integer::toString).collect(Collectors.joining("."));
        return new Forest(featuresFound, featureNames, trees, margin, link, release);
    }

    /// Reads the base score in either of its forms: `5E-1` up to release 3.0, `[5E-1]` since.
    private static float baseScore(String text) {
        String number = text.strip();
        if (number.matches("[(\\[].*[)\\]]")) {
            number = number.substring(1, number.length() - 1).strip();
        }
        if (number.contains(",")) {
            throw new ForestException(
                    "a model with more than one score a row is not supported: base_score is '" + text + "'");
        }
        try {
            return Float.parseFloat(number);
        } catch (NumberFormatException e) {
            throw new ForestException("base_score is '" + text + "', but should be a number", e);
        }
    }

    private static int integer(String text, String name) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new ForestException(name + " is '" + text + "', but should be an integer", e);
        }
    }

    private static String present(@Nullable String value, String place) {
        if (value == null) {
            throw new ForestException("there is no " + place + ": this is no XGBoost model, or it is damaged");
        }
        return value;
    }
}
