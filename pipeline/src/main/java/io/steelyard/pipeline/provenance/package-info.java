/// What a run was made of and what came out of it, as values with their JSON: [Provenance] and [Outcome].
@NullMarked
package io.steelyard.pipeline.provenance;

import org.jspecify.annotations.NullMarked;
