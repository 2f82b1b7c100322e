package io.steelyard.cli;

import io.steelyard.data.BatchReader;
import io.steelyard.data.TableEngine;
import io.steelyard.data.TableFiles;
import io.steelyard.data.TableProfile;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Says what stands in the columns of a table.
@Command(
        name = "profile",
        description = {
            "Print the rows of a table, and of each column type, missing and distinct values, extremes, mean, deviation,"
                    + " quantiles and most frequent values.",
            "Several files are the parts of one table. A figure with '~' is an estimate; --json has its error."
        })
final class DataProfileCommand implements Callable<Integer> {
    private static final String VIEW = "profiled";

    private final Terminal terminal;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Parquet or CSV (.csv, .tsv, .txt, also with .gz) files, folders or patterns.")
    private List<String> places;

    @Mixin
    private CsvOptions csv;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    DataProfileCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        TableProfile profile;
        try (TableEngine engine = TableEngine.open()) {
            engine.register(VIEW, TableFiles.of(places), csv.format());
            try (BatchReader reader = engine.query("FROM " + VIEW)) {
                profile = TableProfile.of(reader);
            }
        }
        if (json) {
            JsonOutput.print(terminal.out(), profile);
        } else {
            profile.text().lines().forEach(terminal.out()::line);
        }
        return ExitCode.OK.code();
    }
}
