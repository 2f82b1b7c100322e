package io.steelyard.serving;

import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.OptionalLong;

/// A request's body as bytes, up to a limit.
final class RequestBody {
    private RequestBody() {}

    /// @throws ServingException of kind REQUEST_TOO_LARGE where there is more than the limit
    static byte[] read(ServerRequest request, int limit) {
        OptionalLong length = request.headers().contentLength();
        if (length.isPresent() && length.getAsLong() > limit) {
            throw tooLarge(length.getAsLong() + " bytes", limit);
        }
        if (!request.content().hasEntity()) {
            return new byte[0];
        }
        try (InputStream stream = request.content().inputStream()) {
            if (length.isPresent()) {
                byte[] body = new byte[(int) length.getAsLong()];
                int read = stream.readNBytes(body, 0, body.length);
                return read == body.length ? body : Arrays.copyOf(body, read);
            }
            byte[] body = stream.readNBytes(limit);
            if (stream.read() >= 0) {
                throw tooLarge("more than " + limit + " bytes", limit);
            }
            return body;
        } catch (IOException e) {
            throw new UncheckedIOException("a request's body cannot be read", e);
        }
    }

    private static ServingException tooLarge(String found, int limit) {
        return new ServingException(
                ServingException.Kind.REQUEST_TOO_LARGE,
                "the body has " + found + ", but at most " + limit + " are taken; send fewer rows a request");
    }
}
