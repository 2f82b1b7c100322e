package io.steelyard.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steelyard.data.Batch;
import io.steelyard.data.DataException;
import io.steelyard.data.DoubleColumn;
import io.steelyard.data.StringColumn;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TargetEncodingTest {
    private static final int ROWS = 400;
    private static final TargetEncoding.Smoothing NONE = new TargetEncoding.Smoothing.Rows(0);

    /// A category of its own for each row: by its own label the encoding would be the label.
    @Test
    void noRowSeesItsOwnLabel() {
        Random random = new Random(5);
        Batch training = Rows.of(
                "x",
                new StringColumn(
                        IntStream.range(0, ROWS).mapToObj(Integer::toString).toArray(String[]::new)));
        double[] labels = random.ints(ROWS, 0, 2).asDoubleStream().toArray();
        FittedTraining fitted =
                FeaturePipeline.of(new TargetEncoding("x", NONE, 5, 1)).fit(training, Target.binary(labels));
        double[] encoded = fitted.rows().doubles("x");
        assertThat(fitted.pipeline().transform(training).doubles("x"))
                .as("the step itself knows every label")
                .containsExactly(labels);
        assertThat(fitted.pipeline().hasLearnedFromTarget()).isTrue();
        for (double value : encoded) {
            assertThat(value).as("the mean of the other folds").isStrictlyBetween(0.3, 0.7);
        }
    }

    @Test
    void aPipelineThatLearnsFromTheTargetGivesNoStepAlone() {
        FeaturePipeline pipeline =
                FeaturePipeline.of(new EachColumn(ColumnSelection.named("x"), name -> new TargetEncoding(name, 1)));
        assertThatThrownBy(() -> pipeline.fit(Rows.of("x", new DoubleColumn(new double[] {1, 2}))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the target encoding of 'x' learns from the target")
                .hasMessageContaining("fit(training, target)");
    }

    @Test
    void labelsThatDoNotFitAreNamed() {
        assertThatThrownBy(() -> Target.binary(new double[] {0, 1, 2}))
                .isInstanceOf(DataException.class)
                .hasMessage("the target is 2.0 in row 3, but must be 0 or 1");
        assertThatThrownBy(() -> Target.number(new double[] {0, Double.NaN}))
                .hasMessage("the target is NaN in row 2, but must be a finite number");
        assertThatThrownBy(() -> Target.number(new double[] {Double.POSITIVE_INFINITY}))
                .hasMessageContaining("Infinity in row 1");
        assertThatThrownBy(() -> Target.classes(new double[] {1, 0.5}))
                .hasMessage("the target is 0.5 in row 2, but must be the number of a class, from 0");
        Batch two = Rows.of("x", new DoubleColumn(new double[] {1, 2}));
        assertThatThrownBy(() -> new TargetEncoding("x", 1).fit(two, Target.number(new double[] {1})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there are 2 training rows, but 1 labels");
        assertThatThrownBy(() -> new TargetEncoding("x", 1).fit(two, Target.number(new double[] {1, 2})))
                .hasMessage(
                        "there are 2 training rows for 5 folds, but each needs at least one; ask for fewer folds, or give "
                                + "more rows");
    }

    @Test
    void impossibleOptionsAreRefused() {
        assertThatThrownBy(() -> new TargetEncoding("x", NONE, 1, 1)).hasMessageContaining("2 or more folds, not 1");
        assertThatThrownBy(() -> new TargetEncoding("x", -1)).hasMessageContaining("the seed is -1");
        assertThatThrownBy(() -> new TargetEncoding.Smoothing.Rows(-1)).hasMessageContaining("not -1.0");
        assertThat(List.of(new TargetEncoding("x", 1)))
                .containsExactly(new TargetEncoding("x", new TargetEncoding.Smoothing.Auto(), 5, 1));
    }
}
