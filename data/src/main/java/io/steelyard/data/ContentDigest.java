package io.steelyard.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 over all bytes, never over a sample.
public final class ContentDigest {
    private static final int BUFFER_BYTES = 1 << 18;

    private ContentDigest() {}

    /// The digest of a file.
    ///
    /// @param file the file, of any size
    /// @return 64 lower-case hexadecimal digits
    /// @throws DataException where the file is not there or cannot be read
    public static String of(Path file) {
        MessageDigest digest = sha256();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        } catch (NoSuchFileException e) {
            throw new DataException(DataException.Kind.NOT_FOUND, "there is no file " + file, e);
        } catch (IOException e) {
            throw new DataException(DataException.Kind.UNREADABLE, "cannot read " + file + ": " + e.getMessage(), e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /// The digest of a text's UTF-8 bytes.
    ///
    /// @param text the text
    /// @return 64 lower-case hexadecimal digits
    public static String ofText(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /// The digest of bytes.
    ///
    /// @param bytes the bytes
    /// @return 64 lower-case hexadecimal digits
    public static String ofBytes(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
