package io.steelyard.batch;

import io.steelyard.models.Predictor;

/// The model that scores a batch, and what the output says of it.
///
/// @param predictor scores the rows
/// @param version what the column `model_version` says, for example `3`
/// @param path what the column `model_path` says: the URI under which the model was asked for, for example
///     `models:/flights@production`
/// @param digest the same text for the same model alone, for example the SHA-256 of its files: parts that another model scored are
///     not used again
public record BatchModel(Predictor predictor, String version, String path, String digest) {}
