package io.steelyard.tracking;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What an experiment was configured with, and a short hash of it that a Python program computes too.
///
/// The hash and the files are those of Python's `hashlib.sha256(json.dumps(asdict(config),
/// sort_keys=True).encode()).hexdigest()[:12]` and `json.dumps(asdict(config), indent=2)` over a data class with the
/// same fields. Python keeps an integer that was given for a float field an integer; [PythonNumber] does so too. As
/// Python reads and writes them, `NaN`, `Infinity` and `-Infinity` are numbers here. Integers have no bound, texts and
/// the list of columns may be empty, and no number is out of range: what a range ought to be is the learner's to say.
///
/// @param modelType the learner, for example `xgboost`
/// @param learningRate the learning rate
/// @param batchSize rows a batch
/// @param epochs passes over the data, or boosting rounds
/// @param randomSeed the seed that governs all randomness
/// @param dataVersion which data was used
/// @param featureColumns the features, in order
/// @param trainSplitRatio the training part of the data; 0.8 where nothing is said
/// @param earlyStoppingPatience how many epochs without improvement are borne; 5 where nothing is said
public record ExperimentConfig(
        String modelType,
        PythonNumber learningRate,
        BigInteger batchSize,
        BigInteger epochs,
        BigInteger randomSeed,
        String dataVersion,
        List<String> featureColumns,
        PythonNumber trainSplitRatio,
        BigInteger earlyStoppingPatience) {
    static final PythonNumber DEFAULT_TRAIN_SPLIT_RATIO = PythonNumber.of(0.8);
    static final BigInteger DEFAULT_EARLY_STOPPING_PATIENCE = BigInteger.valueOf(5);

    private static final int HASH_DIGITS = 12;

    public ExperimentConfig {
        featureColumns = List.copyOf(featureColumns);
    }

    /// Makes a configuration with the usual split ratio and patience.
    ///
    /// @param modelType the learner
    /// @param learningRate the learning rate
    /// @param batchSize rows a batch
    /// @param epochs passes over the data
    /// @param randomSeed the seed
    /// @param dataVersion which data
    /// @param featureColumns the features
    /// @return the configuration; change the rest with [#withTrainSplitRatio] and [#withEarlyStoppingPatience]
    public static ExperimentConfig of(
            String modelType,
            double learningRate,
            long batchSize,
            long epochs,
            long randomSeed,
            String dataVersion,
            List<String> featureColumns) {
        return new ExperimentConfig(
                modelType,
                PythonNumber.of(learningRate),
                BigInteger.valueOf(batchSize),
                BigInteger.valueOf(epochs),
                BigInteger.valueOf(randomSeed),
                dataVersion,
                featureColumns,
                DEFAULT_TRAIN_SPLIT_RATIO,
                DEFAULT_EARLY_STOPPING_PATIENCE);
    }

    /// Changes the training part.
    ///
    /// @param ratio the new one
    /// @return a copy
    public ExperimentConfig withTrainSplitRatio(double ratio) {
        return new ExperimentConfig(
                modelType,
                learningRate,
                batchSize,
                epochs,
                randomSeed,
                dataVersion,
                featureColumns,
                PythonNumber.of(ratio),
                earlyStoppingPatience);
    }

    /// Changes the patience.
    ///
    /// @param patience the new one, in epochs
    /// @return a copy
    public ExperimentConfig withEarlyStoppingPatience(long patience) {
        return new ExperimentConfig(
                modelType,
                learningRate,
                batchSize,
                epochs,
                randomSeed,
                dataVersion,
                featureColumns,
                trainSplitRatio,
                BigInteger.valueOf(patience));
    }

    /// Reads a configuration. `train_split_ratio` and `early_stopping_patience` may be absent; a key that stands twice
    /// has its last value.
    ///
    /// @param json one JSON object
    /// @return the configuration
    /// @throws IllegalArgumentException where the text is no JSON object, or a key is unknown, missing or of the wrong
    ///     type; the message names the key, or the line and column
    public static ExperimentConfig fromJson(String json) {
        return ExperimentConfigReader.read(json);
    }

    /// Reads a configuration from a file in UTF-8.
    ///
    /// @param file the file
    /// @return the configuration
    /// @throws IOException where the file cannot be read
    /// @throws IllegalArgumentException as [#fromJson] does; the message names the file too
    public static ExperimentConfig load(Path file) throws IOException {
        try {
            return fromJson(Files.readString(file));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(file + ": it is not written in UTF-8", e);
        }
    }

    /// Writes the configuration into a file, byte for byte as the Python program does.
    ///
    /// @param file the file, which is replaced
    /// @throws IOException where it cannot be written
    public void save(Path file) throws IOException {
        Files.writeString(file, toJson());
    }

    /// Writes the configuration as JSON, indented by 2.
    ///
    /// @return ASCII text without a newline at its end
    public String toJson() {
        return PythonJson.indented(fields());
    }

    /// Digests the configuration.
    ///
    /// @return 12 lower-case hexadecimal digits
    public String configHash() {
        byte[] canonical = PythonJson.compact(new TreeMap<>(fields())).getBytes(StandardCharsets.US_ASCII);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(canonical);
            return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("model_type", modelType);
        fields.put("learning_rate", learningRate);
        fields.put("batch_size", new PythonNumber.Whole(batchSize));
        fields.put("epochs", new PythonNumber.Whole(epochs));
        fields.put("random_seed", new PythonNumber.Whole(randomSeed));
        fields.put("data_version", dataVersion);
        fields.put("feature_columns", featureColumns);
        fields.put("train_split_ratio", trainSplitRatio);
        fields.put("early_stopping_patience", new PythonNumber.Whole(earlyStoppingPatience));
        return fields;
    }
}
