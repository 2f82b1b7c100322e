package io.steelyard.cli;

import io.steelyard.data.ColumnType;
import io.steelyard.data.CsvFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// How CSV files are written, for the commands that read them.
final class CsvOptions {
    @Option(
            names = "--delimiter",
            paramLabel = "CHAR",
            description = "CSV: what stands between two values, or 'tab'; default ','.")
    private String delimiter = ",";

    @Option(names = "--quote", paramLabel = "CHAR", description = "CSV: the quote, or 'none'; default '\"'.")
    private String quote = "\"";

    @Option(names = "--no-header", description = "CSV: the first line is a row, not the columns' names.")
    private boolean noHeader;

    @Option(
            names = "--null",
            paramLabel = "TEXT",
            description = "CSV: what a missing value is written as, besides an empty one; more than once for more.")
    private List<String> nulls = List.of();

    @Option(names = "--decimal", paramLabel = "CHAR", description = "CSV: what stands before a fraction; default '.'.")
    private String decimal = ".";

    @Option(
            names = "--timestamp-format",
            paramLabel = "FORMAT",
            description = "CSV: how instants are written, as in '%%d/%%m/%%Y %%H:%%M'.")
    private @Nullable String timestampFormat;

    @Option(
            names = "--type",
            paramLabel = "COLUMN=TYPE",
            description = "CSV: a column's type: double, long, boolean, string or timestamp; else it is found out.")
    private Map<String, String> types = new LinkedHashMap<>();

    CsvFormat format() {
        CsvFormat format = CsvFormat.standard()
                .withDelimiter(character("--delimiter", delimiter.equals("tab") ? "\t" : delimiter))
                .withQuote(quote.equals("none") ? null : (Character) character("--quote", quote))
                .withHeader(noHeader ? CsvFormat.Header.ABSENT : CsvFormat.Header.PRESENT)
                .withNulls(nulls.toArray(String[]::new))
                .withDecimal(character("--decimal", decimal));
        if (timestampFormat != null) {
            format = format.withTimestampFormat(timestampFormat);
        }
        for (Map.Entry<String, String> type : types.entrySet()) {
            format = format.withType(type.getKey(), type(type.getKey(), type.getValue()));
        }
        return format;
    }

    private static char character(String option, String text) {
        if (text.length() != 1) {
            throw new CommandException(ExitCode.USAGE, option + " takes one character, not '" + text + "'");
        }
        return text.charAt(0);
    }

    private static ColumnType type(String column, String text) {
        try {
            return ColumnType.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "--type " + column + "=" + text + ": the type must be double, long, boolean, string or timestamp");
        }
    }
}
