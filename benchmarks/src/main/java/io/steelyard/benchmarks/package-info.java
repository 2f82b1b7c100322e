/// Side-by-side measurements, started by `./steelyard bench`: the same work, on the same machine, in the same run, done
/// by Steelyard and by what people use today. Start with [Main]; each benchmark is a
/// package of its own.
@NullMarked
package io.steelyard.benchmarks;

import org.jspecify.annotations.NullMarked;
