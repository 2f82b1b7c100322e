package io.steelyard.pipeline;

import io.steelyard.data.ContentDigest;
import io.steelyard.data.DataException;
import io.steelyard.data.Manifest;
import io.steelyard.pipeline.provenance.Material;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The files that a pipeline reads.
///
/// @param file the pipeline
record Materials(PipelineFile file) {
    /// All of them as they are now, the pipeline's own first. The manifest has been verified: its digests are taken.
    List<Material> digested() {
        List<Material> materials = new ArrayList<>();
        materials.add(material(Material.Kind.PIPELINE, "", file.path().toAbsolutePath()));
        PipelineSpec spec = file.spec();
        Path folder = file.folder();
        materials.add(material(
                Material.Kind.QUERY,
                "features.entities",
                folder.resolve(spec.features().entities())));
        spec.features()
                .sources()
                .forEach((name, query) -> materials.add(
                        material(Material.Kind.QUERY, "features.sources." + name, folder.resolve(query))));
        Path manifestFile = folder.resolve(spec.data().manifest());
        materials.add(material(Material.Kind.MANIFEST, "data.manifest", manifestFile));
        Map<Path, String> settings = new HashMap<>();
        spec.data()
                .tables()
                .forEach((name, table) -> settings.put(folder.resolve(table).normalize(), "data.tables." + name));
        Path manifestFolder = Objects.requireNonNull(manifestFile.getParent(), "a file has a folder");
        Manifest.read(manifestFile).files().forEach((name, digest) -> {
            Path path = manifestFolder.resolve(name).normalize();
            materials.add(new Material(
                    Material.Kind.DATA, settings.getOrDefault(path, ""), path.toString(), size(path), digest));
        });
        return materials;
    }

    private static Material material(Material.Kind kind, String setting, Path path) {
        Path whole = path.normalize();
        return new Material(kind, setting, whole.toString(), size(whole), ContentDigest.of(whole));
    }

    private static long size(Path path) {
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw new DataException(DataException.Kind.UNREADABLE, "cannot read " + path + ": " + e.getMessage(), e);
        }
    }
}
