package io.steelyard.pipeline;

import java.time.Duration;

/// Hears how a pipeline goes on. For each step: [#started] once, [#progress] any number of times, then either [#done]
/// or
/// [#failed]. Steps follow one another, but progress may come from any thread, so an implementation is thread-safe; it
/// returns quickly and throws nothing.
public interface PipelineListener {
    /// A step begins.
    ///
    /// @param step its name, for example `features`
    void started(String step);

    /// A step goes on.
    ///
    /// @param step its name
    /// @param fraction how much is done, from 0 to 1; NaN where that is unknown
    /// @param note what is being done, for example `round 120 of 500`; may be empty
    void progress(String step, double fraction, String note);

    /// A step has ended well.
    ///
    /// @param step its name
    /// @param took how long it took
    /// @param result what came of it, in a few words, for example `336,776 rows`; may be empty
    void done(String step, Duration took, String result);

    /// A step has ended with an error, which whoever started the pipeline gets as an exception as well.
    ///
    /// @param step its name
    /// @param message what went wrong
    void failed(String step, String message);
}
