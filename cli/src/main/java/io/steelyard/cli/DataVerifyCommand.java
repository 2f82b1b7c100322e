package io.steelyard.cli;

import io.steelyard.data.FileDifference;
import io.steelyard.data.Manifest;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Says whether the files of a manifest are still the same.
@Command(
        name = "verify",
        description = {
            "Compare every byte of a data set's files with a manifest, as 'data digest' or sha256sum wrote it.",
            "Exit 0 where all are the same, 1 where a file was changed or is missing; each one is named."
        })
final class DataVerifyCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "MANIFEST", description = "The manifest; the files lie in its folder and below.")
    private Path file;

    @Option(
            names = "--json",
            description = "Print one JSON object: {\"ok\": …, \"digest\": …, \"files\": …, \"differences\": […]}.")
    private boolean json;

    DataVerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    private record Answer(boolean ok, String digest, int files, List<Different> differences) {}

    private record Different(
            String file,
            String kind,
            @Nullable String expected,
            @Nullable String found) {
        static Different of(FileDifference difference) {
            String kind = difference.kind().name().toLowerCase(Locale.ROOT);
            return new Different(difference.file(), kind, difference.expected(), difference.found());
        }
    }

    @Override
    public Integer call() {
        Manifest manifest = Manifest.read(file);
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file has a folder");
        List<FileDifference> differences = manifest.differences(folder);
        boolean ok = differences.isEmpty();
        int files = manifest.files().size();
        if (json) {
            JsonOutput.print(
                    terminal.out(),
                    new Answer(
                            ok,
                            manifest.digest(),
                            files,
                            differences.stream().map(Different::of).toList()));
        } else {
            for (FileDifference difference : differences) {
                terminal.out().line(text(difference));
            }
            String sum = ok
                    ? terminal.out().colour(Colour.GOOD, "all " + files + " files are the same")
                    : terminal.out()
                            .colour(Colour.BAD, differences.size() + " of " + files + " files are not the same");
            terminal.out().line(sum + "; the data set's version is " + manifest.digest());
        }
        return (ok ? ExitCode.OK : ExitCode.NO).code();
    }

    private static String text(FileDifference difference) {
        return switch (difference.kind()) {
            case MISSING -> "missing  " + difference.file();
            case CHANGED ->
                "changed  " + difference.file() + ": its SHA-256 is " + difference.found() + ", the manifest says "
                        + difference.expected();
            case ADDED -> "added    " + difference.file();
        };
    }
}
