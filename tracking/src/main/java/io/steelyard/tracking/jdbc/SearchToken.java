package io.steelyard.tracking.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.steelyard.tracking.TrackingException;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a page of a search begins: after the row with these values of the sort columns. It holds for the search that
/// made it and for no other.
///
/// @param columns the sort columns
/// @param search the first bytes of a digest of the search
record SearchToken(List<SortColumn> columns, long search) {
    /// @param parts all that makes this search what it is, except the page
    static SearchToken of(List<SortColumn> columns, Object... parts) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(List.of(parts).toString().getBytes(UTF_8));
            return new SearchToken(columns, ByteBuffer.wrap(digest).getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /// @return the values of the last row's sort columns; null: the page is the first
    @Nullable
    List<Object> read(@Nullable String token) {
        if (token == null || token.isEmpty()) {
            return null;
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token));
            if (bytes.getLong() != search) {
                throw TrackingException.invalid("Invalid page token '" + token
                        + "'.\nIt belongs to another search: ask with the filter, order and experiments it came from.");
            }
            List<Object> values = new ArrayList<>();
            for (SortColumn column : columns) {
                values.add(
                        switch (column.kind()) {
                            case WHOLE -> (Object) bytes.getLong();
                            case FRACTION -> bytes.getDouble();
                            case TEXT -> text(bytes);
                        });
            }
            if (!bytes.hasRemaining()) {
                return List.copyOf(values);
            }
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            // Answered below, as any other text that is no token.
        }
        throw TrackingException.invalid("Invalid page token '" + token + "', could not base64-decode");
    }

    private static String text(ByteBuffer bytes) {
        int length = bytes.getInt();
        if (length < 0 || length > bytes.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] text = new byte[length];
        bytes.get(text);
        return new String(text, UTF_8);
    }

    String write(List<Object> row) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(search);
            for (int i = 0; i < columns.size(); i++) {
                Object value = row.get(i);
                switch (columns.get(i).kind()) {
                    case WHOLE -> out.writeLong((long) value);
                    case FRACTION -> out.writeDouble((double) value);
                    case TEXT -> {
                        byte[] text = ((String) value).getBytes(UTF_8);
                        out.writeInt(text.length);
                        out.write(text);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail so", e);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }
}
