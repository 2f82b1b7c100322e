package io.steelyard.cli;

import io.steelyard.server.models.FileChange;
import io.steelyard.server.models.FileFacts;
import io.steelyard.server.models.MetricChange;
import io.steelyard.server.models.ValueChange;
import io.steelyard.server.models.VersionDiff;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows what differs between two versions of a model.
@Command(
        name = "diff",
        description = "Show what differs between two versions: parameters, metrics, tags, signature and files.")
final class ModelsDiffCommand implements Callable<Integer> {
    private static final int DIGITS = 12;

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "NAME", description = "The model's name.")
    private String name;

    @Parameters(index = "1", paramLabel = "FROM", description = "The number of the one version.")
    private int from;

    @Parameters(index = "2", paramLabel = "TO", description = "The number of the other version.")
    private int to;

    @Mixin
    private StoreOptions store;

    @Option(names = "--json", description = "Print what differs as one JSON object.")
    private boolean json;

    ModelsDiffCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        VersionDiff diff;
        try (OpenStore opened = store.open()) {
            diff = opened.models().diff(name, from, to);
        }
        if (json) {
            JsonOutput.print(terminal.out(), diff);
            return ExitCode.OK.code();
        }
        values("PARAMETER", diff.params());
        metrics(diff.metrics());
        values("TAG", diff.tags());
        values("SIGNATURE", diff.signature());
        files(diff.files());
        diff.notes().forEach(terminal.err()::line);
        return ExitCode.OK.code();
    }

    private TextTable table(String heading) {
        return new TextTable(heading, "VERSION " + from, "VERSION " + to, "");
    }

    private void values(String heading, List<ValueChange> changes) {
        TextTable table = table(heading);
        changes.forEach(change -> table.row(change.key(), text(change.from()), text(change.to()), ""));
        table.print(terminal.out());
    }

    private void metrics(List<MetricChange> changes) {
        TextTable table = table("METRIC");
        for (MetricChange change : changes) {
            Double difference = change.difference();
            table.row(
                    change.key(),
                    text(change.from()),
                    text(change.to()),
                    difference == null ? "" : (difference > 0 ? "+" : "") + difference);
        }
        table.print(terminal.out());
    }

    private void files(List<FileChange> changes) {
        TextTable table = table("FILE");
        changes.forEach(change -> table.row(change.path(), facts(change.from()), facts(change.to()), ""));
        table.print(terminal.out());
    }

    private static String facts(@Nullable FileFacts file) {
        return file == null ? "-" : file.sizeBytes() + " bytes " + file.sha256().substring(0, DIGITS);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "-" : value.toString();
    }
}
