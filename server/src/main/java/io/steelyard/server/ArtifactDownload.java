package io.steelyard.server;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.steelyard.artifacts.ArtifactFile;
import io.steelyard.artifacts.ArtifactStore;
import io.steelyard.server.ByteRange.Wanted;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Sends a file of the store, or the part of it that a `Range` asks for, piece by piece. A browser only ever saves it:
/// nothing that somebody stored is shown as a page of this server.
final class ArtifactDownload {
    private static final HeaderName NO_SNIFFING = HeaderNames.create("X-Content-Type-Options");
    private static final HeaderName POLICY = HeaderNames.create("Content-Security-Policy");
    private static final HeaderName DISPOSITION = HeaderNames.create("Content-Disposition");
    private static final HeaderName IF_RANGE = HeaderNames.create("If-Range");

    private ArtifactDownload() {}

    static void send(ArtifactStore store, String path, ServerRequest request, ServerResponse response) {
        try (ArtifactFile file = store.file(path)) {
            String tag = '"' + file.version() + '"';
            headers(path.substring(path.lastIndexOf('/') + 1), tag, response);
            if (header(request, HeaderNames.IF_NONE_MATCH).equals(tag)) {
                response.status(Status.NOT_MODIFIED_304).send();
                return;
            }
            String condition = header(request, IF_RANGE);
            String range = condition.isEmpty() || condition.equals(tag) ? header(request, HeaderNames.RANGE) : "";
            switch (ByteRange.read(range, file.sizeBytes())) {
                case Wanted.Whole whole -> send(file, new ByteRange(0, file.sizeBytes()), request, response);
                case Wanted.Part found -> {
                    ByteRange part = found.range();
                    response.status(Status.PARTIAL_CONTENT_206)
                            .header(
                                    HeaderNames.CONTENT_RANGE,
                                    "bytes " + part.offset() + "-" + (part.offset() + part.length() - 1) + "/"
                                            + file.sizeBytes());
                    send(file, part, request, response);
                }
                case Wanted.Nothing nothing ->
                    response.status(Status.REQUESTED_RANGE_NOT_SATISFIABLE_416)
                            .header(HeaderNames.CONTENT_RANGE, "bytes */" + file.sizeBytes())
                            .send();
            }
        }
    }

    private static void headers(String name, String tag, ServerResponse response) {
        response.header(HeaderNames.CONTENT_TYPE, MimeType.of(name))
                .header(DISPOSITION, disposition(name))
                .header(NO_SNIFFING, "nosniff")
                .header(POLICY, "sandbox")
                .header(HeaderNames.ACCEPT_RANGES, "bytes")
                .header(HeaderNames.ETAG, tag);
    }

    private static void send(ArtifactFile file, ByteRange range, ServerRequest request, ServerResponse response) {
        response.header(HeaderNames.CONTENT_LENGTH, Long.toString(range.length()));
        if (request.prologue().method().equals(Method.HEAD)) {
            response.send();
            return;
        }
        try (OutputStream out = response.outputStream()) {
            file.copy(range.offset(), range.length(), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String header(ServerRequest request, HeaderName name) {
        return request.headers().value(name).orElse("");
    }

    /// The name in plain letters, and, where that is another one, the name itself as RFC 5987 writes it.
    private static String disposition(String name) {
        String plain = name.replaceAll("[^\\w.-]", "_");
        return "attachment; filename=" + plain
                + (plain.equals(name)
                        ? ""
                        : "; filename*=UTF-8''"
                                + URLEncoder.encode(name, StandardCharsets.UTF_8)
                                        .replace("+", "%20")
                                        .replace("*", "%2A"));
    }
}
