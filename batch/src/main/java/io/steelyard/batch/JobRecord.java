package io.steelyard.batch;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// What the parts of a batch are made of. Parts are of use again where all of it is the same, but for `scoredAtMicros`.
///
/// @param steelyardParts the version of this form
/// @param inputs the source's files, in order
/// @param modelDigest the model's digest
/// @param modelVersion the text of the column `model_version`
/// @param modelPath the text of the column `model_path`
/// @param keptColumns the source's columns in the output, in order
/// @param scoredAtMicros the column `scored_at`, in microseconds since 1970-01-01 UTC
/// @param partRows about how many rows a part has
record JobRecord(
        int steelyardParts,
        List<Input> inputs,
        String modelDigest,
        String modelVersion,
        String modelPath,
        List<String> keptColumns,
        long scoredAtMicros,
        long partRows) {
    static final int VERSION = 1;

    JobRecord {
        inputs = List.copyOf(inputs);
        keptColumns = List.copyOf(keptColumns);
    }

    /// A file of the source.
    ///
    /// @param path its absolute path
    /// @param bytes its size
    /// @param modifiedMillis when it was changed last
    /// @param footerDigest the SHA-256 of its footer
    record Input(String path, long bytes, long modifiedMillis, String footerDigest) {}

    /// What makes the parts of an earlier job useless for this one; empty: nothing.
    Optional<String> differenceFrom(JobRecord earlier) {
        return Stream.of(
                        differs(steelyardParts, earlier.steelyardParts, "another version of Steelyard made them"),
                        differs(modelDigest, earlier.modelDigest, "another model scored them"),
                        differs(
                                modelVersion + "\n" + modelPath,
                                earlier.modelVersion + "\n" + earlier.modelPath,
                                "they name the model " + earlier.modelPath + " of version " + earlier.modelVersion),
                        differs(keptColumns, earlier.keptColumns, "they have the columns " + earlier.keptColumns),
                        differs(inputs, earlier.inputs, inputDifference(earlier.inputs)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private String inputDifference(List<Input> earlier) {
        for (int i = 0; i < Math.min(inputs.size(), earlier.size()); i++) {
            if (!inputs.get(i).equals(earlier.get(i))) {
                return inputs.get(i).path().equals(earlier.get(i).path())
                        ? "the input " + inputs.get(i).path() + " was changed"
                        : "they were scored from other inputs, first "
                                + earlier.get(i).path();
            }
        }
        return "they were scored from " + earlier.size() + " files, now there are " + inputs.size();
    }

    private static Optional<String> differs(Object now, Object earlier, String text) {
        return Objects.equals(now, earlier) ? Optional.empty() : Optional.of(text);
    }
}
