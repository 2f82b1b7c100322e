package io.steelyard.server.imports;

/// What an import found, and how much of it was new.
///
/// @param experiments how many experiments there are
/// @param runs how many runs there are
/// @param newRuns how many of them were not here before
/// @param metrics how many values of metrics there are
/// @param loggedModels how many logged models there are
/// @param newLoggedModels how many of them were not here before
/// @param registeredModels how many registered models there are
/// @param newVersions how many of their versions were not here before
/// @param newFiles how many artifact files were copied
/// @param newBytes how many bytes they have
/// @param artifactsElsewhere of how many runs and logged models the artifacts are not on this machine; they keep their
///     addresses
public record ImportSummary(
        int experiments,
        int runs,
        int newRuns,
        long metrics,
        int loggedModels,
        int newLoggedModels,
        int registeredModels,
        int newVersions,
        int newFiles,
        long newBytes,
        int artifactsElsewhere) {}
