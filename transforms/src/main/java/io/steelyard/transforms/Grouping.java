package io.steelyard.transforms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Which categories are infrequent and share one place, as scikit-learn's `min_frequency` and `max_categories`: those with
/// fewer rows than `leastRows`, or than `leastShare` of all rows, missing ones included; and of what is left the rarest,
/// until with the group there are no more than `mostCategories`. Of equally rare ones the later in order stays.
///
/// @param leastRows from how many training rows on a category stands alone; 0 for any
/// @param leastShare from which share of the training rows on a category stands alone, from 0 (any) to 1
/// @param mostCategories how many categories there may be, the group counted as one, at least 1
public record Grouping(int leastRows, double leastShare, int mostCategories) {
    /// Every category stands alone.
    public static final Grouping NONE = new Grouping(0, 0, Integer.MAX_VALUE);

    public Grouping {
        if (leastRows < 0 || !(leastShare >= 0 && leastShare <= 1) || mostCategories < 1) {
            throw new IllegalArgumentException(
                    "a category stands alone from 0 or more rows, from a share of 0 to 1, and there is at least 1, not "
                            + leastRows + ", " + leastShare + " and " + mostCategories);
        }
    }

    /// Categories with fewer training rows are infrequent.
    ///
    /// @param rows from how many rows on a category stands alone
    /// @return the grouping
    public static Grouping leastRows(int rows) {
        return new Grouping(rows, 0, Integer.MAX_VALUE);
    }

    /// Categories of a smaller share of the training rows are infrequent.
    ///
    /// @param share from which share on a category stands alone, from 0 to 1
    /// @return the grouping
    public static Grouping leastShare(double share) {
        return new Grouping(0, share, Integer.MAX_VALUE);
    }

    /// The rarest categories beyond a number are infrequent.
    ///
    /// @param categories how many there may be, the group counted as one
    /// @return the grouping
    public static Grouping mostCategories(int categories) {
        return new Grouping(0, 0, categories);
    }

    /// Categories parted into those that stand alone and those that do not.
    ///
    /// @param frequent those that stand alone, in order
    /// @param infrequent the others, in order
    record Parted(Categories frequent, Categories infrequent) {}

    Parted part(CategoryCounts counted) {
        int[] counts = counted.counts();
        boolean[] rare = new boolean[counts.length];
        long rows = Arrays.stream(counts).asLongStream().sum() + counted.missing();
        int alone = 0;
        for (int code = 0; code < counts.length; code++) {
            rare[code] = counts[code] < leastRows || counts[code] < rows * leastShare;
            alone += rare[code] ? 0 : 1;
        }
        if (mostCategories < alone + 1L) {
            IntStream.range(0, counts.length)
                    .boxed()
                    .sorted(Comparator.comparingInt(code -> counts[code]))
                    .limit(counts.length - (mostCategories - 1L))
                    .forEach(code -> rare[code] = true);
        }
        return new Parted(those(counted.categories(), rare, false), those(counted.categories(), rare, true));
    }

    private static Categories those(Categories all, boolean[] rare, boolean wanted) {
        List<Object> chosen = new ArrayList<>();
        List<?> values = switch (all) {
            case TextCategories texts -> texts.values();
            case NumberCategories numbers -> numbers.values();
        };
        for (int code = 0; code < rare.length; code++) {
            if (rare[code] == wanted) {
                chosen.add(values.get(code));
            }
        }
        return Categories.of(chosen);
    }
}
