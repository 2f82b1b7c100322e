package io.steelyard.mlflow.wire;

/// The answer to `server-info`: what the server can do.
///
/// @param storeType `SqlStore`, as clients know MLflow's database
/// @param workspacesEnabled whether there are workspaces
/// @param traceArchivalEnabled whether old traces are moved
/// @param multipartUploadsEnabled whether large artifacts can be sent in parts
/// @param multipartDownloadsEnabled whether large artifacts can be fetched in parts
public record ServerInfo(
        String storeType,
        Boolean workspacesEnabled,
        Boolean traceArchivalEnabled,
        Boolean multipartUploadsEnabled,
        Boolean multipartDownloadsEnabled) {}
