package io.steelyard.transforms;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.steelyard.data.Batch;
import io.steelyard.data.DoubleColumn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An [OrdinalEncoding] that knows its categories: replaces the column by the number of each row's category.
///
/// @param column the text or numeric column, which is replaced
/// @param categories the categories in the order of their numbers, from 0
/// @param infrequent the categories that share the number `categories.size()`; empty where there is no such group
/// @param unseen what becomes of other values
/// @param unseenValue the number of other values where `unseen` is [OrdinalEncoding.Unseen#VALUE], else NaN
/// @param missingValue the number of a missing value; NaN where it stays missing
public record FittedOrdinal(
        String column,
        Categories categories,
        Categories infrequent,
        OrdinalEncoding.Unseen unseen,
        double unseenValue,
        double missingValue)
        implements FittedTransform {
    public FittedOrdinal {
        Stored.present("column", column);
        Stored.present("categories", categories);
        Stored.present("infrequent", infrequent);
        Stored.present("unseen", unseen);
        Coding.requireOneKind(column, categories, infrequent);
    }

    @JsonCreator
    static FittedOrdinal stored(
            String column,
            Categories categories,
            @Nullable Categories infrequent,
            OrdinalEncoding.Unseen unseen,
            @Nullable Double unseenValue,
            @Nullable Double missingValue) {
        return new FittedOrdinal(
                column,
                categories,
                Stored.since(infrequent, Categories.of(List.of())),
                unseen,
                Stored.since(unseenValue, Double.NaN),
                Stored.since(missingValue, Double.NaN));
    }

    @Override
    public Batch transform(Batch rows) {
        Coding coding = Coding.of(rows, column, categories, infrequent);
        if (unseen == OrdinalEncoding.Unseen.ERROR) {
            UnseenValue.refuse(coding, rows.rows(), column);
        }
        double other = unseen == OrdinalEncoding.Unseen.VALUE ? unseenValue : Double.NaN;
        double[] encoded = new double[rows.rows()];
        Chunks.forEach(encoded.length, (from, to) -> {
            for (int row = from; row < to; row++) {
                int code = coding.code(row);
                encoded[row] = code >= 0 ? code : code == Coding.MISSING ? missingValue : other;
            }
        });
        return rows.with(column, new DoubleColumn(encoded));
    }
}
