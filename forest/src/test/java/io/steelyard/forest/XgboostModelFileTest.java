package io.steelyard.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XgboostModelFileTest {
    private static final float NAN = Float.NaN;

    @Test
    void aRowGoesItsWayThroughTheTree() {
        Forest forest = new ModelText().read();
        assertThat(forest.margin(new float[] {0, -2})).isEqualTo(1);
        assertThat(forest.margin(new float[] {0, -1}))
                .as("a value at the threshold goes right")
                .isEqualTo(2);
        assertThat(forest.margin(new float[] {0.5f, 0})).isEqualTo(4);
        assertThat(forest.margin(new float[] {NAN, 0})).isEqualTo(4);
        assertThat(forest.margin(new float[] {0, NAN})).isEqualTo(1);
        assertThat(forest.margin(new float[] {Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY}))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"0.0, -0.0", "-0.0, 0.0", "0.0, 0.0", "-0.0, -0.0"})
    void theZerosAreEqual(float threshold, float value) {
        Forest forest = new ModelText()
                .with("split_conditions", "[" + threshold + ", -1, 4, 1, 2]")
                .read();
        assertThat(forest.margin(new float[] {value, 0})).isEqualTo(4);
    }

    @Test
    void nothingIsLessThanAThresholdThatIsNotANumber() {
        Forest forest =
                new ModelText().with("split_conditions", "[5E-1, NaN, 4, 1, 2]").read();
        assertThat(forest.margin(new float[] {0, Float.NEGATIVE_INFINITY})).isEqualTo(2);
        assertThat(forest.margin(new float[] {0, NAN}))
                .as("the default side is left")
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"2.5E-1", "'[2.5E-1]'", "'(2.5E-1)'", "' [ 0.25 ] '"})
    void theBaseScoreStandsInEitherForm(String text) {
        ModelText model = new ModelText().with("base_score", "\"" + text + "\"");
        assertThat(model.read().margin(new float[] {0, 0})).isEqualTo(2.25f);
        // log(0.25 / 0.75) in float32
        Forest logistic = model.with("objective", "\"binary:logistic\"").read();
        assertThat(logistic.margin(new float[] {0, 0})).isEqualTo(2 - 1.0986123f);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            booster          | "gblinear"           | the booster 'gblinear' is not supported; 'gbtree' and 'dart' are
            objective        | "my:own"             | the objective 'my:own' is not supported; these are: [binary:hinge, binary:logistic, binary:logitraw, count:poisson, multi:softmax, multi:softprob, rank:map, rank:ndcg, rank:pairwise, reg:absoluteerror, reg:gamma, reg:linear, reg:logistic, reg:pseudohubererror, reg:quantileerror, reg:squarederror, reg:squaredlogerror, reg:tweedie, survival:aft, survival:cox]
            base_score       | "[1E0,2E0]"          | base_score is '[1E0,2E0]', but a row has 1 outputs
            base_score       | "one"                | base_score is 'one', but should be a number
            base_score       | "NaN"                | base_score is 'NaN', which is no score of the objective 'reg:squarederror'
            tree_info        | [1]                  | tree_info names the outputs 1 to 1, but a row has the outputs 0 to 0
            tree_info        | [0, 0]               | num_trees is 1 and tree_info names 2 trees, but the file holds 1: it is damaged
            num_trees        | "2000000000"         | num_trees is 2000000000 and tree_info names 1 trees, but the file holds 1: it is damaged
            num_feature      | "1"                  | tree 0: node 1 looks at feature 1, but the model has features 0 to 0
            num_feature      | "many"               | num_feature is 'many', but should be an integer
            num_feature      | "0"                  | num_feature is 0, but a model has at least one feature
            left_children    | [1, 0, -1, -1, -1]   | tree 0: node 0 is reached on two ways: this is not a tree
            left_children    | [1, 2, -1, -1, -1]   | tree 0: node 2 is reached on two ways: this is not a tree
            left_children    | [1, 1, -1, -1, -1]   | tree 0: node 1 is reached on two ways: this is not a tree
            right_children   | [2, 5, -1, -1, -1]   | tree 0: node 1 has the child 5, but there are nodes 0 to 4
            right_children   | [2, -1, -1, -1, -1]  | tree 0: node 1 has the child -1, but there are nodes 0 to 4
            left_children    | [1, 3]               | tree 0: its arrays should be of one length and not empty, but hold 2 left children, 5 right children, 5 features, 5 values, 5 default sides and 0 covers
            """)
    void whatCannotBeScoredIsNamed(String piece, String json, String message) {
        ModelText model = new ModelText().with(piece, json);
        assertThatThrownBy(model::read).isInstanceOf(ForestException.class).hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "split_type": [0, 1, 0, 0, 0],                 | tree 0: node 1 splits by category, but has no categories
            "split_type": [0, 1],                          | tree 0: split_type holds 2 values for 5 nodes
            "tree_param": {"size_leaf_vector": "3"},       | tree 0: has 3 values a leaf: one is supported; train with multi_strategy=one_output_per_tree
            "split_type": [0, 1, 0, 0, 0], "categories": [-1], "categories_nodes": [1], "categories_segments": [0], "categories_sizes": [1],       | tree 0: node 1 has a category that is not between 0 and 16777215
            "split_type": [0, 1, 0, 0, 0], "categories": [1], "categories_nodes": [1], "categories_segments": [1], "categories_sizes": [1],        | tree 0: node 1 has the categories 1 to 2, but there are 1
            "split_type": [0, 1, 0, 0, 0], "categories": [1], "categories_nodes": [0], "categories_segments": [0], "categories_sizes": [1],        | tree 0: categories of node 0, which is no node that splits by category
            "split_type": [0, 1, 0, 0, 0], "categories": [1], "categories_nodes": [1], "categories_segments": [0], "categories_sizes": [2000000000], | tree 0: its nodes claim 2000000000 categories, but it holds 1
            """)
    void whatCannotBeScoredInATreeIsNamed(String more, String message) {
        ModelText model = new ModelText().with("more", more);
        if (more.contains("size_leaf_vector")) {
            model.with("leaf_vector", "3");
        }
        assertThatThrownBy(model::read).isInstanceOf(ForestException.class).hasMessage(message);
    }

    @Test
    void aGreatCategoryTakesNoMoreMemoryThanASmallOne() {
        Forest forest = new ModelText()
                .with(
                        "more",
                        "\"split_type\": [0, 1, 0, 0, 0], \"categories\": [16777215, 3], \"categories_nodes\": [1],"
                                + " \"categories_segments\": [0], \"categories_sizes\": [2],")
                .read();
        assertThat(forest.margin(new float[] {0, 16777215}))
                .as("in the set: right")
                .isEqualTo(2);
        assertThat(forest.margin(new float[] {0, 3})).isEqualTo(2);
        assertThat(forest.margin(new float[] {0, 4})).isEqualTo(1);
        assertThat(forest.margin(new float[] {0, -3})).as("invalid: left").isEqualTo(1);
    }

    @Test
    void whatIsNoModelIsNamed() {
        assertThatThrownBy(() -> XgboostModelFile.read(new byte[0]))
                .hasMessage("byte 0: this is no XGBoost model in UBJ or JSON, which begins with '{'");
        assertThatThrownBy(() -> XgboostModelFile.read("tree\nversion=v4".getBytes(StandardCharsets.UTF_8)))
                .hasMessage("byte 0: this is no XGBoost model in UBJ or JSON, which begins with '{'");
        assertThatThrownBy(() -> XgboostModelFile.read("{\"a\": 1}".getBytes(StandardCharsets.UTF_8)))
                .hasMessage("there is no learner.gradient_booster.name: this is no XGBoost model, or it is damaged");
        assertThatThrownBy(() -> XgboostModelFile.read(Path.of("no", "model.ubj")))
                .hasMessage(Path.of("no", "model.ubj") + ": there is no such file");
    }

    @Test
    void aRowOfAnotherLengthIsRefused() {
        Forest forest = new ModelText().read();
        assertThatThrownBy(() -> forest.score(new float[3])).hasMessage("the row has 3 values, but the model takes 2");
        assertThatThrownBy(() -> forest.scores(new float[3]))
                .hasMessage("3 values do not make whole rows: the model takes 2 values a row");
        assertThat(forest.scores(new float[0])).isEmpty();
    }
}
