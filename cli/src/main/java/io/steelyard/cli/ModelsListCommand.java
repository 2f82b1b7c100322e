package io.steelyard.cli;

import io.steelyard.server.models.ModelList;
import io.steelyard.server.models.ModelSummary;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Lists the registered models.
@Command(name = "list", description = "List the registered models.")
final class ModelsListCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private StoreOptions store;

    @Option(names = "--json", description = "Print one JSON object: {\"models\": […]}.")
    private boolean json;

    ModelsListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        ModelList list;
        try (OpenStore opened = store.open()) {
            list = new ModelList(opened.models().list());
        }
        if (json) {
            JsonOutput.print(terminal.out(), list);
            return ExitCode.OK.code();
        }
        TextTable table = new TextTable("NAME", "LATEST", "PRODUCTION", "ALIASES", "CREATED");
        for (ModelSummary model : list.models()) {
            table.row(
                    model.name(),
                    number(model.latestVersion()),
                    number(model.productionVersion()),
                    aliases(model.aliases()),
                    model.created());
        }
        if (table.isEmpty()) {
            terminal.err().line("no registered models");
        }
        table.print(terminal.out());
        return ExitCode.OK.code();
    }

    private static String number(@Nullable Integer version) {
        return version == null ? "-" : version.toString();
    }

    private static String aliases(Map<String, Integer> aliases) {
        return aliases.entrySet().stream()
                .map(alias -> alias.getKey() + "=" + alias.getValue())
                .collect(Collectors.joining(" "));
    }
}
