package io.steelyard.cli;

import io.steelyard.server.models.LogLine;
import io.steelyard.server.models.ModelDesk;
import io.steelyard.server.models.ModelLog;
import io.steelyard.server.models.Moments;
import io.steelyard.server.models.PastProduction;
import io.steelyard.server.models.ProductionAnswer;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows what happened to a model, or what was in production at a moment.
@Command(
        name = "log",
        description = {
            "Show who moved what, when and why: also of models that were renamed or deleted.",
            "With --at: what was in production at that moment; exit 1 where nothing was."
        })
final class ModelsLogCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "NAME", description = "A name that the model has or had.")
    private String name;

    @Option(
            names = "--at",
            paramLabel = "MOMENT",
            description = "For example 2026-03-03T12:00Z, or a date, which means its end in UTC.")
    private @Nullable String at;

    @Mixin
    private StoreOptions store;

    @Option(names = "--json", description = "Print one JSON object: {\"name\": …, \"log\": […]}.")
    private boolean json;

    ModelsLogCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Instant moment = at == null ? null : Moments.read(at);
        try (OpenStore opened = store.open()) {
            return moment == null ? log(opened.models()) : production(opened.models(), moment);
        }
    }

    private int log(ModelDesk desk) {
        ModelLog log = new ModelLog(name, desk.log(name));
        if (json) {
            JsonOutput.print(terminal.out(), log);
            return ExitCode.OK.code();
        }
        TextTable table = new TextTable("TIME", "NAME", "VERSION", "WHAT", "WHO", "WHY");
        for (LogLine line : log.log()) {
            table.row(
                    line.time(),
                    line.name(),
                    line.version() == 0 ? "-" : Integer.toString(line.version()),
                    what(line),
                    line.actor().isEmpty() ? "-" : line.actor(),
                    line.reason());
        }
        table.print(terminal.out());
        return ExitCode.OK.code();
    }

    private static String what(LogLine line) {
        String moved = Stream.of(line.before(), line.after())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" -> "));
        return Stream.of(line.change().replace('_', ' '), line.alias(), moved)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private int production(ModelDesk desk, Instant moment) {
        PastProduction past = desk.production(name, moment).orElse(null);
        if (json) {
            JsonOutput.print(terminal.out(), new ProductionAnswer(name, moment.toString(), past));
        } else if (past == null) {
            terminal.out().line("nothing was in production at " + moment);
        } else {
            LogLine since = past.since();
            terminal.out()
                    .line(past.name() + " version " + past.version() + " was in production at " + moment + ", since "
                            + since.time() + (since.actor().isEmpty() ? "" : " by " + since.actor())
                            + (since.reason().isEmpty() ? "" : ": " + since.reason()));
        }
        return (past == null ? ExitCode.NO : ExitCode.OK).code();
    }
}
