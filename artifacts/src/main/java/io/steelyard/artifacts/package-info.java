/// Files that runs and models leave behind, by a path below a root: in a local folder, or behind the same interface
/// elsewhere. Start with [ArtifactStore#local].
@NullMarked
package io.steelyard.artifacts;

import org.jspecify.annotations.NullMarked;
