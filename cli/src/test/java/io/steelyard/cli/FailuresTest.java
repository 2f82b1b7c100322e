package io.steelyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.steelyard.artifacts.ArtifactException;
import io.steelyard.data.DataException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FailuresTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Output err = Output.pipe(new PrintStream(bytes, true, StandardCharsets.UTF_8));

    @Test
    void whatACommandKnowsIsSaidInOneLine() {
        assertThat(failed(new CommandException(ExitCode.INTERNAL, "the server does not answer")))
                .isEqualTo(3);
        assertThat(text()).isEqualToNormalizingNewlines("steelyard: the server does not answer\n");
    }

    @Test
    void aRoomsOwnExceptionIsTheCallersMatter() {
        assertThat(failed(new DataException(DataException.Kind.MISSING_COLUMN, "no column 'x'")))
                .isEqualTo(2);
        assertThat(text()).isEqualToNormalizingNewlines("steelyard: no column 'x'\n");
    }

    @Test
    void aRoomsComplaintAboutAnArgumentIsTheCallersMatter() {
        assertThat(failed(new IllegalArgumentException("columns is 3"))).isEqualTo(2);
    }

    @Test
    void theKindOfAStoresExceptionDecidesWhoseMatterItIs() {
        assertThat(failed(ArtifactException.notFound("no such artifact: model/MLmodel")))
                .isEqualTo(2);
        assertThat(failed(ArtifactException.failed("cannot write", new IOException("disk"))))
                .isEqualTo(3);
    }

    @Test
    void aMissingFileIsNamed() {
        assertThat(failed(new UncheckedIOException(new NoSuchFileException("a.json"))))
                .isEqualTo(2);
        assertThat(text()).isEqualToNormalizingNewlines("steelyard: no such file: a.json\n");
    }

    @Test
    void aSurpriseIsOneLineAndTheTraceIsKept() throws IOException {
        assertThat(failed(new ArithmeticException("first line\nsecond line"))).isEqualTo(3);
        assertThat(text())
                .startsWith("steelyard: unexpected: java.lang.ArithmeticException: first line; where it happened");
        assertThat(text().lines()).hasSize(1);
        Path kept = Path.of(text().substring(text().lastIndexOf(' ') + 1).trim());
        assertThat(kept).content().contains("at io.steelyard.cli.FailuresTest.aSurprise");
        Files.delete(kept);
    }

    @Test
    void withStacktraceTheTraceIsShown() {
        int exit = new Failures(new Terminal(err, err), () -> true).failed(new ArithmeticException("by zero"));
        assertThat(exit).isEqualTo(3);
        assertThat(text()).contains("\tat io.steelyard.cli.FailuresTest.withStacktrace");
    }

    private int failed(Throwable e) {
        return new Failures(new Terminal(err, err), () -> false).failed(e);
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
