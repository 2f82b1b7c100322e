package io.steelyard.client;

import io.steelyard.client.RemoteException.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Stores files among a run's artifacts, through the server.
final class RunArtifacts {
    private static final String PROXY = "/api/2.0/mlflow-artifacts/artifacts/";

    private final MlflowServer server;
    private final String root;

    /// @param uri where the server says that the run's artifacts stand
    RunArtifacts(MlflowServer server, String uri) {
        this.server = server;
        this.root = root(uri);
    }

    /// @return the path behind [#PROXY] where the artifacts stand, without a leading slash
    private static String root(String uri) {
        int proxy = uri.indexOf(PROXY);
        if (proxy > 0 && uri.startsWith("http")) {
            return uri.substring(proxy + PROXY.length());
        }
        URI parsed = URI.create(uri);
        if ("mlflow-artifacts".equals(parsed.getScheme()) && parsed.getPath() != null) {
            return parsed.getPath().replaceFirst("^/+", "");
        }
        throw new RemoteException(
                Kind.REFUSED,
                "the server keeps the run's artifacts at " + uri + ", which it does not store for its clients.\n"
                        + "Start it with --serve-artifacts, or take an experiment whose artifacts it serves.",
                null,
                null);
    }

    void put(Path local, String path) {
        if (!Files.exists(local)) {
            throw new IllegalArgumentException("there is no file or folder " + local + " to store");
        }
        try (Stream<Path> found = Files.walk(local, FileVisitOption.FOLLOW_LINKS)) {
            for (Path file : found.filter(Files::isRegularFile).sorted().toList()) {
                server.put(PROXY + encoded(join(root, path, local.relativize(file))), BodyPublishers.ofFile(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + local, e);
        }
    }

    private static String join(String root, String path, Path below) {
        List<String> parts = new ArrayList<>(List.of(root, path));
        below.forEach(part -> parts.add(part.toString()));
        parts.removeIf(String::isEmpty);
        return String.join("/", parts);
    }

    private static String encoded(String path) {
        try {
            return new URI(null, null, "/" + path, null).toASCIIString().substring(1);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("the artifact path '" + path + "' is none: " + e.getReason(), e);
        }
    }
}
