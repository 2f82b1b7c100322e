package io.steelyard.pipeline;

import io.steelyard.transforms.ColumnSelection;
import io.steelyard.transforms.DateParts;
import io.steelyard.transforms.Imputation;
import io.steelyard.transforms.MissingIndicator;
import io.steelyard.transforms.SelectColumns;
import io.steelyard.transforms.Transform;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Transforms of columns of any type: missing values, dates, and which columns there are.
sealed interface TableSpec extends TransformSpec {
    /// What fills gaps.
    enum Strategy {
        /// The mean.
        MEAN,
        /// The median.
        MEDIAN,
        /// The value of most rows.
        MOST_FREQUENT,
        /// A number or text that the file gives.
        CONSTANT
    }

    /// Missing values are filled.
    ///
    /// @param column the column, which is replaced
    /// @param columns the same for several
    /// @param strategy `mean`, `median`, `most_frequent` or `constant`
    /// @param value the constant, a number or a text
    record Imputing(
            @Nullable String column,
            @Nullable ColumnsSpec columns,
            Strategy strategy,
            @Nullable Object value) implements TableSpec {
        public Imputing {
            Required.present("strategy", strategy);
            if ((strategy == Strategy.CONSTANT) != (value != null)) {
                throw new IllegalArgumentException("'strategy: constant' and 'value' go together");
            }
            Imputation.Filling filling = filling(strategy, value);
            ColumnsSpec.check(column, columns, name -> new Imputation(name, filling));
        }

        @Override
        public Transform transform(long seed) {
            Imputation.Filling filling = filling(strategy, value);
            return ColumnsSpec.each(column, columns, name -> new Imputation(name, filling));
        }

        private static Imputation.Filling filling(Strategy strategy, @Nullable Object value) {
            return switch (strategy) {
                case MEAN -> Imputation.Learned.MEAN;
                case MEDIAN -> Imputation.Learned.MEDIAN;
                case MOST_FREQUENT -> Imputation.Learned.MOST_FREQUENT;
                case CONSTANT ->
                    switch (value) {
                        case Number number -> new Imputation.NumberValue(number.doubleValue());
                        case String text -> new Imputation.TextValue(text);
                        case null, default ->
                            throw new IllegalArgumentException("'value' must be a number or a text, not " + value);
                    };
            };
        }
    }

    /// Whether a value is missing, in a column more with the ending `_missing`.
    ///
    /// @param column the column
    /// @param columns the same for several
    record Missing(@Nullable String column, @Nullable ColumnsSpec columns) implements TableSpec {
        public Missing {
            ColumnsSpec.check(column, columns, MissingIndicator::new);
        }

        @Override
        public Transform transform(long seed) {
            return ColumnsSpec.each(column, columns, MissingIndicator::new);
        }
    }

    /// Parts of an instant, in columns more.
    ///
    /// @param column the column of instants
    /// @param columns the same for several
    /// @param parts which parts
    /// @param zone whose clock and calendar are read; UTC where it is missing
    record Dates(@Nullable String column, @Nullable ColumnsSpec columns, List<DateParts.Part> parts, ZoneId zone)
            implements TableSpec {
        public Dates {
            parts = Required.nonEmpty("parts", parts);
            zone = Required.orElse(zone, ZoneOffset.UTC);
            ColumnsSpec.check(column, columns, MissingIndicator::new);
        }

        @Override
        public Transform transform(long seed) {
            return ColumnsSpec.each(column, columns, name -> new DateParts(name, parts, zone));
        }
    }

    /// Only some columns are kept.
    ///
    /// @param columns which
    record Select(ColumnsSpec columns) implements TableSpec {
        public Select {
            Required.present("columns", columns);
        }

        @Override
        public Transform transform(long seed) {
            return new SelectColumns(columns.selection());
        }
    }

    /// Some columns are dropped.
    ///
    /// @param columns which
    record Drop(ColumnsSpec columns) implements TableSpec {
        public Drop {
            Required.present("columns", columns);
        }

        @Override
        public Transform transform(long seed) {
            return new SelectColumns(ColumnSelection.all().except(columns.selection()));
        }
    }
}
