package dev.tessera.transfer;

/// Something in a file that cannot be used.
///
/// @param label how a person finds it: `Issuer (name)`, or where it stands; never a secret
/// @param reason why, as a clause: `secret is missing`
public record Rejected(String label, String reason) {}
