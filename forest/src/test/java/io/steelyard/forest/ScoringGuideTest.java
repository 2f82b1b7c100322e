package io.steelyard.forest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The Java in `docs/scoring.md` and in the room's README.
class ScoringGuideTest {
    @Test
    void oneRow() {
        Path folder = Path.of("src/test/resources/xgboost");
        Forest forest = XgboostModelFile.read(folder.resolve("binary.ubj"));
        float probability = forest.score(new float[] {0.3f, Float.NaN, 12f, 1f, 0f, 3f});
        assertThat(probability).isBetween(0f, 1f);
    }

    @Test
    void manyRows() {
        Forest forest = XgboostModelFile.read(Path.of("src/test/resources/xgboost/binary.ubj"));
        double[][] columns = new double[forest.features()][3];
        double[] rows = new double[3 * forest.features()];
        double[] scores = forest.scores(Rows.ofColumns(columns));
        double[] contributions = forest.contributions(Rows.of(rows, forest.features()));
        assertThat(scores).hasSize(3);
        assertThat(contributions).hasSize(3 * (forest.features() + 1));
    }
}
