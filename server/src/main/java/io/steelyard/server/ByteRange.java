package io.steelyard.server;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which bytes of a file a client wants, by its `Range` header.
///
/// @param offset the first
/// @param length how many
record ByteRange(long offset, long length) {
    private static final Pattern ONE = Pattern.compile("bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*");

    /// What a header asks for.
    sealed interface Wanted {
        /// The whole file: there is no header, or one that may be ignored (several ranges, other units, nonsense).
        record Whole() implements Wanted {}

        /// A part that is there.
        record Part(ByteRange range) implements Wanted {}

        /// Nothing that is there.
        record Nothing() implements Wanted {}
    }

    /// Reads a header.
    ///
    /// @param header for example `bytes=0-99`, `bytes=100-`, `bytes=-100` (the last 100); empty: none
    /// @param size the file's size
    static Wanted read(String header, long size) {
        Matcher matcher = ONE.matcher(header);
        if (!matcher.matches()) {
            return new Wanted.Whole();
        }
        String first = matcher.group(1);
        String last = matcher.group(2);
        if (first.isEmpty()) {
            if (last.isEmpty()) {
                return new Wanted.Whole();
            }
            long length = Math.min(Long.parseLong(last), size);
            return length == 0 ? new Wanted.Nothing() : part(size - length, length);
        }
        long offset = Long.parseLong(first);
        long end = last.isEmpty() ? size - 1 : Math.min(Long.parseLong(last), size - 1);
        if (!last.isEmpty() && Long.parseLong(last) < offset) {
            return new Wanted.Whole();
        }
        return offset >= size ? new Wanted.Nothing() : part(offset, end - offset + 1);
    }

    private static Wanted part(long offset, long length) {
        return new Wanted.Part(new ByteRange(offset, length));
    }
}
