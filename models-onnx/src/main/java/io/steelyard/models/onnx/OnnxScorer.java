package io.steelyard.models.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.steelyard.data.Batch;
import io.steelyard.data.Schema;
import io.steelyard.models.ModelException;
import io.steelyard.models.Scorer;
import io.steelyard.models.Task;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A session of ONNX Runtime, which is closed when nobody refers to the scorer any more.
final class OnnxScorer implements Scorer {
    private static final Cleaner CLEANER = Cleaner.create();

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final GraphInputs inputs;
    private final GraphOutputs outputs;

    OnnxScorer(OrtEnvironment environment, OrtSession session, GraphInputs inputs, GraphOutputs outputs) {
        this.environment = environment;
        this.session = session;
        this.inputs = inputs;
        this.outputs = outputs;
        CLEANER.register(this, () -> {
            try {
                session.close();
            } catch (OrtException e) {
                throw new IllegalStateException("ONNX Runtime cannot close a session", e);
            }
        });
    }

    @Override
    public List<String> features() {
        return inputs.schema().names();
    }

    @Override
    public Schema inputs() {
        return inputs.schema();
    }

    @Override
    public int outputs() {
        return outputs.outputs();
    }

    @Override
    public Optional<Task> task() {
        return Optional.of(outputs.task());
    }

    @Override
    public List<String> classes() {
        return outputs.task() == Task.MULTICLASS_CLASSIFICATION ? outputs.classes() : List.of();
    }

    @Override
    public double[] scores(Batch features) {
        if (features.rows() == 0) {
            return new double[0];
        }
        try {
            Map<String, OnnxTensor> tensors = inputs.tensors(environment, features);
            try (OrtSession.Result answer = session.run(tensors, Set.copyOf(outputs.names()))) {
                return outputs.scores(answer, features.rows());
            } finally {
                tensors.values().forEach(OnnxTensor::close);
            }
        } catch (OrtException e) {
            throw new ModelException(
                    ModelException.Kind.UNREADABLE, "ONNX Runtime cannot score the rows: " + e.getMessage(), e);
        } finally {
            Reference.reachabilityFence(this);
        }
    }
}
