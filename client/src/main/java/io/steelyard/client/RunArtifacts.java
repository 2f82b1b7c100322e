package io.steelyard.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Stores files among a run's artifacts, through the server.
final class RunArtifacts {
    private final MlflowServer server;
    private final ProxyPath root;

    /// @param uri where the server says that the run's artifacts stand
    RunArtifacts(MlflowServer server, String uri) {
        this.server = server;
        this.root = ProxyPath.of(uri);
    }

    void put(Path local, String path) {
        if (!Files.exists(local)) {
            throw new IllegalArgumentException("there is no file or folder " + local + " to store");
        }
        try (Stream<Path> found = Files.walk(local, FileVisitOption.FOLLOW_LINKS)) {
            for (Path file : found.filter(Files::isRegularFile).sorted().toList()) {
                String whole = root.below(join(path, local.relativize(file)));
                server.put(ProxyPath.address(whole), BodyPublishers.ofFile(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + local, e);
        }
    }

    private static String join(String path, Path below) {
        List<String> parts = new ArrayList<>(List.of(path));
        below.forEach(part -> parts.add(part.toString()));
        parts.removeIf(String::isEmpty);
        return String.join("/", parts);
    }
}
