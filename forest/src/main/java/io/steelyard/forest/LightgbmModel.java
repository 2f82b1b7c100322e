package io.steelyard.forest;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The model in a LightGBM file: a head of `key=value` lines, a block of such lines for each tree, the line
/// `end of trees`, and what is not needed for scoring.
final class LightgbmModel {
    /// Names as in the query of an address, divided by blanks.
    private static final String ADDED_NAMES = "steelyard_feature_names";

    private static final String TREE = "Tree=";
    private static final String END_OF_TREES = "end of trees";
    private static final String END_OF_PARAMETERS = "end of parameters";
    private static final int MOST_OUTPUTS = 1 << 16;

    private final TextLines lines;

    LightgbmModel(byte[] bytes) {
        lines = new TextLines(bytes);
    }

    Forest read() {
        if (!lines.next() || !lines.is("tree")) {
            throw lines.failure("this is no LightGBM model, which begins with the line 'tree'");
        }
        Map<String, String> head = head();
        int outputs = integer(head, "num_tree_per_iteration");
        int features = integer(head, "max_feature_idx") + 1;
        if (features < 1) {
            throw new ForestException(
                    "max_feature_idx is " + (features - 1) + ", but a model has at least one feature");
        }
        List<String> featureNames = featureNames(head);
        if (!featureNames.isEmpty() && featureNames.size() != features) {
            throw new ForestException(
                    "max_feature_idx is " + (features - 1) + ", but " + featureNames.size() + " features are named");
        }
        if (outputs < 1 || outputs > MOST_OUTPUTS) {
            throw new ForestException(
                    "num_tree_per_iteration is " + outputs + ", but should be between 1 and " + MOST_OUTPUTS);
        }
        List<Tree> trees = trees(outputs, features);
        if (trees.size() % outputs != 0) {
            throw new ForestException("num_tree_per_iteration is " + outputs + ", but the file holds " + trees.size()
                    + " trees: it is damaged");
        }
        String sizes = head.get("tree_sizes");
        if (sizes != null && !sizes.isEmpty() && sizes.split(" ", -1).length != trees.size()) {
            throw new ForestException("tree_sizes names " + sizes.split(" ", -1).length + " trees, but the file holds "
                    + trees.size() + ": it is damaged");
        }
        LightgbmObjective objective = LightgbmObjective.of(head.getOrDefault("objective", ""));
        int[] ends = new int[trees.size() / outputs];
        Arrays.setAll(ends, i -> (i + 1) * outputs);
        return new Forest(
                new ModelFacts(
                        Library.LIGHTGBM,
                        head.getOrDefault("version", ""),
                        objective.text(),
                        features,
                        featureNames,
                        objective.answer(),
                        0.5,
                        List.of(),
                        -1),
                new Summation(Precision.DOUBLE, Aggregate.SUM, new double[outputs], new double[outputs]),
                new Scoring(
                        Library.LIGHTGBM,
                        Precision.DOUBLE,
                        objective.link(),
                        objective.steepness(),
                        head.containsKey("average_output") ? Scoring.Of.MEAN : Scoring.Of.MARGIN),
                trees,
                ends);
    }

    /// The names that Steelyard's learner adds where LightGBM's line has no room for them, else LightGBM's.
    private static List<String> featureNames(Map<String, String> head) {
        String added = head.get(ADDED_NAMES);
        String names = added == null ? head.getOrDefault("feature_names", "") : added;
        return names.isEmpty()
                ? List.of()
                : Arrays.stream(names.split(" ", -1))
                        .map(name -> added == null ? name : URLDecoder.decode(name, StandardCharsets.UTF_8))
                        .toList();
    }

    /// Reads the head, up to the first tree.
    private Map<String, String> head() {
        Map<String, String> head = new HashMap<>();
        while (lines.next()) {
            if (lines.startsWith(TREE) || lines.is(END_OF_TREES)) {
                return head;
            }
            head.put(lines.key(), lines.value());
        }
        throw lines.failure("the file is cut short: trees should follow");
    }

    private List<Tree> trees(int outputs, int features) {
        List<Tree> trees = new ArrayList<>();
        while (!lines.is(END_OF_TREES)) {
            if (!lines.startsWith(TREE) || !lines.value().equals(Integer.toString(trees.size()))) {
                throw lines.failure("'" + TREE + trees.size() + "' or '" + END_OF_TREES + "' should stand here");
            }
            int number = trees.size();
            try {
                Tree tree = new LightgbmTree(lines).read(number, number % outputs);
                tree.check(features);
                trees.add(tree);
            } catch (ForestException e) {
                throw new ForestException("tree " + number + ": " + e.getMessage(), e);
            }
        }
        boolean more = false;
        boolean whole = false;
        while (lines.next()) {
            more |= !lines.is("");
            whole |= lines.is(END_OF_PARAMETERS);
        }
        if (more && !whole) {
            throw lines.failure("the file is cut short: '" + END_OF_PARAMETERS + "' should follow");
        }
        return trees;
    }

    private static int integer(Map<String, String> head, String key) {
        String text = head.get(key);
        if (text == null) {
            throw new ForestException("there is no " + key + ": this is no LightGBM model, or it is damaged");
        }
        int value = XgboostModel.integer(text, key);
        if (value == Integer.MAX_VALUE) {
            throw new ForestException(key + " is " + text + ", which is too great");
        }
        return value;
    }
}
