package io.steelyard.cli;

import picocli.CommandLine.Command;

/// What concerns the configuration of an experiment.
@Command(name = "config", description = "Configurations of experiments.")
final class ConfigCommand {}
