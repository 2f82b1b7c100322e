package io.steelyard.cli;

import picocli.CommandLine.Command;

/// What concerns registered models.
@Command(name = "models", description = "Registered models: look at them, compare, promote, and ask what was.")
final class ModelsCommand {}
