package io.steelyard.server.webhooks;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a receiver answered.
///
/// @param status the HTTP status
/// @param retryAfterSeconds after how many seconds it wants to be asked again; empty: it does not say
/// @param body the beginning of its body, 64 KiB at most
record WebhookReply(int status, OptionalLong retryAfterSeconds, String body) {
    private static final int GREATEST_HEAD = 64 << 10;
    private static final int GREATEST_BODY = 64 << 10;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})(?: .*)?");

    /// @param deadline the moment of [System#nanoTime] at which reading ends
    static WebhookReply read(InputStream stream, long deadline) throws IOException {
        Reader reader = new Reader(new BufferedInputStream(stream), deadline);
        Matcher status = STATUS.matcher(reader.line());
        if (!status.matches()) {
            throw new IOException("the answer is no HTTP");
        }
        OptionalLong length = OptionalLong.empty();
        OptionalLong retryAfter = OptionalLong.empty();
        boolean chunked = false;
        for (String line = reader.line(); !line.isEmpty(); line = reader.line()) {
            int colon = line.indexOf(':');
            String name = colon < 0 ? line : line.substring(0, colon).toLowerCase(Locale.ROOT);
            String value = colon < 0 ? "" : line.substring(colon + 1).strip();
            switch (name) {
                case "content-length" -> length = number(value);
                case "retry-after" -> retryAfter = number(value);
                case "transfer-encoding" ->
                    chunked = value.toLowerCase(Locale.ROOT).endsWith("chunked");
                default -> {}
            }
        }
        byte[] body =
                chunked ? reader.chunks() : reader.bytes((int) Math.min(GREATEST_BODY, length.orElse(GREATEST_BODY)));
        return new WebhookReply(
                Integer.parseInt(status.group(1)), retryAfter, new String(body, StandardCharsets.UTF_8));
    }

    private static OptionalLong number(String text) {
        return text.matches("\\d{1,9}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    /// Reads until a moment, however slowly the bytes come.
    private static final class Reader {
        private final InputStream stream;
        private final long deadline;
        private int read;

        Reader(InputStream stream, long deadline) {
            this.stream = stream;
            this.deadline = deadline;
        }

        private int next() throws IOException {
            if (System.nanoTime() - deadline > 0) {
                throw new SocketTimeoutException("the answer took too long");
            }
            read++;
            return stream.read();
        }

        String line() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int b = next(); b != '\n'; b = next()) {
                if (b < 0 || read > GREATEST_HEAD + GREATEST_BODY) {
                    throw new IOException(b < 0 ? "the answer broke off" : "the answer's head is too long");
                }
                line.write(b);
            }
            return line.toString(StandardCharsets.ISO_8859_1).strip();
        }

        byte[] bytes(int count) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            while (bytes.size() < count) {
                int b = next();
                if (b < 0) {
                    break;
                }
                bytes.write(b);
            }
            return bytes.toByteArray();
        }

        byte[] chunks() throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            while (bytes.size() < GREATEST_BODY) {
                OptionalLong size = hex(line().split(";", 2)[0].strip());
                if (size.isEmpty() || size.getAsLong() == 0) {
                    break;
                }
                bytes.writeBytes(bytes((int) Math.min(size.getAsLong(), GREATEST_BODY - bytes.size())));
                if (bytes.size() < GREATEST_BODY) {
                    line();
                }
            }
            return bytes.toByteArray();
        }

        private static OptionalLong hex(String text) {
            return text.matches("[0-9a-fA-F]{1,8}") ? OptionalLong.of(Long.parseLong(text, 16)) : OptionalLong.empty();
        }
    }
}
