package io.steelyard.cli;

import io.steelyard.artifacts.ArtifactException;
import io.steelyard.client.RemoteException;
import io.steelyard.data.Nearest;
import io.steelyard.sql.DatabaseException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// The one place where an exception becomes a line on standard error and an exit code.
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private static final String OURS = "io.steelyard.";

    private final Terminal terminal;
    private final BooleanSupplier stacktrace;

    Failures(Terminal terminal, BooleanSupplier stacktrace) {
        this.terminal = terminal;
        this.stacktrace = stacktrace;
    }

    /// The call cannot be understood.
    @Override
    public int handleParseException(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        String message = e instanceof UnmatchedArgumentException unmatched ? unknown(unmatched) : e.getMessage();
        say(message + "; see " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE.code();
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult call) {
        return failed(e);
    }

    /// A command ended with an exception.
    int failed(Throwable thrown) {
        Throwable e = thrown instanceof UncheckedIOException unchecked && unchecked.getCause() != null
                ? unchecked.getCause()
                : thrown;
        Explained explained = explain(e);
        if (explained != null) {
            say(explained.message());
            if (stacktrace.getAsBoolean()) {
                terminal.err().stream().print(trace(e));
            }
            return explained.exitCode().code();
        }
        if (stacktrace.getAsBoolean()) {
            say("unexpected: " + e);
            terminal.err().stream().print(trace(e));
        } else {
            say("unexpected: " + e.toString().lines().findFirst().orElse("") + "; " + keep(trace(e)));
        }
        return ExitCode.INTERNAL.code();
    }

    private record Explained(ExitCode exitCode, String message) {}

    /// What a user can be told; null where the exception is a surprise.
    private static @Nullable Explained explain(Throwable e) {
        return switch (e) {
            case CommandException c -> new Explained(c.exitCode(), String.valueOf(c.getMessage()));
            case NoSuchFileException f -> new Explained(ExitCode.USAGE, "no such file: " + f.getFile());
            case AccessDeniedException f -> new Explained(ExitCode.USAGE, "no permission for " + f.getFile());
            case DatabaseException d -> new Explained(exitCode(d.kind()), String.valueOf(d.getMessage()));
            case ArtifactException a -> new Explained(exitCode(a.kind()), String.valueOf(a.getMessage()));
            case RemoteException r -> new Explained(exitCode(r.kind()), String.valueOf(r.getMessage()));
            case FileSystemException f -> new Explained(ExitCode.INTERNAL, f.getFile() + ": " + f.getReason());
            // A room's own exception, and a room's complaint about an argument, say what a user can do.
            case RuntimeException r
            when isOurs(r.getClass().getName()) || isComplaint(r) ->
                new Explained(ExitCode.USAGE, String.valueOf(r.getMessage()));
            default -> null;
        };
    }

    private static ExitCode exitCode(DatabaseException.Kind kind) {
        return switch (kind) {
            case NEWER, UNREACHABLE, READ_ONLY, CONFLICT, DAMAGED -> ExitCode.USAGE;
            case FULL, BUSY, FAILED -> ExitCode.INTERNAL;
        };
    }

    private static ExitCode exitCode(ArtifactException.Kind kind) {
        return switch (kind) {
            case NOT_FOUND, INVALID -> ExitCode.USAGE;
            case FULL, FAILED -> ExitCode.INTERNAL;
        };
    }

    private static ExitCode exitCode(RemoteException.Kind kind) {
        return switch (kind) {
            case REFUSED -> ExitCode.USAGE;
            case UNREACHABLE, FAILED -> ExitCode.INTERNAL;
        };
    }

    private static boolean isComplaint(RuntimeException e) {
        return (e instanceof IllegalArgumentException || e instanceof IllegalStateException)
                && e.getStackTrace().length > 0
                && isOurs(e.getStackTrace()[0].getClassName());
    }

    private static boolean isOurs(String className) {
        return className.startsWith(OURS);
    }

    private static String unknown(UnmatchedArgumentException e) {
        String word = e.getUnmatched().getFirst();
        var spec = e.getCommandLine().getCommandSpec();
        boolean option = word.startsWith("-");
        List<String> known = option
                ? spec.options().stream()
                        .flatMap(o -> Stream.of(o.names()))
                        .filter(n -> n.startsWith("--"))
                        .toList()
                : spec.subcommands().entrySet().stream()
                        .filter(c ->
                                !c.getValue().getCommandSpec().usageMessage().hidden())
                        .map(c -> c.getKey())
                        .toList();
        String what =
                option ? "unknown option " : spec.subcommands().isEmpty() ? "one word too many: " : "unknown command ";
        String name = option ? word.split("=", 2)[0] : word;
        return what + "'" + name + "'"
                + Nearest.to(name, known)
                        .map(n -> ", did you mean '" + n + "'?")
                        .orElse("");
    }

    private void say(String message) {
        String line = message.lines().map(String::strip).collect(Collectors.joining(" "));
        terminal.err().line(terminal.err().colour(Colour.BAD, "steelyard: ") + line);
    }

    private static String trace(Throwable e) {
        var text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static String keep(String trace) {
        try {
            Path file = Files.createTempFile("steelyard-failure-", ".txt");
            Files.writeString(file, trace, StandardCharsets.UTF_8);
            return "where it happened stands in " + file;
        } catch (IOException e) {
            return "where it happened could not be written (" + e.getMessage() + "): see it with --stacktrace";
        }
    }
}
