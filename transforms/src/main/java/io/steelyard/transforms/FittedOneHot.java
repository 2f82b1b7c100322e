package io.steelyard.transforms;

import io.steelyard.data.Batch;
import io.steelyard.data.BooleanColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A [OneHotEncoding] that knows its categories: replaces the column by one column of true and false a category, where it
/// stood.
///
/// @param column the text or numeric column, which is replaced
/// @param categories the categories that have a column each, in the order of those columns
/// @param infrequent the categories that share the column after those; empty where there is no such column
/// @param missing what becomes of a missing value; where it has a column, that is the last one
/// @param unseen what becomes of other values
/// @param names the names of the new columns in order: one a category, then that of the infrequent ones, then that of
///     missing values, as far as they are there
public record FittedOneHot(
        String column,
        Categories categories,
        Categories infrequent,
        OneHotEncoding.Missing missing,
        OneHotEncoding.Unseen unseen,
        List<String> names)
        implements FittedTransform {
    public FittedOneHot {
        Stored.present("column", column);
        Stored.present("categories", categories);
        Stored.present("infrequent", infrequent);
        Stored.present("missing", missing);
        Stored.present("unseen", unseen);
        names = List.copyOf(Stored.present("names", names));
        Coding.requireOneKind(column, categories, infrequent);
        int wanted = categories.size()
                + (infrequent.size() > 0 ? 1 : 0)
                + (missing == OneHotEncoding.Missing.CATEGORY ? 1 : 0);
        if (names.size() != wanted) {
            throw new IllegalArgumentException(
                    "'" + column + "' needs " + wanted + " names of columns, not " + names.size());
        }
    }

    @Override
    public Batch transform(Batch rows) {
        Coding coding = Coding.of(rows, column, categories, infrequent);
        if (unseen == OneHotEncoding.Unseen.ERROR) {
            UnseenValue.refuse(coding, rows.rows(), column);
        }
        boolean[][] indicators = new boolean[names.size()][rows.rows()];
        int ofMissing = missing == OneHotEncoding.Missing.CATEGORY ? names.size() - 1 : -1;
        int ofUnseen = unseen == OneHotEncoding.Unseen.INFREQUENT && infrequent.size() > 0 ? categories.size() : -1;
        Chunks.forEach(rows.rows(), (from, to) -> {
            for (int row = from; row < to; row++) {
                int code = coding.code(row);
                int at = code >= 0 ? code : code == Coding.MISSING ? ofMissing : ofUnseen;
                if (at >= 0) {
                    indicators[at][row] = true;
                }
            }
        });
        List<Map.Entry<String, BooleanColumn>> columns = new ArrayList<>();
        for (int i = 0; i < indicators.length; i++) {
            columns.add(Map.entry(names.get(i), new BooleanColumn(indicators[i])));
        }
        return Replaced.in(rows, column, columns);
    }
}
