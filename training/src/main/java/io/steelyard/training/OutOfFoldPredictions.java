package io.steelyard.training;

/// What was predicted for each row when it was held out, by a model that had not seen it.
///
/// @param rows the numbers of the rows, ascending; each row that some fold tested
/// @param folds the number of the fold from 0 that tested each of these rows
/// @param predictions what was predicted, row after row, `outputs` numbers each
/// @param outputs how many numbers are predicted a row: the number of classes of a classification into several, else 1
public record OutOfFoldPredictions(int[] rows, int[] folds, double[] predictions, int outputs) {}
