package dev.tessera.otpauth;

import java.util.List;

/// One part of an `otpauth-migration:` export.
///
/// @param accounts the usable ones, each with what was repaired
/// @param rejected those that cannot be used: label and reason, never a secret
/// @param batchSize parts in the whole export, 1 or more
/// @param batchIndex this part, from 0
/// @param batchId which export it belongs to; may be negative, 0 when absent
public record MigrationPayload(
        List<OtpauthUri> accounts, List<String> rejected, int batchSize, int batchIndex, int batchId) {
    public MigrationPayload {
        accounts = List.copyOf(accounts);
        rejected = List.copyOf(rejected);
    }
}
