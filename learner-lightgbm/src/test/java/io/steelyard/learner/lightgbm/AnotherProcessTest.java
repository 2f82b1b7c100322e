package io.steelyard.learner.lightgbm;

import static org.assertj.core.api.Assertions.assertThat;

import io.steelyard.models.Task;
import io.steelyard.training.LearnedModel;
import io.steelyard.training.Learner.TrainingOptions;
import io.steelyard.training.Learners;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnotherProcessTest {
    @Test
    void trainsTheSameBytesAndLeavesNothingBehind(@TempDir Path temporary)
            throws IOException, InterruptedException, NoSuchAlgorithmException {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        AnotherProcessTest.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String printed = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(other.waitFor()).isZero();
        assertThat(printed).isEqualTo(digest());
        assertThat(temporary).isEmptyDirectory();
    }

    /// Trains and prints the model's digest.
    ///
    /// @param args none
    public static void main(String[] args) throws NoSuchAlgorithmException {
        System.out.print(digest());
    }

    private static String digest() throws NoSuchAlgorithmException {
        LearnedModel model = Learners.byName("lightgbm")
                .train(
                        Examples.classes(5, 5_000, 10, 0.1),
                        Examples.classes(6, 2_000, 10, 0.1),
                        new TrainingOptions(Task.BINARY_CLASSIFICATION, 50, 5, 9),
                        Map.of("bagging_fraction", "0.8", "bagging_freq", "1", "max_depth", "7"),
                        (round, training, validation) -> {});
        return HexFormat.of()
                .formatHex(
                        MessageDigest.getInstance("SHA-256").digest(model.file().bytes()));
    }
}
