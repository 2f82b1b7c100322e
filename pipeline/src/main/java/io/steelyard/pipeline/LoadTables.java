package io.steelyard.pipeline;

import io.steelyard.data.Manifest;
import io.steelyard.data.TableEngine;
import io.steelyard.data.TableFiles;
import io.steelyard.tracking.DatasetInput;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// The step `data`: checks the tables against their manifest and makes them known to the engine.
///
/// @param folder the folder of the pipeline's file
/// @param spec the tables
record LoadTables(Path folder, DataSpec spec) {
    private static final int INPUT_DIGEST_LENGTH = 36;

    /// What the step brings.
    ///
    /// @param digest the SHA-256 of the manifest: the data's version
    /// @param inputs the tables as the run's inputs
    record Loaded(String digest, List<DatasetInput> inputs) {}

    Loaded run(TableEngine engine) {
        Path manifestFile = folder.resolve(spec.manifest());
        if (!Files.isRegularFile(manifestFile)) {
            throw new PipelineException("there is no manifest " + manifestFile
                    + "\nMake one beside the tables with: sha256sum *.parquet > " + manifestFile.getFileName());
        }
        Manifest manifest = Manifest.read(manifestFile);
        Path manifestFolder = Objects.requireNonNull(manifestFile.getParent(), "a file has a folder");
        manifest.verify(manifestFolder);
        List<DatasetInput> inputs = new ArrayList<>();
        for (Map.Entry<String, String> table : spec.tables().entrySet()) {
            String name = table.getKey();
            TableFiles files =
                    TableFiles.of(List.of(folder.resolve(table.getValue()).toString()));
            Map<String, String> digests = new TreeMap<>();
            for (Path file : files.files()) {
                String entry = Manifest.name(manifestFolder, file);
                String digest = manifest.files().get(entry);
                if (digest == null) {
                    throw new PipelineException(
                            "the table '" + name + "' (" + file + ") is not in the manifest " + manifestFile);
                }
                digests.put(entry, digest);
            }
            engine.register(name, files, spec.format(name));
            String version = digests.size() == 1
                    ? digests.values().iterator().next()
                    : new Manifest(digests).digest();
            inputs.add(new DatasetInput(
                    name, version.substring(0, INPUT_DIGEST_LENGTH), table.getValue(), "source"));
        }
        return new Loaded(manifest.digest(), inputs);
    }
}
