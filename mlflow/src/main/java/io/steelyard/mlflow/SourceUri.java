package io.steelyard.mlflow;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/// An address of artifacts, taken apart without judging it.
///
/// @param text as it was given
/// @param scheme what stands before the colon, in lower case; empty: there is none
/// @param host what stands between `//` and the next `/`, in lower case; may be empty
/// @param path what follows, without query and fragment
record SourceUri(String text, String scheme, String host, String path) {
    private static final List<String> PROXY = List.of("api", "2.0", "mlflow-artifacts", "artifacts");

    static SourceUri parse(String text) {
        int colon = text.indexOf(':');
        String scheme = colon < 0 ? "" : text.substring(0, colon);
        // A drive such as C: is no scheme.
        if (scheme.length() < 2 || scheme.contains("/")) {
            return new SourceUri(text, "", "", text);
        }
        String rest = text.substring(colon + 1);
        String host = "";
        if (rest.startsWith("//")) {
            int end = firstOf(rest, 2, "/?#");
            host = rest.substring(2, end);
            rest = rest.substring(end);
        }
        return new SourceUri(
                text,
                scheme.toLowerCase(Locale.ROOT),
                host.toLowerCase(Locale.ROOT),
                rest.substring(0, firstOf(rest, 0, "?#")));
    }

    private static int firstOf(String text, int from, String ends) {
        int i = from;
        while (i < text.length() && ends.indexOf(text.charAt(i)) < 0) {
            i++;
        }
        return i;
    }

    /// Does it name a file of this machine, before or after decoding?
    boolean isLocal() {
        String decodedScheme = parse(decoded(text)).scheme;
        return scheme.isEmpty() || scheme.equals("file") || decodedScheme.isEmpty() || decodedScheme.equals("file");
    }

    /// Is the path one from the root, without `.`, `..` and NUL, however often it is decoded?
    boolean hasPlainPath() {
        String all = decoded(text);
        String plain = parse(all).path;
        int end = plain.length();
        while (end > 0 && plain.charAt(end - 1) == '/') {
            end--;
        }
        return plain.startsWith("/")
                && end > 0
                && all.indexOf(0) < 0
                && Arrays.stream(all.split("/", -1)).noneMatch(part -> part.equals(".") || part.equals(".."));
    }

    /// Is a path below a root one that stays there, however often it is decoded?
    static boolean isFolder(String path) {
        String plain = decoded(path);
        return !plain.startsWith("/")
                && plain.chars().noneMatch(c -> c == '#' || c == '\\' || c == 0)
                && !parse(plain).scheme.equals("file")
                && Arrays.stream(plain.split("/", -1)).noneMatch(part -> part.equals(".."));
    }

    /// Do the artifacts stand behind an artifact proxy?
    boolean isProxied() {
        List<String> parts = parts();
        return scheme.equals("mlflow-artifacts")
                || (scheme.startsWith("http") && Collections.indexOfSubList(parts, PROXY) >= 0);
    }

    /// Does it stand at or below another address?
    boolean isWithin(String root) {
        SourceUri other = parse(root);
        List<String> parts = parts();
        List<String> above = other.parts();
        return scheme.equals(other.scheme)
                && host.equals(other.host)
                && !above.isEmpty()
                && parts.size() >= above.size()
                && parts.subList(0, above.size()).equals(above);
    }

    private List<String> parts() {
        return Arrays.stream(path.split("/", -1))
                .filter(part -> !part.isEmpty())
                .map(SourceUri::decoded)
                .toList();
    }

    /// Decodes until nothing changes.
    private static String decoded(String text) {
        String decoded = text;
        for (String next = decodedOnce(decoded); !next.equals(decoded); next = decodedOnce(next)) {
            decoded = next;
        }
        return decoded;
    }

    /// Decodes every `%xy` of an ASCII character; one that encodes nothing stays what it is.
    private static String decodedOnce(String text) {
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
}
