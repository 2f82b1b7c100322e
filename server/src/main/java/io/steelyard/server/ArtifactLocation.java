package io.steelyard.server;

import io.steelyard.artifacts.ArtifactException;
import io.steelyard.artifacts.ArtifactPath;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Where in the artifact store an artifact URI points. A URI is never taken for a path of this machine.
final class ArtifactLocation {
    private static final String SCHEME = "mlflow-artifacts:";
    private static final String PROXY = "/api/2.0/mlflow-artifacts/artifacts/";

    private ArtifactLocation() {}

    /// @param uri `mlflow-artifacts:/path`, `mlflow-artifacts://host/path`, or an address of the artifact proxy
    /// @param below a path below it; empty: the place itself
    /// @return the path in the store
    /// @throws ArtifactException of kind INVALID where the artifacts are kept elsewhere, or the path leads out
    static String path(String uri, String below) {
        return find(uri, below).orElseThrow(() -> elsewhere(uri));
    }

    /// @return as [#path]; empty where the artifacts are kept elsewhere
    static Optional<String> find(String uri, String below) {
        // Each is checked by itself, so that neither depends on the other.
        return root(uri)
                .map(root -> new ArtifactPath(root).value())
                .map(root -> below.isEmpty() ? root : root + "/" + new ArtifactPath(below).value());
    }

    private static Optional<String> root(String uri) {
        return withoutHost(uri)
                .filter(path -> path.indexOf('?') < 0 && path.indexOf('#') < 0)
                .flatMap(ArtifactLocation::decoded);
    }

    private static Optional<String> decoded(String path) {
        try {
            return Optional.of(URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            // What is encoded in no way is no address of ours.
            return Optional.empty();
        }
    }

    private static Optional<String> withoutHost(String uri) {
        if (uri.startsWith(SCHEME)) {
            String rest = uri.substring(SCHEME.length());
            int slash = rest.startsWith("//") ? rest.indexOf('/', 2) : 0;
            return slash >= 0 && rest.startsWith("/") ? Optional.of(rest.substring(slash + 1)) : Optional.empty();
        }
        if (uri.startsWith("http://") || uri.startsWith("https://")) {
            int proxy = uri.indexOf(PROXY);
            return proxy >= 0 ? Optional.of(uri.substring(proxy + PROXY.length())) : Optional.empty();
        }
        return Optional.empty();
    }

    private static ArtifactException elsewhere(String uri) {
        return ArtifactException.invalid("the artifacts are kept at '" + uri + "', which this server does not serve.\n"
                + "Read them there; it serves what lies at mlflow-artifacts:/ only.");
    }
}
