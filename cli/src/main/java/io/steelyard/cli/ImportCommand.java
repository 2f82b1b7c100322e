package io.steelyard.cli;

import picocli.CommandLine.Command;

/// Brings stores of others over.
@Command(name = "import", description = "Bring another tracking server's store over.")
final class ImportCommand {}
