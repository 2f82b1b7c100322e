package io.steelyard.mlflow;

import java.util.Arrays;

/// Which sources of a model version are safe to keep: nothing that names a file of this machine, and no path with a way
/// out of it, however often it is decoded.
final class ModelSource {
    private ModelSource() {}

    static void requireSafe(String source) {
        String decoded = source;
        for (String next = decodeOnce(decoded); !next.equals(decoded); next = decodeOnce(next)) {
            decoded = next;
        }
        int colon = decoded.indexOf(':');
        String scheme = colon < 0 ? "" : decoded.substring(0, colon);
        // A drive such as C: is no scheme.
        if (scheme.length() < 2 || scheme.contains("/") || scheme.equalsIgnoreCase("file")) {
            throw MlflowException.invalid("Invalid model version source: '" + source
                    + "'. To use a local path as a model version source, the run_id request parameter has to be specified"
                    + " and the local path has to be contained within the artifact directory of the run specified by the"
                    + " run_id.");
        }
        if (!isSafe(decoded.substring(colon + 1))) {
            throw MlflowException.invalid("Invalid model version source: '" + source
                    + "'. If supplying a source as an http, https, local file path, ftp, objectstore, or mlflow-artifacts"
                    + " uri, an absolute path must be provided without relative path references present. Please provide an"
                    + " absolute path.");
        }
    }

    /// Decodes every `%xy` of an ASCII character; one that encodes nothing stays what it is.
    private static String decodeOnce(String text) {
        StringBuilder decoded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%' && i + 2 < text.length()) {
                int high = Character.digit(text.charAt(i + 1), 16);
                int low = Character.digit(text.charAt(i + 2), 16);
                if (high >= 0 && high < 8 && low >= 0) {
                    c = (char) (high * 16 + low);
                    i += 2;
                }
            }
            decoded.append(c);
        }
        return decoded.toString();
    }

    /// Has the address a path from the root (behind a host), without `.`, `..` and NUL?
    private static boolean isSafe(String address) {
        String path = address;
        if (address.startsWith("//")) {
            int slash = address.indexOf('/', 2);
            path = slash < 0 ? "" : address.substring(slash);
        }
        return path.startsWith("/")
                && address.indexOf(0) < 0
                && Arrays.stream(address.split("/", -1)).noneMatch(part -> part.equals(".") || part.equals(".."));
    }
}
