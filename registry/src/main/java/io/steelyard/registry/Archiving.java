package io.steelyard.registry;

/// What becomes of the versions that stand in a stage when another moves there.
public enum Archiving {
    /// They stay.
    KEEP_OTHERS,
    /// They are archived. Only where the stage is staging or production.
    ARCHIVE_OTHERS
}
