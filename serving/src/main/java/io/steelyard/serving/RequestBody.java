package io.steelyard.serving;

import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalLong;

/// A request's body as bytes, up to a limit.
final class RequestBody {
    /// How much of a body that is refused is read nevertheless. A client that still sends when its connection is closed
    /// never sees the answer.
    private static final long PASSED_OVER_BYTES = 256L << 20;

    private static final Duration PASSED_OVER_TIME = Duration.ofSeconds(1);
    private static final int PIECE_BYTES = 1 << 16;

    private RequestBody() {}

    /// @throws ServingException of kind REQUEST_TOO_LARGE where there is more than the limit
    static byte[] read(ServerRequest request, int limit) {
        if (!request.content().hasEntity()) {
            return new byte[0];
        }
        OptionalLong length = request.headers().contentLength();
        try (InputStream stream = request.content().inputStream()) {
            if (length.isEmpty()) {
                return readUnknown(stream, limit);
            }
            if (length.getAsLong() > limit) {
                passOver(stream);
                throw tooLarge(length.getAsLong() + " bytes", limit);
            }
            byte[] body = new byte[(int) length.getAsLong()];
            int read = stream.readNBytes(body, 0, body.length);
            return read == body.length ? body : Arrays.copyOf(body, read);
        } catch (IOException e) {
            throw new UncheckedIOException("a request's body cannot be read", e);
        }
    }

    private static byte[] readUnknown(InputStream stream, int limit) throws IOException {
        byte[] body = stream.readNBytes(limit);
        if (stream.read() >= 0) {
            passOver(stream);
            throw tooLarge("more than " + limit + " bytes", limit);
        }
        return body;
    }

    private static void passOver(InputStream stream) throws IOException {
        byte[] piece = new byte[PIECE_BYTES];
        long deadline = System.nanoTime() + PASSED_OVER_TIME.toNanos();
        long left = PASSED_OVER_BYTES;
        while (left > 0 && System.nanoTime() - deadline < 0) {
            int read = stream.read(piece);
            if (read < 0) {
                return;
            }
            left -= read;
        }
    }

    private static ServingException tooLarge(String found, int limit) {
        return new ServingException(
                ServingException.Kind.REQUEST_TOO_LARGE,
                "the body has " + found + ", but at most " + limit + " are taken; send fewer rows a request");
    }
}
