package io.steelyard.server;

/// How a server listens.
///
/// @param host the address or name of both ports, for example `127.0.0.1`
/// @param port the control plane's port; 0 for any that is free
/// @param inferencePort the data plane's port; 0 for any that is free
/// @param version the program's version, for `server.json`
public record ServerOptions(String host, int port, int inferencePort, String version) {}
