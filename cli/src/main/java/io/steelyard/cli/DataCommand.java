package io.steelyard.cli;

import picocli.CommandLine.Command;

/// What concerns data sets.
@Command(name = "data", description = "Data sets: what is in them, and whether they are still the same.")
final class DataCommand {}
