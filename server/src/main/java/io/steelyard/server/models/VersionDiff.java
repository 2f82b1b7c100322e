package io.steelyard.server.models;

import java.util.List;

/// What differs between two versions of a model. Lists hold what differs and nothing else, by name.
///
/// @param name the model's name
/// @param from the one version
/// @param to the other version
/// @param params parameters of their runs
/// @param metrics what they were weighed by when they were registered
/// @param tags tags of the versions, and what they say of their origin (`config_hash`, `data_version`, `git_commit`)
/// @param signature columns of their signatures: `inputs.age`, `outputs.0`, `params.threshold`, each with its type
/// @param files the files of the model folders
/// @param notes what could not be compared, and why; usually nothing
public record VersionDiff(
        String name,
        int from,
        int to,
        List<ValueChange> params,
        List<MetricChange> metrics,
        List<ValueChange> tags,
        List<ValueChange> signature,
        List<FileChange> files,
        List<String> notes) {
    public VersionDiff {
        params = List.copyOf(params);
        metrics = List.copyOf(metrics);
        tags = List.copyOf(tags);
        signature = List.copyOf(signature);
        files = List.copyOf(files);
        notes = List.copyOf(notes);
    }
}
