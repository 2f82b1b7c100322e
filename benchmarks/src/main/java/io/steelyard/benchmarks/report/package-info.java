/// What benchmarks say: figures with their marks, as a table for people and as JSON for programs. Start with [Samples].
@NullMarked
package io.steelyard.benchmarks.report;

import org.jspecify.annotations.NullMarked;
