package io.steelyard.tracking;

import java.util.List;

/// Removes for good what was deleted.
///
/// All methods may be called from any number of threads, and while others use the store.
public interface TrackingPurge {
    /// Removes the runs, the logged models and the experiments that were deleted before a moment. A run goes with its
    /// metrics, parameters, tags, inputs and outputs; an experiment goes with all its runs and models, and its name
    /// can be taken again. The experiment `Default` stays, and so does what was restored in time.
    ///
    /// It works through many small transactions, so that others may write in between; where it is broken off, another
    /// call goes on. The artifact locations of what was removed are kept in the same transactions, until
    /// [#forgetLocation]: so no file is forgotten, whenever the process ends.
    ///
    /// @param deletedBeforeMillis in milliseconds since 1970-01-01 UTC; what was deleted at this moment or later stays
    /// @return how much was removed
    Purged purge(long deletedBeforeMillis);

    /// Gives the artifact locations of all that was removed, by this call of [#purge] and by earlier ones, as far as
    /// they are not forgotten yet. Nothing in the store points into them any more; the caller deletes the files.
    ///
    /// @return the locations, for example `mlflow-artifacts:/3/6f…/artifacts`, in the order of their text
    List<String> freedLocations();

    /// Forgets a location whose files are gone.
    ///
    /// @param location one of [#freedLocations]; any other is ignored
    void forgetLocation(String location);

    /// How much was removed.
    ///
    /// @param experiments how many experiments
    /// @param runs how many runs, those of the experiments included
    /// @param loggedModels how many logged models, those of the experiments included
    record Purged(int experiments, int runs, int loggedModels) {}
}
