package io.steelyard.data;

import java.nio.file.Path;

/// How much of the machine a [TableEngine] may use. Its memory lies outside Java's heap.
///
/// @param memoryMegabytes how much it may hold, in MiB, before it moves to the temporary folder; at least 64
/// @param threads how many threads it computes with, at least 1
/// @param temporaryFolder where it puts what does not fit into memory; made where it is not there, and shared by engines
public record TableOptions(int memoryMegabytes, int threads, Path temporaryFolder) {
    private static final int DEFAULT_MEMORY_MEGABYTES = 768;
    private static final int WRITING_MEMORY_MEGABYTES = 512;
    private static final int LEAST_MEMORY_MEGABYTES = 64;

    public TableOptions {
        if (memoryMegabytes < LEAST_MEMORY_MEGABYTES || threads < 1) {
            throw new IllegalArgumentException("a table engine needs at least " + LEAST_MEMORY_MEGABYTES
                    + " MiB and 1 thread, not " + memoryMegabytes + " and " + threads);
        }
    }

    /// 768 MiB, a thread a processor, and a folder in the system's temporary folder.
    ///
    /// @return the usual options
    public static TableOptions defaults() {
        return new TableOptions(
                DEFAULT_MEMORY_MEGABYTES,
                Runtime.getRuntime().availableProcessors(),
                Path.of(System.getProperty("java.io.tmpdir"), "steelyard-tables"));
    }

    /// What writing one file needs: a thread, and room for a few row groups.
    static TableOptions forWriting() {
        return new TableOptions(WRITING_MEMORY_MEGABYTES, 1, defaults().temporaryFolder());
    }
}
