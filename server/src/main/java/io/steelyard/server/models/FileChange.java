package io.steelyard.server.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A file that differs.
///
/// @param path where it stands in the model folder
/// @param from the one version's; null: it has none
/// @param to the other version's; null: it has none
public record FileChange(
        String path, @Nullable FileFacts from, @Nullable FileFacts to) {
    static List<FileChange> between(Map<String, FileFacts> from, Map<String, FileFacts> to) {
        TreeSet<String> paths = new TreeSet<>(from.keySet());
        paths.addAll(to.keySet());
        List<FileChange> changes = new ArrayList<>();
        for (String path : paths) {
            FileFacts before = from.get(path);
            FileFacts after = to.get(path);
            if (before == null || !before.equals(after)) {
                changes.add(new FileChange(path, before, after));
            }
        }
        return changes;
    }
}
