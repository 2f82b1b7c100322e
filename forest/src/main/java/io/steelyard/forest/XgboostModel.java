package io.steelyard.forest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The model in an XGBoost file, gathered from its tokens in whatever order they stand.
final class XgboostModel {
    private final Tokens tokens;
    private final List<XgboostTree> trees = new ArrayList<>();
    private int[] treeGroups = {};
    private int[] roundEnds = {};
    private float[] treeWeights = {};
    private int[] version = {};
    private List<String> featureNames = List.of();
    private @Nullable String booster;
    private @Nullable String objective;
    private @Nullable String baseScore;
    private @Nullable String features;
    private @Nullable String treesClaimed;
    private @Nullable String bestRound;
    private String classes = "0";
    private String targets = "1";
    private String treesARound = "1";

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
                case "attributes" -> attributes();
                case "learner_model_param" -> learnerParameters();
                case "objective" -> objective();
                case "gradient_booster" -> booster();
                default -> tokens.skip();
            }
        });
    }

    private void attributes() {
        tokens.object(name -> {
            switch (name) {
                case "best_iteration" -> bestRound = tokens.text();
                default -> tokens.skip();
            }
        });
    }

    private void learnerParameters() {
        tokens.object(name -> {
            switch (name) {
                case "base_score" -> baseScore = tokens.text();
                case "num_feature" -> features = tokens.text();
                case "num_class" -> classes = tokens.text();
                case "num_target" -> targets = tokens.text();
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
                case "name" -> {
                    String found = tokens.text();
                    booster = booster == null || !booster.equals("dart") ? found : booster;
                }
                case "model" -> model();
                // The booster dart holds a gbtree, and its trees' weights beside it.
                case "gbtree" -> booster();
                case "weight_drop" -> treeWeights = tokens.floats();
                default -> tokens.skip();
            }
        });
    }

    private void model() {
        tokens.object(name -> {
            switch (name) {
                case "gbtree_model_param" -> boosterParameters();
                case "tree_info" -> treeGroups = tokens.ints();
                case "iteration_indptr" -> roundEnds = tokens.ints();
                case "weight_drop" -> treeWeights = tokens.floats();
                case "trees" -> tokens.array(this::tree);
                default -> tokens.skip();
            }
        });
    }

    private void tree() {
        XgboostTree tree = new XgboostTree(tokens, trees.size());
        tree.read();
        trees.add(tree);
    }

    private void boosterParameters() {
        tokens.object(name -> {
            switch (name) {
                case "num_trees" -> treesClaimed = tokens.text();
                case "num_parallel_tree" -> treesARound = tokens.text();
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
        if (!boosterFound.equals("gbtree") && !boosterFound.equals("dart")) {
            throw new ForestException("the booster '" + boosterFound + "' is not supported; 'gbtree' and 'dart' are");
        }
        XgboostObjective kind = XgboostObjective.of(present(objective, "learner.objective.name"));
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
        if (treeWeights.length != 0 && treeWeights.length != trees.size()) {
            throw new ForestException("weight_drop holds " + treeWeights.length + " weights, but the file holds "
                    + trees.size() + " trees: it is damaged");
        }
        XgboostOutputs outputs = XgboostOutputs.of(
                kind, classes, targets, present(baseScore, "learner.learner_model_param.base_score"), treeGroups);
        List<Tree> assembled = new ArrayList<>(trees.size());
        for (int i = 0; i < trees.size(); i++) {
            float weight = treeWeights.length == 0 ? 1 : treeWeights[i];
            assembled.add(trees.get(i).tree(treeGroups[i], featuresFound, weight));
        }
        double[] start = outputs.start();
        return new Forest(
                new ModelFacts(
                        Library.XGBOOST,
                        Arrays.stream(version).mapToObj(Integer::toString).collect(Collectors.joining(".")),
                        kind.name(),
                        featuresFound,
                        featureNames,
                        kind.answer(),
                        0.5,
                        List.of(),
                        bestRound == null ? -1 : integer(bestRound, "best_iteration")),
                new Summation(Precision.FLOAT, Aggregate.SUM, start, new double[start.length]),
                new Scoring(Library.XGBOOST, Precision.FLOAT, kind.link()),
                assembled,
                ends(start.length));
    }

    /// For each round the number of the first tree behind it. Older files do not say: there all rounds are alike.
    private int[] ends(int outputs) {
        int count = trees.size();
        if (roundEnds.length == 0) {
            long size = (long) outputs * integer(treesARound, "num_parallel_tree");
            if (size < 1 || count % size != 0) {
                throw new ForestException("num_parallel_tree is " + treesARound + " and a row has " + outputs
                        + " outputs, which does not make whole rounds of " + count + " trees");
            }
            int[] ends = new int[(int) (count / size)];
            Arrays.setAll(ends, i -> (int) ((i + 1) * size));
            return ends;
        }
        for (int i = 0; i < roundEnds.length; i++) {
            if (roundEnds[i] < (i == 0 ? 0 : roundEnds[i - 1])) {
                throw new ForestException("iteration_indptr holds " + roundEnds[i] + " where it should not fall");
            }
        }
        if (roundEnds[0] != 0 || roundEnds[roundEnds.length - 1] != count) {
            throw new ForestException("iteration_indptr goes from " + roundEnds[0] + " to "
                    + roundEnds[roundEnds.length - 1] + ", but should go from 0 to " + count);
        }
        return Arrays.copyOfRange(roundEnds, 1, roundEnds.length);
    }

    static int integer(String text, String name) {
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
