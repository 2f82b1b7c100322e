package io.steelyard.registry;

/// What every registry does, by noun.
public abstract class RegistryStoreContract
        implements ModelContract, VersionContract, MoveContract, LogContract, RegistrySearchContract {}
