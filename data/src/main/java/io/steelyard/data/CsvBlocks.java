package io.steelyard.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// A CSV file, cut into blocks of whole records. A line end stands outside of a value where an even number of quotes
/// stands before it, because a quote inside of a quoted value is doubled; with another escape the characters are
/// followed one by one.
final class CsvBlocks implements AutoCloseable {
    private static final int BLOCK_BYTES = 1 << 22;
    private static final int MOST_RECORD_BYTES = 1 << 28;
    private static final int[] BYTE_ORDER_MARK = {0xEF, 0xBB, 0xBF};

    private final String file;
    private final CsvFormat format;
    private final InputStream in;
    private byte[] rest = new byte[0];
    private long line = 1;
    private long offset;
    private CsvBlock.@Nullable LineEnd lineEnd;
    private boolean ended;

    private CsvBlocks(Path file, CsvFormat format) throws IOException {
        this.file = file.toString();
        this.format = format;
        InputStream bytes = Files.newInputStream(file);
        this.in = isGzip(file) ? new GZIPInputStream(bytes, 1 << 16) : bytes;
    }

    static CsvBlocks open(Path file, CsvFormat format) throws IOException {
        return new CsvBlocks(file, format);
    }

    static boolean isGzip(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
    }

    /// How the lines of the blocks read so far end; LF where there is none.
    CsvBlock.LineEnd lineEnd() {
        return lineEnd == null ? CsvBlock.LineEnd.LF : lineEnd;
    }

    /// The next block, or null after the last one.
    @Nullable
    CsvBlock next() throws IOException {
        if (ended) {
            return null;
        }
        byte[] bytes = Arrays.copyOf(rest, Math.max(BLOCK_BYTES, 2 * rest.length));
        int length = rest.length;
        while (true) {
            int read = in.readNBytes(bytes, length, bytes.length - length);
            length += read;
            ended = length < bytes.length;
            int start = offset == 0 ? mark(bytes, length) : 0;
            CsvBlock.@Nullable LineEnd ends = lineEnd == null ? firstLineEnd(bytes, start, length) : lineEnd;
            lineEnd = ends;
            int end = ended ? length : lastRecordEnd(bytes, start, length, ends);
            if (end > start || ended) {
                return block(bytes, start, end, length);
            }
            if (bytes.length >= MOST_RECORD_BYTES) {
                // What is wrong is told by the look at the records: usually a quote that is never closed.
                return block(bytes, start, length, length);
            }
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private @Nullable CsvBlock block(byte[] bytes, int start, int end, int length) {
        if (start == end) {
            return null;
        }
        CsvBlock block = new CsvBlock(file, bytes, start, end, line, offset, lineEnd());
        rest = Arrays.copyOfRange(bytes, end, length);
        offset += end;
        line += count(bytes, start, end, lineEnd().last());
        return block;
    }

    private int mark(byte[] bytes, int length) {
        if (length >= 2 && ((bytes[0] & bytes[1] & 0xFE) == 0xFE) && bytes[0] != bytes[1]) {
            throw new DataException(
                    DataException.Kind.MALFORMED,
                    file + " is UTF-16, not UTF-8\nWrite it as UTF-8, for example with: iconv -f UTF-16 -t UTF-8");
        }
        for (int i = 0; i < BYTE_ORDER_MARK.length; i++) {
            if (i >= length || (bytes[i] & 0xff) != BYTE_ORDER_MARK[i]) {
                return 0;
            }
        }
        return BYTE_ORDER_MARK.length;
    }

    private CsvBlock.@Nullable LineEnd firstLineEnd(byte[] bytes, int from, int to) {
        boolean quoted = false;
        for (int i = from; i < to; i++) {
            if (quoted && isEscaped(bytes, i, to)) {
                i++;
            } else if (isQuote(bytes[i])) {
                quoted = !quoted;
            } else if (!quoted && bytes[i] == '\n') {
                return CsvBlock.LineEnd.LF;
            } else if (!quoted && bytes[i] == '\r' && (i + 1 < to || ended)) {
                return i + 1 < to && bytes[i + 1] == '\n' ? CsvBlock.LineEnd.CRLF : CsvBlock.LineEnd.CR;
            }
        }
        return null;
    }

    /// The position behind the last line end that ends a record, or `from` where there is none.
    private int lastRecordEnd(byte[] bytes, int from, int to, CsvBlock.@Nullable LineEnd ends) {
        if (ends == null) {
            return from;
        }
        int end = ends.last();
        if (format.quote() != null && !format.quote().equals(format.escape())) {
            return lastEscapedRecordEnd(bytes, from, to, end);
        }
        boolean quoted = format.quote() != null && (count(bytes, from, to, format.quote()) & 1) == 1;
        for (int i = to - 1; i >= from; i--) {
            if (isQuote(bytes[i])) {
                quoted = !quoted;
            } else if (!quoted && bytes[i] == end) {
                return i + 1;
            }
        }
        return from;
    }

    private int lastEscapedRecordEnd(byte[] bytes, int from, int to, int end) {
        boolean quoted = false;
        int last = from;
        for (int i = from; i < to; i++) {
            if (quoted && isEscaped(bytes, i, to)) {
                i++;
            } else if (isQuote(bytes[i])) {
                quoted = !quoted;
            } else if (!quoted && bytes[i] == end) {
                last = i + 1;
            }
        }
        return last;
    }

    private boolean isEscaped(byte[] bytes, int at, int to) {
        Character escape = format.escape();
        return escape != null && !escape.equals(format.quote()) && bytes[at] == escape && at + 1 < to;
    }

    private boolean isQuote(byte b) {
        Character quote = format.quote();
        return quote != null && b == quote;
    }

    private static int count(byte[] bytes, int from, int to, int value) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += bytes[i] == value ? 1 : 0;
        }
        return count;
    }
}
