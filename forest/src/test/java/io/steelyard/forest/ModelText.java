package io.steelyard.forest;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// A small model as XGBoost's JSON, in which a test changes one piece.
///
/// Its only tree: x0 < 0.5 ? (x1 < -1 ? 1 : 2) : 4, where a missing x0 goes right and a missing x1 left.
final class ModelText {
    private final Map<String, String> pieces = new HashMap<>(Map.ofEntries(
            Map.entry("base_score", "\"0E0\""),
            Map.entry("num_feature", "\"2\""),
            Map.entry("num_trees", "\"1\""),
            Map.entry("tree_info", "[0]"),
            Map.entry("booster", "\"gbtree\""),
            Map.entry("objective", "\"reg:squarederror\""),
            Map.entry("left_children", "[1, 3, -1, -1, -1]"),
            Map.entry("right_children", "[2, 4, -1, -1, -1]"),
            Map.entry("split_conditions", "[5E-1, -1E0, 4E0, 1E0, 2E0]"),
            Map.entry("more", ""),
            Map.entry("leaf_vector", "1")));

    ModelText with(String piece, String json) {
        pieces.put(piece, json);
        return this;
    }

    byte[] bytes() {
        String text = """
                {"learner": {
                  "attributes": {}, "feature_names": [], "feature_types": [],
                  "gradient_booster": {"name": $booster, "model": {
                    "gbtree_model_param": {"num_parallel_tree": "1", "num_trees": $num_trees},
                    "iteration_indptr": [0, 1],
                    "tree_info": $tree_info,
                    "trees": [{
                      "base_weights": [0, 0, 4.0, 1, 2], "id": 0, $more
                      "left_children": $left_children,
                      "right_children": $right_children,
                      "split_indices": [0, 1, 0, 0, 0],
                      "split_conditions": $split_conditions,
                      "default_left": [0, true, 0, 0, 0],
                      "tree_param": {"num_deleted": "0", "num_feature": "2", "num_nodes": "5", "size_leaf_vector": "$leaf_vector"}
                    }]
                  }},
                  "learner_model_param": {"base_score": $base_score, "num_class": "0", "num_feature": $num_feature},
                  "objective": {"name": $objective}
                }, "version": [3, 0, 4]}
                """;
        for (Map.Entry<String, String> piece : pieces.entrySet()) {
            text = text.replace("$" + piece.getKey(), piece.getValue());
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    Forest read() {
        return XgboostModelFile.read(bytes());
    }
}
