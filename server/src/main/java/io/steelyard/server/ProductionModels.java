package io.steelyard.server;

import io.steelyard.models.ModelFolder;
import io.steelyard.registry.ModelVersion;
import io.steelyard.registry.RegisteredModel;
import io.steelyard.serving.ModelPool;
import io.steelyard.serving.ServedModel;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/// Keeps the pool at the production version of each registered model: looks at the registry at start and every second.
/// A version that cannot be loaded is named in the log once, and the one before goes on serving.
final class ProductionModels implements AutoCloseable {
    private static final System.Logger LOGGER = System.getLogger(ProductionModels.class.getName());
    private static final Duration REST = Duration.ofSeconds(1);
    private static final String ARTIFACT_SCHEME = "mlflow-artifacts:/";

    private final Platform platform;
    private final ModelPool pool;
    private final Set<String> refused = new HashSet<>();
    private final Thread thread;

    private ProductionModels(Platform platform, ModelPool pool) {
        this.platform = platform;
        this.pool = pool;
        this.thread = Thread.ofVirtual().name("production-models").unstarted(this::follow);
    }

    static ProductionModels follow(Platform platform, ModelPool pool) {
        ProductionModels models = new ProductionModels(platform, pool);
        models.look();
        models.thread.start();
        return models;
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() {
        try {
            while (true) {
                Thread.sleep(REST);
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            for (RegisteredModel model : platform.registry().models()) {
                platform.registry().production(model.name()).ifPresent(this::load);
            }
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "the registry cannot be read; the models go on serving as they are", e);
        }
    }

    private void load(ModelVersion version) {
        String label = version.modelName() + "/" + version.version();
        boolean serving =
                pool.models().stream().anyMatch(served -> served.label().equals(label));
        if (serving || refused.contains(label)) {
            return;
        }
        try {
            pool.swap(new ServedModel(
                    version.modelName(),
                    version.version(),
                    ModelFolder.open(folder(version)).predictor()));
        } catch (RuntimeException e) {
            refused.add(label);
            LOGGER.log(Level.WARNING, "the production version " + label + " cannot be served: " + e.getMessage());
        }
    }

    private Path folder(ModelVersion version) {
        String stored = platform.registry().downloadUri(version.modelName(), version.version());
        if (!stored.startsWith(ARTIFACT_SCHEME)) {
            throw new ServerException("its artifacts lie in " + stored + ", which is not of this server", null);
        }
        Path root = platform.folder().artifacts().toAbsolutePath().normalize();
        Path folder = root.resolve(stored.substring(ARTIFACT_SCHEME.length())).normalize();
        if (!folder.startsWith(root)) {
            throw new ServerException("its artifacts lie outside of the data folder: " + stored, null);
        }
        return folder;
    }
}
