package io.steelyard.transforms;

import java.util.function.Function;

/// One step for each of many columns: `new EachColumn(ColumnSelection.numbers(), StandardScaling::new)`. In the fitted
/// pipeline there is a step a column. Which columns are meant is settled by the training rows, as the steps before leave
/// them.
///
/// @param columns which columns
/// @param step the step for the column of a name
public record EachColumn(ColumnSelection columns, Function<String, Transform> step) implements Transform {}
