package io.steelyard.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
        if (scorer.outputs() != model.signature().outputs()) {
            throw new ModelException(
                    ModelException.Kind.DAMAGED,
                    model.file().name() + ": the model answers " + scorer.outputs()
                            + " scores a row, but its signature says "
                            + model.signature().outputs());
        }
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
        PythonFlavor.graph(
                        model.signature(),
                        model.transforms(),
                        scorer,
                        model.file().name())
                .map(PythonFlavor::files)
                .ifPresent(files::putAll);
        files.put(MlModel.FILE, mlModel(files));
        Path whole = folder.toAbsolutePath();
        Path aside = whole.resolveSibling(
                "." + whole.getFileName() + "-" + model.origin().modelUuid());
        try {
            Files.createDirectories(aside);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path place = aside.resolve(file.getKey());
                Files.createDirectories(place.resolveSibling(""));
                Files.write(place, file.getValue());
            }
            Files.move(aside, whole);
        } catch (IOException e) {
            throw new ModelException(
                    ModelException.Kind.UNREADABLE, folder + ": the model folder cannot be written: " + e, e);
        }
    }

    /// Describes the flavor of the model's library, if MLflow has one.
    ///
    /// @return what a user of that flavor must know
    private String describeBare(ObjectNode flavors) {
        if (!(scorer instanceof ForestScorer trees)) {
            return "";
        }
        String release = trees.forest().libraryVersion();
        switch (trees.forest().library()) {
            case XGBOOST -> LibraryFlavor.XGBOOST.describe(flavors, model.file().name(), release);
            case LIGHTGBM ->
                LibraryFlavor.LIGHTGBM.describe(flavors, model.file().name(), release);
            case ONNX -> {
                return "";
            }
        }
        return " The flavor " + model.file().format()
                + " is the bare model and takes the columns after the transforms: "
                + String.join(", ", scorer.features()) + ".";
    }

    /// Keys in alphabetical order, as MLflow writes them.
    private byte[] mlModel(Map<String, byte[]> files) {
        ObjectNode root = YAML.createObjectNode();
        root.put("artifact_path", model.origin().artifactPath());
        ObjectNode flavors = root.putObject("flavors");
        boolean inPython = files.containsKey(PythonFlavor.GRAPH_FILE);
        String bare = describeBare(flavors);
        if (inPython) {
            PythonFlavor.describeGraph(flavors);
            PythonFlavor.describe(flavors);
        }
        SteelyardFlavor.describe(flavors, model.file(), model.signature(), scorer.features());
        ObjectNode metadata = root.putObject("metadata");
        metadata.put(
                "steelyard",
                "The flavors " + (inPython ? "steelyard, python_function and onnx take" : "steelyard takes")
                        + " the raw columns of the signature." + bare);
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
        signature.put(
                "inputs",
                SignatureJson.write(
                        model.signature().inputs(), model.signature().optional()));
        signature.put("outputs", SignatureJson.write(OnnxExport.outputs(model.signature()), Set.of()));
        signature.putNull("params");
        root.put("utc_time_created", CREATED.format(model.origin().created()));
        return YAML.writeValueAsBytes(root);
    }
}
