package dev.tessera.bus;

/// A value that says its own type, where the bus leaves the type open ("variant").
///
/// @param signature of the value, in the notation of D-Bus
public record Typed(String signature, Object value) {}
