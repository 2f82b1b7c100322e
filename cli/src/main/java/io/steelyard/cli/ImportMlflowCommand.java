package io.steelyard.cli;

import io.steelyard.server.DataFolder;
import io.steelyard.server.FolderClaim;
import io.steelyard.server.Platform;
import io.steelyard.server.imports.FolderRecords;
import io.steelyard.server.imports.ImportSummary;
import io.steelyard.server.imports.MlflowImport;
import io.steelyard.server.imports.MlflowRecords;
import io.steelyard.server.imports.jdbc.SqlRecords;
import io.steelyard.sql.DatabaseUri;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Brings an MLflow store over.
@Command(
        name = "mlflow",
        description = {
            "Bring over what an MLflow server recorded: experiments, runs, histories, artifacts, registered models.",
            "The store is only read. Running it again adds what is new. No server may run on the data folder meanwhile."
        })
final class ImportMlflowCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(
            names = "--from",
            paramLabel = "STORE",
            required = true,
            description = "sqlite:///mlflow.db, postgresql://USER:PASSWORD@HOST/DATABASE, or a folder mlruns.")
    private String from;

    @Option(
            names = "--artifacts",
            paramLabel = "FOLDER",
            description =
                    "The folder that MLflow's server has as --artifacts-destination, for artifacts that it serves.")
    private @Nullable Path artifacts;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "./steelyard-data",
            description = "The data folder to bring it into (default: ${DEFAULT-VALUE}).")
    private Path data;

    @Mixin
    private ServerStores stores;

    @Option(names = "--json", description = "Print the summary as one JSON object.")
    private boolean json;

    ImportMlflowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        ImportSummary summary;
        try (MlflowRecords records = records()) {
            DataFolder folder = DataFolder.open(data);
            try (FolderClaim _ = folder.claim();
                    Platform platform = stores.open(folder)) {
                summary = MlflowImport.run(
                        platform, records, line -> terminal.err().line(line));
            }
        }
        if (json) {
            JsonOutput.print(terminal.out(), summary);
        } else {
            show(summary);
        }
        return ExitCode.OK.code();
    }

    private MlflowRecords records() {
        int scheme = from.indexOf("://");
        return scheme < 0
                ? FolderRecords.open(Path.of(from), artifacts)
                : from.startsWith("file://")
                        ? FolderRecords.open(Path.of(from.substring("file://".length())), artifacts)
                        : SqlRecords.open(DatabaseUri.parse(from), artifacts);
    }

    private void show(ImportSummary summary) {
        Output out = terminal.out();
        out.line(summary.experiments() + " experiments, " + summary.runs() + " runs (" + summary.newRuns() + " new), "
                + summary.metrics() + " values of metrics");
        out.line(summary.loggedModels() + " logged models (" + summary.newLoggedModels() + " new), "
                + summary.registeredModels() + " registered models (" + summary.newVersions() + " new versions)");
        out.line(summary.newFiles() + " artifact files copied, " + summary.newBytes() + " bytes");
        if (summary.artifactsElsewhere() > 0) {
            out.line("of " + summary.artifactsElsewhere()
                    + " runs and models the artifacts are not on this machine; they keep their addresses");
        }
    }
}
