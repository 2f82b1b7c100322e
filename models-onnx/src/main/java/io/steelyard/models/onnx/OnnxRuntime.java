package io.steelyard.models.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.steelyard.models.ModelException;
import io.steelyard.models.ModelFile;
import io.steelyard.models.ModelRuntime;
import io.steelyard.models.Scorer;

/// Loads ONNX graphs into ONNX Runtime, on the CPU. A call uses one thread, the caller's.
///
/// The graph takes a matrix (`float`, `double` or `int64`), or an input of one value a row for each column. It answers one
/// number a row, or, as converters of classifiers write it, a label and the probabilities of the classes, as a matrix or as
/// a map a row (`ZipMap`), or, as Steelyard's own export does, `prediction` and `probability…`.
public final class OnnxRuntime implements ModelRuntime {
    /// The runtime, as [java.util.ServiceLoader] makes it.
    public OnnxRuntime() {}

    @Override
    public String format() {
        return "onnx";
    }

    @Override
    public Scorer load(ModelFile file) {
        if (file.bytes().length == 0) {
            throw new ModelException(ModelException.Kind.DAMAGED, file.name() + ": the file is empty");
        }
        try {
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
                options.setIntraOpNumThreads(1);
                options.setInterOpNumThreads(1);
                return scorer(file, environment, environment.createSession(file.bytes(), options));
            }
        } catch (OrtException e) {
            throw new ModelException(
                    ModelException.Kind.DAMAGED, file.name() + ": ONNX Runtime cannot load it: " + e.getMessage(), e);
        } catch (LinkageError e) {
            throw new ModelException(
                    ModelException.Kind.UNREADABLE,
                    file.name() + ": ONNX Runtime's native library cannot be loaded on this machine: " + e,
                    e);
        }
    }

    private static Scorer scorer(ModelFile file, OrtEnvironment environment, OrtSession session) throws OrtException {
        try {
            GraphInputs inputs = GraphInputs.of(session.getInputInfo());
            GraphOutputs outputs = GraphOutputs.of(session.getOutputInfo(), ClassLabels.of(file.bytes()));
            return new OnnxScorer(environment, session, inputs, outputs);
        } catch (IllegalArgumentException e) {
            session.close();
            throw new ModelException(ModelException.Kind.UNSUPPORTED, file.name() + ": " + e.getMessage(), e);
        } catch (OrtException | RuntimeException e) {
            session.close();
            throw e;
        }
    }
}
