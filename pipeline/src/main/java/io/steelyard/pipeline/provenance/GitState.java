package io.steelyard.pipeline.provenance;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The git repository around a pipeline's file.
///
/// @param commit the commit's hash, 40 or 64 hexadecimal digits; null where there is none
/// @param clean whether the folder of the pipeline's file held nothing that was not committed
/// @param changed the files of the repository that differ from the commit, in the order of git; 1,000 at most
/// @param binary those of them that are no text: the patch names them and does not hold them
/// @param untracked the files that git does not know and does not ignore; 1,000 at most; the patch does not hold them
/// @param patch how much of the uncommitted changes was kept
/// @param patchSha256 the SHA-256 of what was kept; null where nothing was
/// @param note why there is no commit; empty where there is one
public record GitState(
        @Nullable String commit,
        boolean clean,
        List<String> changed,
        List<String> binary,
        List<String> untracked,
        Patch patch,
        @Nullable String patchSha256,
        String note) {
    /// How much of the uncommitted changes was kept.
    public enum Patch {
        /// All text.
        WHOLE,
        /// The first MiB.
        CUT,
        /// There was nothing to keep.
        NONE
    }

    public GitState {
        changed = List.copyOf(changed);
        binary = List.copyOf(binary);
        untracked = List.copyOf(untracked);
    }

    /// The state of the repository around a folder.
    ///
    /// @param folder a folder
    /// @param patch where the uncommitted changes of text files go; the file is made where there are some
    /// @return the state; without a commit where the folder is in no repository, or there is no git
    public static GitState of(Path folder, Path patch) {
        return new GitReader(folder).read(patch);
    }
}
