package io.steelyard.tracking.jdbc;

/// How much a search looks at before it decides.
///
/// @param few so many runs are collected and sorted in a few milliseconds, so nothing else is tried
/// @param some so many are collected before an index is read from end to end
/// @param many further than this nothing is counted, and more are not collected
/// @param stretch so many runs are walked before it is asked whether there is a better way
/// @param far a walk that would look at more runs than this is a last resort
record SearchEffort(int few, int some, int many, int stretch, int far) {
    static final SearchEffort USUAL = new SearchEffort(2000, 20_000, 200_000, 5000, 200_000);
}
