package io.steelyard.tracking.jdbc;

/// How much a search looks at before it decides.
///
/// @param few so many runs are collected and sorted in a few milliseconds, so nothing else is tried
/// @param many further than this nothing is counted
/// @param stretch so many runs are walked before it is asked whether there is a better way
record SearchEffort(int few, int many, int stretch) {
    static final SearchEffort USUAL = new SearchEffort(2000, 200_000, 5000);
}
