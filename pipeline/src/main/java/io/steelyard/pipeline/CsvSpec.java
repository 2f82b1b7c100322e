package io.steelyard.pipeline;

import io.steelyard.data.ColumnType;
import io.steelyard.data.CsvFormat;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// How the CSV files of a table are written, where it is not the usual way: a header line, commas, double quotes, a decimal
/// point.
///
/// @param delimiter what stands between two values
/// @param quote what stands around a value that holds a delimiter; empty where quotes mean nothing
/// @param header whether the first line holds the columns' names
/// @param nulls what a missing value is written as, besides an empty one
/// @param decimal what stands before a number's fraction
/// @param timestampFormat how instants are written, for example `%d/%m/%Y`
/// @param types the types of the columns that are not to be found out
public record CsvSpec(
        @Nullable Character delimiter,
        @Nullable String quote,
        @Nullable Boolean header,
        List<String> nulls,
        @Nullable Character decimal,
        @Nullable String timestampFormat,
        Map<String, ColumnType> types) {
    public CsvSpec {
        if (quote != null && quote.length() > 1) {
            throw new IllegalArgumentException("'quote' must be one character or empty, not '" + quote + "'");
        }
        nulls = Required.listOrEmpty(nulls);
        types = Collections.unmodifiableMap(new LinkedHashMap<>(Required.orElse(types, Map.of())));
    }

    CsvFormat format() {
        CsvFormat usual = CsvFormat.standard();
        Character quoted = quote == null ? usual.quote() : quote.isEmpty() ? null : (Character) quote.charAt(0);
        return new CsvFormat(
                Required.orElse(delimiter, usual.delimiter()),
                quoted,
                quoted,
                Boolean.FALSE.equals(header) ? CsvFormat.Header.ABSENT : CsvFormat.Header.PRESENT,
                new TreeSet<>(nulls),
                Required.orElse(decimal, usual.decimal()),
                timestampFormat,
                types);
    }
}
