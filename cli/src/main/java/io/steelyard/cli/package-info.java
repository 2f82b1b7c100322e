/// The command line: one class a command, and one place each for what all of them share. [Main] is where a command
/// starts, [Failures] is where an exception becomes one line and an exit code, [Terminal] is where text goes, and
/// [StepPrinter] shows a pipeline's steps.
@NullMarked
package io.steelyard.cli;

import org.jspecify.annotations.NullMarked;
