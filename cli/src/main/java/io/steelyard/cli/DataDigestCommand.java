package io.steelyard.cli;

import io.steelyard.data.DataException;
import io.steelyard.data.Manifest;
import io.steelyard.data.TableFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Says which version of a data set files are.
@Command(
        name = "digest",
        description = {
            "Print a data set's version: the SHA-256 of its manifest, which has the SHA-256 of every byte of every file.",
            "The manifest is sha256sum's: 'sha256sum -c MANIFEST' checks it as well as 'data verify MANIFEST'."
        })
final class DataDigestCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Files, patterns, or folders with all files in and below them.")
    private List<String> places;

    @Option(
            names = "--manifest",
            paramLabel = "MANIFEST",
            description = "Write the manifest to a file; its names are paths below that file's folder.")
    private @Nullable Path output;

    @Option(names = "--json", description = "Print one JSON object: {\"digest\": …, \"files\": {…}}.")
    private boolean json;

    DataDigestCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    private record Answer(String digest, Map<String, String> files) {}

    @Override
    public Integer call() {
        Path folder = output == null ? Path.of("").toAbsolutePath() : folderOf(output);
        List<String> names = new ArrayList<>();
        for (String place : places) {
            names.addAll(names(folder, place));
        }
        Manifest manifest = Manifest.of(folder, names);
        if (output != null) {
            manifest.write(output);
        }
        if (json) {
            JsonOutput.print(terminal.out(), new Answer(manifest.digest(), manifest.files()));
        } else if (output == null) {
            manifest.text().lines().forEach(terminal.out()::line);
            terminal.err().line("the data set's version is " + manifest.digest());
        } else {
            terminal.out().line(manifest.digest());
        }
        return ExitCode.OK.code();
    }

    private List<String> names(Path folder, String place) {
        Path path = Path.of(place);
        Stream<Path> files = Files.isDirectory(path)
                ? Manifest.namesIn(path).stream().map(path::resolve)
                : TableFiles.of(place, TableFiles.Kind.of(place)).stream();
        return files.filter(file -> output == null || !isSame(file, output))
                .map(file -> Manifest.name(folder, file))
                .toList();
    }

    private static boolean isSame(Path file, Path other) {
        return file.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }

    private static Path folderOf(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new DataException(DataException.Kind.NOT_FOUND, file + " is no file");
        }
        return folder;
    }
}
