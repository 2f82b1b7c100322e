package io.steelyard.client;

import io.steelyard.client.RemoteException.Kind;
import io.steelyard.mlflow.wire.FileEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Fetches artifacts through the server. What the server names is never a way out of the target folder.
final class ArtifactDownloads {
    private final MlflowServer server;
    private final ProxyPath root;

    /// @param uri where the server says that the artifacts stand
    ArtifactDownloads(MlflowServer server, String uri) {
        this.server = server;
        this.root = ProxyPath.of(uri);
    }

    Path fetch(String path, Path target) {
        try {
            Files.createDirectories(target);
            List<FileEntry> entries = list(path);
            if (!entries.isEmpty()) {
                Path folder = path.isEmpty() ? target : below(target, name(path));
                folder(path, entries, folder);
                return folder;
            }
            if (path.isEmpty()) {
                return target;
            }
            Path file = below(target, name(path));
            server.fetch(ProxyPath.address(root.below(path)), file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write below " + target, e);
        }
    }

    /// Copies one file.
    ///
    /// @return whether the server has it
    boolean fetchFile(String path, Path target) {
        String folder = path.substring(0, Math.max(0, path.lastIndexOf('/')));
        boolean there = list(folder).stream()
                .anyMatch(entry -> !entry.isDir() && name(entry.path()).equals(name(path)));
        if (there) {
            try {
                server.fetch(ProxyPath.address(root.below(path)), target);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write " + target, e);
            }
        }
        return there;
    }

    private void folder(String path, List<FileEntry> entries, Path target) throws IOException {
        Files.createDirectories(target);
        for (FileEntry entry : entries) {
            String name = name(entry.path());
            String whole = path.isEmpty() ? name : path + "/" + name;
            Path local = below(target, name);
            if (entry.isDir()) {
                folder(whole, list(whole), local);
            } else {
                server.fetch(ProxyPath.address(root.below(whole)), local);
            }
        }
    }

    private List<FileEntry> list(String path) {
        return server.getAt(ProxyPath.PROXY, Map.of("path", root.below(path)), Listing.class)
                .files();
    }

    /// What the proxy answers to a list.
    record Listing(List<FileEntry> files) {
        Listing {
            files = files == null ? List.of() : List.copyOf(files);
        }
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static Path below(Path folder, String name) {
        Path local = folder.resolve(name).normalize();
        if (!folder.normalize().equals(local.getParent())) {
            throw new RemoteException(
                    Kind.FAILED, "the server names a file '" + name + "', which is no name", null, null);
        }
        return local;
    }
}
