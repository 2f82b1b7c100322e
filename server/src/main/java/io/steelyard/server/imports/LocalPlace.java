package io.steelyard.server.imports;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where on this machine the artifacts of a URI are. An import is started by a user of this machine, who may read
/// what the store names.
///
/// @param base where relative paths begin
/// @param proxied the folder that MLflow's server had as `--artifacts-destination`; null: nobody says
public record LocalPlace(Path base, @Nullable Path proxied) {
    private static final String PROXY_SCHEME = "mlflow-artifacts:";

    /// Finds a folder.
    ///
    /// @param uri a path, a `file:` URI or an `mlflow-artifacts:` URI
    /// @return the folder; empty: it is none of these, or not there
    public Optional<Path> folder(String uri) {
        return path(uri).filter(Files::isDirectory);
    }

    private Optional<Path> path(String uri) {
        try {
            if (uri.startsWith("file:")) {
                return Optional.of(Path.of(URI.create(uri).getPath()));
            }
            if (uri.startsWith(PROXY_SCHEME)) {
                String path = URI.create(uri).getPath().replaceFirst("^/+", "");
                Path root = proxied == null ? null : proxied.normalize();
                return Optional.ofNullable(root)
                        .map(folder -> folder.resolve(path).normalize())
                        .filter(folder -> root != null && folder.startsWith(root));
            }
            return uri.contains("://") ? Optional.empty() : Optional.of(base.resolve(uri));
        } catch (IllegalArgumentException e) {
            // Neither a URI nor a path of this machine.
            return Optional.empty();
        }
    }
}
