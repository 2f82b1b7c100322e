package io.steelyard.models;

import io.steelyard.transforms.FittedPipeline;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// The flavors for Python that take raw columns: `python_function` for `mlflow.pyfunc.load_model`, and `onnx` for
/// `mlflow.onnx.load_model`. Both are one ONNX graph of transforms and model; where that cannot be, neither is written.
final class PythonFlavor {
    static final String NAME = "python_function";
    static final String GRAPH_FILE = "pipeline.onnx";

    private static final String CODE_FOLDER = "code";
    private static final String LOADER = "steelyard_onnx";
    private static final String ENVIRONMENT_FILE = "python_env.yaml";
    private static final String REQUIREMENTS_FILE = "requirements.txt";
    private static final String REQUIREMENTS = "mlflow\nnumpy\nonnxruntime>=1.20\npandas\n";
    private static final String ENVIRONMENT = """
            python: "3.12"
            build_dependencies:
            - pip
            dependencies:
            - -r requirements.txt
            """;

    private PythonFlavor() {}

    /// The graph; empty where transforms or model have no counterpart in ONNX.
    static Optional<byte[]> graph(Signature signature, FittedPipeline transforms, Scorer scorer, String fileName) {
        try {
            return Optional.of(OnnxExport.of(signature, transforms, scorer, fileName));
        } catch (ModelException e) {
            if (e.kind() == ModelException.Kind.UNSUPPORTED) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /// The files beside the graph, by their paths in the model folder.
    static Map<String, byte[]> files(byte[] graph) {
        return Map.of(
                GRAPH_FILE,
                graph,
                CODE_FOLDER + "/" + LOADER + ".py",
                loader(),
                ENVIRONMENT_FILE,
                ENVIRONMENT.getBytes(StandardCharsets.UTF_8),
                REQUIREMENTS_FILE,
                REQUIREMENTS.getBytes(StandardCharsets.UTF_8));
    }

    static void describeGraph(ObjectNode flavors) {
        LibraryFlavor.ONNX.describe(flavors, GRAPH_FILE, "1.16.0");
    }

    static void describe(ObjectNode flavors) {
        ObjectNode flavor = flavors.putObject(NAME);
        flavor.put("code", CODE_FOLDER);
        flavor.put("data", GRAPH_FILE);
        flavor.putObject("env").put("virtualenv", ENVIRONMENT_FILE);
        flavor.put("loader_module", LOADER);
    }

    private static byte[] loader() {
        try (InputStream file = Objects.requireNonNull(
                PythonFlavor.class.getResourceAsStream(LOADER + ".py"), LOADER + ".py among the classes")) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
