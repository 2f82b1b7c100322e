package io.steelyard.cli;

import io.steelyard.batch.BatchModel;
import io.steelyard.cli.StoredModels.Fetched;
import io.steelyard.data.ContentDigest;
import io.steelyard.data.Manifest;
import io.steelyard.models.BareModel;
import io.steelyard.models.ModelFolder;
import io.steelyard.models.Predictor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// Opens the model that a URI names. One of a store is copied to a temporary folder, which is gone again when it is opened.
final class ModelFetch {
    private static final int SHORT_DIGEST = 12;

    private final String uri;
    private final ModelReference reference;

    ModelFetch(String uri) {
        this.uri = uri;
        this.reference = ModelReference.parse(uri);
    }

    /// Opens it; the store is opened only where the URI names one of its models.
    BatchModel open(StoreOptions store) {
        return use(store, fetched -> {
            String digest = digest(fetched.path());
            String version =
                    reference instanceof ModelReference.Local ? digest.substring(0, SHORT_DIGEST) : fetched.version();
            return new BatchModel(predictor(fetched.path()), version, uri, digest);
        });
    }

    /// Opens it for something else than batches.
    Predictor predictor(StoreOptions store) {
        return use(store, fetched -> predictor(fetched.path()));
    }

    private <T> T use(StoreOptions store, Function<Fetched, T> use) {
        if (reference instanceof ModelReference.Local(Path path)) {
            return use.apply(new Fetched(path, ""));
        }
        try {
            Path folder = Files.createTempDirectory("steelyard-model-");
            try (OpenStore opened = store.open();
                    StoredModels models = opened.storedModels()) {
                return use.apply(fetch(models, folder));
            } finally {
                remove(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Fetched fetch(StoredModels models, Path into) {
        return switch (reference) {
            case ModelReference.Version version -> models.version(version, into);
            case ModelReference.Aliased aliased -> models.aliased(aliased, into);
            case ModelReference.Staged staged -> models.staged(staged, into);
            case ModelReference.OfRun run -> models.ofRun(run, into);
            case ModelReference.Local local -> new Fetched(local.path(), "");
        };
    }

    private static Predictor predictor(Path path) {
        return Files.isDirectory(path) ? ModelFolder.open(path).predictor() : BareModel.open(path);
    }

    private static String digest(Path path) {
        if (!Files.isDirectory(path)) {
            return ContentDigest.of(path);
        }
        try (Stream<Path> files = Files.walk(path)) {
            List<String> names = files.filter(Files::isRegularFile)
                    .map(file -> path.relativize(file).toString())
                    .toList();
            return Manifest.of(path, names).digest();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
