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
            booster          | "dart"               | the booster 'dart' is not supported; 'gbtree' is
            objective        | "count:poisson"      | the objective 'count:poisson' is not supported; these are: [binary:logistic, reg:squarederror]
            base_score       | "[1E0,2E0]"          | a model with more than one score a row is not supported: base_score is '[1E0,2E0]'
            base_score       | "one"                | base_score is 'one', but should be a number
            base_score       | "NaN"                | base_score is 'NaN', which is no score of the objective 'reg:squarederror'
            tree_info        | [1]                  | a model with more than one score a row is not supported: tree_info holds 1, but should be all 0
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
            left_children    | [1, 3]               | tree 0: its arrays should be of one length and not empty, but hold 2 left children, 5 right children, 5 features, 5 values and 5 default sides
            """)
    void whatCannotBeScoredIsNamed(String piece, String json, String message) {
        ModelText model = new ModelText().with(piece, json);
        assertThatThrownBy(model::read).isInstanceOf(ForestException.class).hasMessage(message);
    }

    @Test
    void splitsByCategoryAndVectorLeavesAreNamed() {
        assertThatThrownBy(new ModelText().with("more", "\"split_type\": [0, 1, 0, 0, 0],")::read)
                .isInstanceOf(ForestException.class)
                .hasMessageEndingWith("tree 0 splits by category: numerical splits alone are supported");
        assertThatThrownBy(new ModelText().with("more", "\"tree_param\": {\"size_leaf_vector\": \"3\"},")::read)
                .isInstanceOf(ForestException.class)
                .hasMessageEndingWith("tree 0 has 3 values a leaf: one is supported");
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
