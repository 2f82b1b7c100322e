package io.steelyard.data;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A stretch of a CSV file that holds whole records, and how it is looked through.
///
/// @param file the file's name
/// @param bytes the stretch, from `from` to before `to`
/// @param line the number of its first line, from 1
/// @param offset where in the file `bytes[0]` stands
/// @param lineEnd how the file's lines end
record CsvBlock(String file, byte[] bytes, int from, int to, long line, long offset, LineEnd lineEnd) {
    private static final int LF = '\n';
    private static final int CR = '\r';

    /// How lines end.
    enum LineEnd {
        LF("LF", '\n'),
        CRLF("CRLF", '\n'),
        CR("CR", '\r');

        private final String label;
        private final int last;

        LineEnd(String label, int last) {
            this.label = label;
            this.last = last;
        }

        /// The byte that ends a line, the only or the second one.
        int last() {
            return last;
        }
    }

    /// What a stretch holds.
    ///
    /// @param rows how many records
    /// @param columns what stands in each column
    record Seen(long rows, List<CsvColumn> columns) {}

    /// Looks through records.
    ///
    /// @param format how they are written
    /// @param untyped for each column whether its values need no kind, because of its declared type
    /// @throws DataException of kind [DataException.Kind#MALFORMED] with the first place where a record is none
    Seen scan(CsvFormat format, boolean[] untyped) {
        return new Scan(format, untyped).all();
    }

    /// The values of the first record, and where the next one begins.
    ///
    /// @param values the values
    /// @param end the position behind the record
    /// @param lines how many lines it takes
    record First(List<String> values, int end, int lines) {}

    /// Reads the first record, empty lines before it passed over.
    First first(CsvFormat format) {
        return new Scan(format, new boolean[0]).first();
    }

    /// The stretch without its first record; null where nothing is left.
    @Nullable
    CsvBlock after(First first) {
        return first.end() == to
                ? null
                : new CsvBlock(file, bytes, first.end(), to, line + first.lines(), offset, lineEnd);
    }

    /// The one pass over the bytes.
    private final class Scan {
        private final int delimiter;
        private final int quote;
        private final int escape;
        private final int decimal;
        private final byte[][] nulls;
        private final boolean[] untyped;
        private final CsvColumn[] columns;
        private int at = from;
        private long currentLine = line;
        private long recordLine = line;
        private @Nullable List<String> texts;

        Scan(CsvFormat format, boolean[] untyped) {
            delimiter = format.delimiter();
            quote = format.quote() == null ? -1 : format.quote();
            escape = format.escape() == null ? -1 : format.escape();
            decimal = format.decimal();
            nulls = format.nulls().stream()
                    .map(text -> text.getBytes(StandardCharsets.UTF_8))
                    .toArray(byte[][]::new);
            this.untyped = untyped;
            columns = new CsvColumn[untyped.length];
            Arrays.setAll(columns, i -> new CsvColumn());
        }

        Seen all() {
            long rows = 0;
            while (at < to) {
                recordLine = currentLine;
                if (isLineEnd(at) && columns.length > 1) {
                    passLineEnd();
                } else {
                    int values = record();
                    if (values != columns.length) {
                        throw ragged(values);
                    }
                    rows++;
                }
            }
            return new Seen(rows, List.of(columns));
        }

        First first() {
            List<String> values = new ArrayList<>();
            texts = values;
            while (at < to && isLineEnd(at)) {
                passLineEnd();
            }
            recordLine = currentLine;
            if (at < to) {
                record();
            }
            return new First(values, at, Math.toIntExact(currentLine - line));
        }

        /// Reads a record and the line end behind it.
        ///
        /// @return how many values it has
        private int record() {
            int values = 0;
            while (true) {
                if (at < to && bytes[at] == quote) {
                    quoted(values);
                } else {
                    plain(values);
                }
                values++;
                if (at == to) {
                    return values;
                }
                if (bytes[at] != delimiter) {
                    passLineEnd();
                    return values;
                }
                at++;
            }
        }

        private void plain(int column) {
            byte[] b = bytes;
            int end = to;
            int start = at;
            int p = start;
            int signs = 0;
            while (p < end) {
                int c = b[p];
                if (c == delimiter || c == LF || c == CR) {
                    break;
                }
                if (c == quote) {
                    throw malformed(
                            "a quote stands inside of the value '" + CsvColumn.shown(b, start, Math.min(end, p + 20))
                                    + "', which does not begin with one",
                            "Quote the whole value and double the quotes in it, or say that quotes mean nothing");
                }
                signs |= c - 1;
                p++;
            }
            at = p;
            value(column, start, p, signs);
        }

        private void quoted(int column) {
            byte[] b = bytes;
            int start = at + 1;
            int p = start;
            int signs = 0;
            while (p < to) {
                int c = b[p];
                if (c == escape && p + 1 < to && (b[p + 1] == quote || b[p + 1] == escape)) {
                    p += 2;
                    continue;
                }
                if (c == quote) {
                    break;
                }
                if (c == lineEnd.last) {
                    currentLine++;
                }
                signs |= c - 1;
                p++;
            }
            if (p >= to) {
                throw malformed(
                        "the quote that opens '" + CsvColumn.shown(b, start, Math.min(to, start + 20))
                                + "' is not closed before the file ends",
                        "Close it, or say that quotes mean nothing");
            }
            at = p + 1;
            if (at < to && b[at] != delimiter && !isLineEnd(at)) {
                throw malformed(
                        "behind the closed quote of '" + CsvColumn.shown(b, start, p) + "' stands '"
                                + CsvColumn.shown(b, at, Math.min(to, at + 1)) + "'",
                        "Double a quote that belongs to the value, or say that quotes mean nothing");
            }
            value(column, start, p, signs);
        }

        /// @param signs negative where a byte was beyond ASCII or zero
        private void value(int column, int start, int end, int signs) {
            if (signs < 0) {
                requireText(start, end);
            }
            if (texts != null) {
                texts.add(text(start, end));
            } else if (column < columns.length && end > start && !untyped[column] && !isNull(start, end)) {
                columns[column].add(CellKind.of(bytes, start, end, decimal), file, recordLine, bytes, start, end);
            }
        }

        private String text(int start, int end) {
            String text = new String(bytes, start, end - start, StandardCharsets.UTF_8);
            if (quote < 0) {
                return text;
            }
            String escaped = Character.toString(escape);
            return text.replace(escaped + Character.toString(quote), Character.toString(quote));
        }

        private boolean isNull(int start, int end) {
            for (byte[] spelling : nulls) {
                if (Arrays.equals(spelling, 0, spelling.length, bytes, start, end)) {
                    return true;
                }
            }
            return false;
        }

        private boolean isLineEnd(int position) {
            return bytes[position] == LF || bytes[position] == CR;
        }

        private void passLineEnd() {
            LineEnd found;
            if (bytes[at] == LF) {
                found = LineEnd.LF;
                at++;
            } else if (at + 1 < to && bytes[at + 1] == LF) {
                found = LineEnd.CRLF;
                at += 2;
            } else {
                found = LineEnd.CR;
                at++;
            }
            if (found != lineEnd) {
                throw malformed(
                        currentLine,
                        "this line ends with " + found.label + ", but the first one with " + lineEnd.label,
                        "Give all lines the same end, for example with dos2unix; quote a value that holds a line end");
            }
            currentLine++;
        }

        private DataException ragged(int values) {
            String header = columns.length + (columns.length == 1 ? " column" : " columns");
            String found = values + (values == 1 ? " value" : " values");
            return malformed(
                    "there are " + header + ", but this line has " + found,
                    values < columns.length
                            ? "Give the line its missing values, empty ones count too, or see that the delimiter is '"
                                    + (char) delimiter + "'"
                            : "Take out the delimiter too many, or quote the value that holds one");
        }

        private void requireText(int start, int end) {
            CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
            ByteBuffer in = ByteBuffer.wrap(bytes, start, end - start);
            CharBuffer out = CharBuffer.allocate(end - start + 1);
            CoderResult result = decoder.decode(in, out, true);
            int bad = result.isError() ? in.position() : zero(start, end);
            if (bad < 0) {
                return;
            }
            int lineStart = bad;
            while (lineStart > from && !isLineEnd(lineStart - 1)) {
                lineStart--;
            }
            String where = "byte " + (bad - lineStart + 1) + " of the line, " + (offset + bad + 1) + " of the file";
            throw malformed(
                    lineOf(bad),
                    result.isError()
                            ? "the byte 0x" + HexFormat.of().withUpperCase().toHexDigits(bytes[bad]) + " is no UTF-8 ("
                                    + where + ")"
                            : "the byte 0x00 stands in no text (" + where + ")",
                    result.isError()
                            ? "Write the file as UTF-8, for example with: iconv -f WINDOWS-1252 -t UTF-8"
                            : "See whether the file is UTF-16 or damaged");
        }

        private int zero(int start, int end) {
            for (int p = start; p < end; p++) {
                if (bytes[p] == 0) {
                    return p;
                }
            }
            return -1;
        }

        /// The line of a byte of a value that ends in the current line.
        private long lineOf(int position) {
            long number = currentLine;
            for (int p = position; p < at; p++) {
                if (bytes[p] == lineEnd.last) {
                    number--;
                }
            }
            return number;
        }

        private DataException malformed(String what, String remedy) {
            return malformed(recordLine, what, remedy);
        }

        private DataException malformed(long where, String what, String remedy) {
            return new DataException(
                    DataException.Kind.MALFORMED, file + ", line " + where + ": " + what + "\n" + remedy);
        }
    }
}
