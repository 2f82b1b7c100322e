package io.steelyard.pipeline;

import io.steelyard.transforms.Grouping;
import io.steelyard.transforms.OneHotEncoding;
import io.steelyard.transforms.OrdinalEncoding;
import io.steelyard.transforms.TargetEncoding;
import io.steelyard.transforms.Transform;
import org.jspecify.annotations.Nullable;

/// Transforms of columns of categories, text or numbers.
sealed interface CategorySpec extends TransformSpec {
    /// A value becomes the number of its category.
    ///
    /// @param column the column, which is replaced
    /// @param columns the same for several
    /// @param unseen `missing` (where it is missing), `error`, or `value` for `unseenValue`
    /// @param unseenValue the number of what training did not see
    /// @param missingValue the number of a missing value; it stays missing where this is missing
    /// @param minFrequency from how many rows on a category stands alone; below 1, from which share of the rows on
    /// @param maxCategories how many categories there may be, infrequent ones counted as one
    record Ordinal(
            @Nullable String column,
            @Nullable ColumnsSpec columns,
            OrdinalEncoding.Unseen unseen,
            @Nullable Double unseenValue,
            @Nullable Double missingValue,
            @Nullable Double minFrequency,
            @Nullable Integer maxCategories)
            implements CategorySpec {
        public Ordinal {
            unseen = Required.orElse(
                    unseen, unseenValue == null ? OrdinalEncoding.Unseen.MISSING : OrdinalEncoding.Unseen.VALUE);
            if ((unseen == OrdinalEncoding.Unseen.VALUE) != (unseenValue != null)) {
                throw new IllegalArgumentException("'unseen: value' and 'unseen_value' go together");
            }
            ColumnsSpec.check(
                    column, columns, of(unseen, unseenValue, missingValue, grouping(minFrequency, maxCategories)));
        }

        @Override
        public Transform transform(long seed) {
            return ColumnsSpec.each(
                    column, columns, of(unseen, unseenValue, missingValue, grouping(minFrequency, maxCategories)));
        }

        private static java.util.function.Function<String, Transform> of(
                OrdinalEncoding.Unseen unseen,
                @Nullable Double unseenValue,
                @Nullable Double missingValue,
                Grouping grouping) {
            double forUnseen = unseenValue == null ? Double.NaN : unseenValue;
            double forMissing = missingValue == null ? Double.NaN : missingValue;
            return name -> new OrdinalEncoding(name, unseen, forUnseen, forMissing, grouping);
        }
    }

    /// A value becomes a column of true and false for each category.
    ///
    /// @param column the column, which is replaced
    /// @param columns the same for several
    /// @param unseen `zeros` (where it is missing), `error` or `infrequent`
    /// @param missing `zeros` (where it is missing) or `category`
    /// @param minFrequency from how many rows on a category stands alone; below 1, from which share of the rows on
    /// @param maxCategories how many categories there may be, infrequent ones counted as one
    record OneHot(
            @Nullable String column,
            @Nullable ColumnsSpec columns,
            OneHotEncoding.Unseen unseen,
            OneHotEncoding.Missing missing,
            @Nullable Double minFrequency,
            @Nullable Integer maxCategories)
            implements CategorySpec {
        public OneHot {
            unseen = Required.orElse(unseen, OneHotEncoding.Unseen.ZEROS);
            missing = Required.orElse(missing, OneHotEncoding.Missing.ZEROS);
            grouping(minFrequency, maxCategories);
            OneHotEncoding.Unseen policy = unseen;
            ColumnsSpec.check(column, columns, name -> new OneHotEncoding(name, policy));
        }

        @Override
        public Transform transform(long seed) {
            Grouping grouping = grouping(minFrequency, maxCategories);
            return ColumnsSpec.each(column, columns, name -> new OneHotEncoding(name, unseen, missing, grouping));
        }
    }

    /// A value becomes what the target was in its category; training rows are encoded by rows of other folds.
    ///
    /// @param column the column, which is replaced
    /// @param columns the same for several
    /// @param smooth how many rows of the mean of all are added to a category; as many as its labels vary where it is
    ///     missing
    /// @param folds in how many folds the training rows are encoded; 5 where it is missing
    /// @param seed by which they are put into folds, from 0 to 4294967295; made from the pipeline's where it is missing
    record Target(
            @Nullable String column,
            @Nullable ColumnsSpec columns,
            @Nullable Double smooth,
            Integer folds,
            @Nullable Long seed)
            implements CategorySpec {
        private static final int USUAL_FOLDS = 5;
        private static final long SEEDS = 1L << 32;

        public Target {
            folds = Required.orElse(folds, USUAL_FOLDS);
            ColumnsSpec.check(column, columns, of(smooth, folds, seed == null ? 0 : seed));
        }

        @Override
        public Transform transform(long pipelineSeed) {
            return ColumnsSpec.each(
                    column, columns, of(smooth, folds, seed == null ? Math.floorMod(pipelineSeed, SEEDS) : seed));
        }

        private static java.util.function.Function<String, Transform> of(
                @Nullable Double smooth, int folds, long seed) {
            TargetEncoding.Smoothing smoothing =
                    smooth == null ? new TargetEncoding.Smoothing.Auto() : new TargetEncoding.Smoothing.Rows(smooth);
            return name -> new TargetEncoding(name, smoothing, folds, seed);
        }
    }

    private static Grouping grouping(@Nullable Double minFrequency, @Nullable Integer maxCategories) {
        double least = minFrequency == null ? 0 : minFrequency;
        if (least >= 1 && least != Math.rint(least)) {
            throw new IllegalArgumentException("'min_frequency' is a whole number of rows, or a share below 1, not "
                    + least);
        }
        return new Grouping(
                least >= 1 ? (int) least : 0,
                least >= 1 ? 0 : least,
                maxCategories == null ? Integer.MAX_VALUE : maxCategories);
    }
}
