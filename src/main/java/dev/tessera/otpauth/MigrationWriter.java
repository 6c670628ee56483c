package dev.tessera.otpauth;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tessera.otp.Account;
import dev.tessera.otp.HmacAlgorithm;
import dev.tessera.otp.OtpParameters;
import dev.tessera.otp.OtpParameters.Hotp;
import dev.tessera.otp.OtpParameters.Totp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// Writes accounts as the parts of a migration export.
final class MigrationWriter {
    private static final int ENTRIES_PER_PART = 10;

    /// Of names and secrets: ten usual accounts with room to spare.
    private static final int BYTES_PER_PART = 900;

    private static final int VERSION = 1;
    private static final int HOTP = 1;
    private static final int TOTP = 2;

    private MigrationWriter() {}

    static boolean canHold(Account account) {
        return Numbers.of(account.credential().parameters()).isPresent();
    }

    static List<String> write(List<Account> accounts, int batchId) {
        var parts = parts(accounts);
        if (parts.size() > MigrationPayload.MAX_PARTS) {
            throw new IllegalArgumentException(
                    "an export has at most " + MigrationPayload.MAX_PARTS + " parts, but these are " + parts.size());
        }
        var links = new ArrayList<String>(parts.size());
        for (int i = 0; i < parts.size(); i++) {
            try (var message = new ProtobufWriter()) {
                parts.get(i).forEach(account -> writeEntry(message, account));
                message.number(2, VERSION).number(3, parts.size()).number(4, i).number(5, batchId);
                links.add(link(message.toByteArray()));
            }
        }
        return links;
    }

    /// Ten at most, and fewer where long names would make the QR code too dense for a camera.
    private static List<List<Account>> parts(List<Account> accounts) {
        var parts = new ArrayList<List<Account>>();
        int bytes = 0;
        for (var account : accounts) {
            int size = size(account);
            if (parts.isEmpty() || parts.getLast().size() == ENTRIES_PER_PART || bytes + size > BYTES_PER_PART) {
                parts.add(new ArrayList<>());
                bytes = 0;
            }
            parts.getLast().add(account);
            bytes += size;
        }
        return parts;
    }

    private static int size(Account account) {
        return account.credential().secret().length()
                + account.accountName().getBytes(UTF_8).length
                + account.issuer().getBytes(UTF_8).length;
    }

    private static String link(byte[] message) {
        try {
            var data = PercentText.encode(Base64.getEncoder().encodeToString(message));
            return MigrationReader.SCHEME + "//offline?data=" + data;
        } finally {
            Arrays.fill(message, (byte) 0);
        }
    }

    private static void writeEntry(ProtobufWriter message, Account account) {
        var numbers = Numbers.of(account.credential().parameters())
                .orElseThrow(
                        () -> new IllegalArgumentException("a migration export has no place for this kind of code"));
        byte[] secret = account.credential().secret().toByteArray();
        try (var entry = new ProtobufWriter()) {
            entry.content(MigrationEntry.SECRET, secret)
                    .content(MigrationEntry.NAME, account.accountName().getBytes(UTF_8))
                    .content(MigrationEntry.ISSUER, account.issuer().getBytes(UTF_8));
            numbers.writeTo(entry);
            byte[] bytes = entry.toByteArray();
            message.content(1, bytes);
            Arrays.fill(bytes, (byte) 0);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    /// What an entry says with numbers.
    ///
    /// @param counter 0 for time-based codes
    private record Numbers(int type, HmacAlgorithm algorithm, int digits, long counter) {

        /// Nothing for what the form has no place for.
        static Optional<Numbers> of(OtpParameters parameters) {
            return switch (parameters) {
                case Totp totp
                when totp.period() == MigrationEntry.PERIOD_SECONDS ->
                    held(new Numbers(TOTP, totp.algorithm(), totp.digits(), 0));
                case Hotp hotp -> held(new Numbers(HOTP, hotp.algorithm(), hotp.digits(), hotp.counter()));
                default -> Optional.empty();
            };
        }

        private static Optional<Numbers> held(Numbers numbers) {
            return Optional.of(numbers).filter(n -> n.digits == 6 || n.digits == 8);
        }

        void writeTo(ProtobufWriter entry) {
            int hash = switch (algorithm) {
                case SHA1 -> 1;
                case SHA256 -> 2;
                case SHA512 -> 3;
            };
            entry.number(MigrationEntry.ALGORITHM, hash)
                    .number(MigrationEntry.DIGITS, digits == 6 ? 1 : 2)
                    .number(MigrationEntry.TYPE, type)
                    .number(MigrationEntry.COUNTER, counter);
        }
    }
}
