package io.steelyard.server.models;

import io.steelyard.artifacts.ArtifactInfo;
import io.steelyard.artifacts.ArtifactStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The files of one version in the artifact store.
final class VersionFiles {
    private static final String SCHEME = "mlflow-artifacts:";

    private final ArtifactStore artifacts;
    private final String root;

    private VersionFiles(ArtifactStore artifacts, String root) {
        this.artifacts = artifacts;
        this.root = root;
    }

    /// @param location where the files lie
    /// @return the files; empty where they lie in another store
    static Optional<VersionFiles> at(ArtifactStore artifacts, String location) {
        if (!location.startsWith(SCHEME)) {
            return Optional.empty();
        }
        String path = location.substring(SCHEME.length());
        if (path.startsWith("//")) {
            // A host before the path: the server's own, for no other is proxied.
            int slash = path.indexOf('/', 2);
            path = slash < 0 ? "" : path.substring(slash);
        }
        String root = path.replaceAll("^/+|/+$", "");
        return root.isEmpty() ? Optional.empty() : Optional.of(new VersionFiles(artifacts, root));
    }

    /// @return the files by path below the model folder
    Map<String, FileFacts> facts() {
        Map<String, FileFacts> facts = new TreeMap<>();
        collect(root, facts);
        return facts;
    }

    /// @return a file's content; empty where there is no such file
    Optional<byte[]> read(String name) {
        if (artifacts.list(root).stream().noneMatch(info -> info.name().equals(name))) {
            return Optional.empty();
        }
        try (InputStream content = artifacts.open(root + "/" + name)) {
            return Optional.of(content.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void collect(String folder, Map<String, FileFacts> facts) {
        for (ArtifactInfo info : artifacts.list(folder)) {
            switch (info.kind()) {
                case FOLDER -> collect(info.path(), facts);
                case FILE ->
                    facts.put(
                            info.path().substring(root.length() + 1),
                            new FileFacts(info.sizeBytes(), digest(info.path())));
            }
        }
    }

    private String digest(String path) {
        try (InputStream content = artifacts.open(path);
                DigestInputStream digesting = new DigestInputStream(content, MessageDigest.getInstance("SHA-256"))) {
            digesting.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
