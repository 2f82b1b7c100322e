package io.steelyard.cli;

import io.steelyard.server.models.ModelDetails;
import io.steelyard.server.models.VersionSummary;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows a registered model with its versions.
@Command(name = "show", description = "Show a registered model with its versions.")
final class ModelsShowCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "NAME", description = "The model's name.")
    private String name;

    @Mixin
    private StoreOptions store;

    @Option(names = "--json", description = "Print one JSON object: {\"model\": …, \"versions\": […]}.")
    private boolean json;

    ModelsShowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        ModelDetails details;
        try (OpenStore opened = store.open()) {
            details = opened.models().show(name);
        }
        if (json) {
            JsonOutput.print(terminal.out(), details);
            return ExitCode.OK.code();
        }
        Output out = terminal.out();
        out.line(out.colour(Colour.STRONG, details.model().name()) + ", created "
                + details.model().created());
        if (!details.model().description().isEmpty()) {
            out.line(details.model().description());
        }
        details.model().tags().forEach((key, value) -> out.line(key + ": " + value));
        TextTable table = new TextTable("VERSION", "STAGE", "ALIASES", "CREATED", "RUN", "METRICS");
        for (VersionSummary version : details.versions()) {
            table.row(
                    Integer.toString(version.version()),
                    version.stage(),
                    String.join(" ", version.aliases()),
                    version.created(),
                    version.runId() == null ? "-" : version.runId(),
                    version.metrics().entrySet().stream()
                            .map(metric -> metric.getKey() + "=" + metric.getValue())
                            .collect(Collectors.joining(" ")));
        }
        table.print(out);
        return ExitCode.OK.code();
    }
}
