package io.steelyard.batch;

/// How far a batch has come.
///
/// @param rows how many rows are scored, those of resumed parts among them
/// @param totalRows how many there are
/// @param resumedRows how many were scored by an earlier process
/// @param parts how many parts are finished, the resumed ones among them
/// @param totalParts how many there are
public record BatchProgress(long rows, long totalRows, long resumedRows, int parts, int totalParts) {}
