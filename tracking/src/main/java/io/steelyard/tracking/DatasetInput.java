package io.steelyard.tracking;

/// A data set that a run read.
///
/// @param name what it is called, for example `flights`
/// @param digest the content's digest, 36 characters at most (the first 36 hexadecimal digits of a SHA-256)
/// @param source where it was read from
/// @param context what it was used for, for example `training`
public record DatasetInput(String name, String digest, String source, String context) {
    public DatasetInput {
        if (name.isBlank() || digest.isBlank() || digest.length() > 36) {
            throw new IllegalArgumentException("a data set needs a name and a digest of 1 to 36 characters, not '"
                    + name + "' and '" + digest + "'");
        }
    }
}
