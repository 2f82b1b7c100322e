package io.steelyard.cli;

import io.steelyard.registry.ModelStage;
import java.nio.file.Path;

/// What `--model` can name.
sealed interface ModelReference {
    /// The words of the options' descriptions.
    String FORMS =
            "models:/NAME@ALIAS, models:/NAME/3, models:/NAME/Production, runs:/RUN/PATH, a model folder, or a model file";

    /// A numbered version: `models:/NAME/3`.
    record Version(String name, int number) implements ModelReference {}

    /// The version that an alias points at: `models:/NAME@ALIAS`; `models:/NAME/latest` is that of the greatest number.
    record Aliased(String name, String alias) implements ModelReference {}

    /// The newest version of a stage: `models:/NAME/Production`.
    record Staged(String name, ModelStage stage) implements ModelReference {}

    /// Artifacts of a run: `runs:/RUN/PATH`.
    record OfRun(String run, String path) implements ModelReference {}

    /// A model folder or file of this machine.
    record Local(Path path) implements ModelReference {}

    /// @throws CommandException where the text is none of these forms
    static ModelReference parse(String uri) {
        if (uri.startsWith("models:/")) {
            return registered(uri, uri.substring("models:/".length()));
        }
        if (uri.startsWith("runs:/")) {
            String rest = uri.substring("runs:/".length());
            int slash = rest.indexOf('/');
            if (slash <= 0 || slash == rest.length() - 1) {
                throw unknown(uri);
            }
            return new OfRun(rest.substring(0, slash), rest.substring(slash + 1));
        }
        if (uri.isBlank() || uri.matches("[A-Za-z][A-Za-z0-9+.-]+:/.*")) {
            throw unknown(uri);
        }
        return new Local(Path.of(uri));
    }

    private static ModelReference registered(String uri, String rest) {
        int slash = rest.indexOf('/');
        int at = rest.lastIndexOf('@');
        if (slash < 0 && at > 0 && at < rest.length() - 1) {
            return new Aliased(rest.substring(0, at), rest.substring(at + 1));
        }
        if (slash <= 0 || slash == rest.length() - 1 || rest.indexOf('/', slash + 1) >= 0) {
            throw unknown(uri);
        }
        String name = rest.substring(0, slash);
        String which = rest.substring(slash + 1);
        if (which.matches("[0-9]{1,9}")) {
            return new Version(name, Integer.parseInt(which));
        }
        return which.equalsIgnoreCase("latest")
                ? new Aliased(name, "latest")
                : new Staged(name, ModelStage.parse(which));
    }

    private static CommandException unknown(String uri) {
        return new CommandException(ExitCode.USAGE, "'" + uri + "' names no model: it must be " + FORMS);
    }
}
