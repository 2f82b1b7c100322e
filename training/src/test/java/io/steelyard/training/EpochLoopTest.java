package io.steelyard.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EpochLoopTest {
    private static final double[] SCORES = {0.9, 0.5, 0.4, 0.45, 0.41, 0.6, 0.1};

    @Test
    void aModelOfOnesOwnIsTrainedUntilNothingImproves() {
        GradientDescent model = new GradientDescent();
        EpochLoop loop = new EpochLoop(
                1000,
                new EarlyStopping(5),
                (epoch, trainingLoss, validationLoss) -> System.out.println(epoch + " " + validationLoss));
        EpochLoop.Best<Double> best = loop.run(model);
        double slope = best.state();
        assertThat(slope).isBetween(1.9, 2.1);
        assertThat(best.epochs()).isEqualTo(best.epoch() + 1 + 5).isLessThan(1000);
    }

    @Test
    void theStateOfTheBestEpochIsKept() {
        List<String> told = new ArrayList<>();
        EpochLoop.Best<String> best = new EpochLoop(
                        7, new EarlyStopping(3), (epoch, t, v) -> told.add(epoch + " " + t + " " + v))
                .run(new Recorded(Integer.MAX_VALUE));
        assertThat(best).isEqualTo(new EpochLoop.Best<>("after 2", 2, 6));
        assertThat(told).hasSize(6).startsWith("0 0.0 0.9", "1 1.0 0.5").endsWith("5 5.0 0.6");
    }

    @Test
    void withoutEarlyStoppingTheLastEpochIsKept() {
        assertThat(new EpochLoop(4, null, (epoch, t, v) -> {}).run(new Recorded(Integer.MAX_VALUE)))
                .isEqualTo(new EpochLoop.Best<>("after 3", 3, 4));
    }

    @Test
    void whereNothingIsLeftToLearnItEndsWithTheEpochBefore() {
        assertThat(new EpochLoop(7, new EarlyStopping(9), (epoch, t, v) -> {}).run(new Recorded(4)))
                .isEqualTo(new EpochLoop.Best<>("after 2", 2, 4));
        assertThat(new EpochLoop(7, null, (epoch, t, v) -> {})
                        .run(new Recorded(0))
                        .epochs())
                .isEqualTo(1);
    }

    @Test
    void noEpochsAreRefused() {
        assertThatThrownBy(() -> new EpochLoop(0, null, (epoch, t, v) -> {}))
                .hasMessage("there must be at least 1 epoch, not 0");
    }

    /// Finds the slope of a line.
    private static final class GradientDescent implements EpochModel<Double> {
        private final double[] x = {1, 2, 3};
        private final double[] y = {2.1, 3.9, 6};
        private double slope;

        @Override
        public double train(int epoch) {
            double loss = 0;
            for (int i = 0; i < x.length; i++) {
                double error = slope * x[i] - y[i];
                slope -= 0.01 * error * x[i];
                loss += error * error;
            }
            return loss;
        }

        @Override
        public double evaluate(int epoch) {
            return Math.abs(slope * 4 - 8);
        }

        @Override
        public Double state() {
            return slope;
        }
    }

    private record Recorded(int exhaustedFrom, List<Integer> gone) implements EpochModel<String> {
        Recorded(int exhaustedFrom) {
            this(exhaustedFrom, new ArrayList<>());
        }

        @Override
        public double train(int epoch) {
            gone.add(epoch);
            return epoch;
        }

        @Override
        public double evaluate(int epoch) {
            return SCORES[epoch];
        }

        @Override
        public String state() {
            return "after " + gone.getLast();
        }

        @Override
        public boolean exhausted() {
            return gone.getLast() >= exhaustedFrom;
        }
    }
}
