package io.steelyard.training;

import io.steelyard.stats.Mt19937;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Folds that keep the rows of a group together: all flights of an aircraft, all visits of a patient. A group is held out
/// as a whole or not at all.
///
/// As given, the largest groups are dealt out first, each to the fold of the fewest rows, so that folds come out about
/// equal; among groups of one size the last comes first. Shuffled, folds hold equal numbers of groups drawn at random.
public final class GroupKFold implements Folds {
    private final int count;
    private final RowOrder order;
    private final ClassCodes groups;

    private GroupKFold(int count, RowOrder order, ClassCodes groups) {
        FoldRows.requireCount(count);
        this.count = count;
        this.order = order;
        this.groups = groups;
    }

    /// Folds of groups with a name.
    ///
    /// @param count the number of folds, 2 or more
    /// @param order whether groups are shuffled
    /// @param groups the group of each row; none is null
    /// @return the rule, for exactly these rows
    public static GroupKFold of(int count, RowOrder order, List<String> groups) {
        return new GroupKFold(count, order, ClassCodes.of(groups));
    }

    /// Folds of groups with a number.
    ///
    /// @param count the number of folds, 2 or more
    /// @param order whether groups are shuffled
    /// @param groups the group of each row
    /// @return the rule, for exactly these rows
    public static GroupKFold of(int count, RowOrder order, long[] groups) {
        return new GroupKFold(count, order, ClassCodes.of(groups));
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public List<Fold> split(double[] labels) {
        if (labels.length != groups.rows()) {
            throw new TrainingException("there are " + labels.length + " labels and " + groups.rows()
                    + " groups, but each row needs one of both");
        }
        return split();
    }

    /// Parts the rows.
    ///
    /// @return the folds
    /// @throws TrainingException where there are fewer groups than folds
    public List<Fold> split() {
        if (groups.classes() < count) {
            throw new TrainingException("there are " + groups.classes() + " groups for " + count
                    + " folds, but each fold needs at least one: ask for fewer folds");
        }
        int[] foldOfGroup = switch (order) {
            case RowOrder.AsGiven _ -> largestToLightest();
            case RowOrder.Shuffled(long seed) -> shuffledEvenly(seed);
        };
        return FoldRows.byTestFold(count, RowNumbers.take(foldOfGroup, groups.codes()));
    }

    private int[] largestToLightest() {
        int[] sizes = groups.counts();
        List<Integer> largestFirst = Arrays.stream(RowNumbers.upTo(sizes.length))
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(group -> sizes[group])
                        .thenComparing(Comparator.naturalOrder())
                        .reversed())
                .toList();
        int[] foldOfGroup = new int[sizes.length];
        long[] rows = new long[count];
        for (int group : largestFirst) {
            int lightest = 0;
            for (int fold = 1; fold < count; fold++) {
                lightest = rows[fold] < rows[lightest] ? fold : lightest;
            }
            rows[lightest] += sizes[group];
            foldOfGroup[group] = lightest;
        }
        return foldOfGroup;
    }

    private int[] shuffledEvenly(long seed) {
        int[] shuffled = new Mt19937(seed).permutation(groups.classes());
        int[] runs = FoldRows.evenRuns(count, shuffled.length);
        int[] foldOfGroup = new int[shuffled.length];
        for (int place = 0; place < shuffled.length; place++) {
            foldOfGroup[shuffled[place]] = runs[place];
        }
        return foldOfGroup;
    }
}
