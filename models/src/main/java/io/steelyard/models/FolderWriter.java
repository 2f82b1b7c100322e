package io.steelyard.models;

import io.steelyard.data.ColumnType;
import io.steelyard.data.Field;
import io.steelyard.data.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/// Writes a model folder: all files beside the place, then the whole folder into it at once.
final class FolderWriter {
    private static final DateTimeFormatter CREATED = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .disable(YAMLWriteFeature.SPLIT_LINES)
            .build();

    private final NewModel model;
    private final Scorer scorer;

    FolderWriter(NewModel model) {
        this.model = model;
        scorer = ModelRuntimes.load(model.file());
        if (scorer.features().isEmpty()) {
            throw new ModelException(
                    ModelException.Kind.UNSUPPORTED,
                    model.file().name() + ": the model does not name its features: name them in the training");
        }
    }

    void write(Path folder) {
        if (Files.exists(folder)) {
            throw new ModelException(
                    ModelException.Kind.UNREADABLE, folder + ": there is something already: choose another place");
        }
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(model.file().name(), model.file().bytes());
        files.put(SteelyardFlavor.TRANSFORMS_FILE, model.transforms().toJson());
        files.put(InputExample.FILE, InputExample.write(model.inputExample()));
        files.put(MlModel.FILE, mlModel(files));
        Path whole = folder.toAbsolutePath();
        Path aside = whole.resolveSibling(
                "." + whole.getFileName() + "-" + model.origin().modelUuid());
        try {
            Files.createDirectories(aside);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Files.write(aside.resolve(file.getKey()), file.getValue());
            }
            Files.move(aside, whole);
        } catch (IOException e) {
            throw new ModelException(
                    ModelException.Kind.UNREADABLE, folder + ": the model folder cannot be written: " + e, e);
        }
    }

    /// Keys in alphabetical order, as MLflow writes them.
    private byte[] mlModel(Map<String, byte[]> files) {
        ObjectNode root = YAML.createObjectNode();
        root.put("artifact_path", model.origin().artifactPath());
        ObjectNode flavors = root.putObject("flavors");
        SteelyardFlavor.describe(flavors, model.file(), model.signature(), scorer.features());
        if (scorer instanceof ForestScorer trees && model.file().format().equals(ForestRuntime.XGBOOST.format())) {
            XgboostFlavor.describe(flavors, model.file().name(), trees.forest().libraryVersion());
        }
        root.put(
                "model_size_bytes",
                files.values().stream().mapToLong(f -> f.length).sum());
        root.put("model_uuid", model.origin().modelUuid());
        root.put("run_id", model.origin().runId());
        root.putObject("saved_input_example_info")
                .put("artifact_path", InputExample.FILE)
                .put("pandas_orient", "split")
                .put("type", "dataframe");
        ObjectNode signature = root.putObject("signature");
        signature.put("inputs", SignatureJson.write(model.signature().inputs()));
        signature.put("outputs", SignatureJson.write(Schema.of(new Field("prediction", ColumnType.DOUBLE))));
        signature.putNull("params");
        root.put("utc_time_created", CREATED.format(model.origin().created()));
        return YAML.writeValueAsBytes(root);
    }
}
