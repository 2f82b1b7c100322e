package io.steelyard.client;

import io.steelyard.client.RemoteException.Kind;
import java.net.URI;
import java.net.URISyntaxException;

/// Where the artifacts of a URI stand behind a server's artifact proxy.
///
/// @param root the path behind [#PROXY], without a leading slash
record ProxyPath(String root) {
    static final String PROXY = "/api/2.0/mlflow-artifacts/artifacts";

    /// @param uri where the server says that the artifacts stand
    /// @throws RemoteException of kind REFUSED where the server does not store them itself
    static ProxyPath of(String uri) {
        int proxy = uri.indexOf(PROXY + "/");
        if (proxy > 0 && uri.startsWith("http")) {
            return new ProxyPath(uri.substring(proxy + PROXY.length() + 1));
        }
        URI parsed = URI.create(uri);
        if ("mlflow-artifacts".equals(parsed.getScheme()) && parsed.getPath() != null) {
            return new ProxyPath(parsed.getPath().replaceFirst("^/+", ""));
        }
        throw new RemoteException(
                Kind.REFUSED,
                "the server keeps the artifacts at " + uri + ", which it does not store for its clients.\n"
                        + "Start it with --serve-artifacts, or take an experiment whose artifacts it serves.",
                null,
                null);
    }

    /// @param below a path below the root; empty: the root itself
    String below(String below) {
        return below.isEmpty() ? root : root.isEmpty() ? below : root + "/" + below;
    }

    /// The address of a file, below the server's.
    static String address(String path) {
        try {
            return PROXY + new URI(null, null, "/" + path, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("the artifact path '" + path + "' is none: " + e.getReason(), e);
        }
    }
}
