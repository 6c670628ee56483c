package dev.tessera.otpauth;

import dev.tessera.otp.Account;
import java.util.List;

/// One part of an `otpauth-migration:` export, the form in which Google Authenticator hands accounts over.
///
/// @param accounts the usable ones, each with what was repaired
/// @param rejected those that cannot be used: label and reason, never a secret
/// @param batchSize parts in the whole export, 1 to 1,000
/// @param batchIndex this part, from 0
/// @param batchId which export it belongs to; may be negative, 0 when absent
public record MigrationPayload(
        List<OtpauthUri> accounts, List<String> rejected, int batchSize, int batchIndex, int batchId) {

    /// The most parts that one export may have.
    static final int MAX_PARTS = 1000;

    public MigrationPayload {
        accounts = List.copyOf(accounts);
        rejected = List.copyOf(rejected);
        if (batchSize < 1 || batchSize > MAX_PARTS) {
            throw new IllegalArgumentException("batchSize is " + batchSize + "; it must be 1 to " + MAX_PARTS);
        }
        if (batchIndex < 0 || batchIndex >= batchSize) {
            throw new IllegalArgumentException("batchIndex is " + batchIndex + "; it must be below " + batchSize);
        }
    }

    /// Parses one `otpauth-migration://offline?data=…` link.
    ///
    /// @throws OtpauthException if it is damaged or holds no account at all
    public static MigrationPayload parse(String text) throws OtpauthException {
        return MigrationReader.parse(text);
    }

    /// Whether the form has a place for all of this account: HOTP and TOTP with six or eight digits, TOTP with a
    /// period of 30 seconds.
    public static boolean canHold(Account account) {
        return MigrationWriter.canHold(account);
    }

    /// Writes accounts as links, at most ten to each and fewer where names are long, so that a camera can read every QR
    /// code.
    ///
    /// @param batchId which export the links belong to; a new random number for each
    /// @throws IllegalArgumentException if one cannot be held, or they need more than 1,000 links
    public static List<String> format(List<Account> accounts, int batchId) {
        return MigrationWriter.write(accounts, batchId);
    }
}
