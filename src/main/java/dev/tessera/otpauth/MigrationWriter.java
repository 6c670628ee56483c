package dev.tessera.otpauth;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tessera.otp.Account;
import dev.tessera.otp.HmacAlgorithm;
import dev.tessera.otp.OtpParameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/// Writes accounts as the parts of a migration export.
final class MigrationWriter {
    private static final int ENTRIES_PER_PART = 10;
    private static final int VERSION = 1;
    private static final int HOTP = 1;
    private static final int TOTP = 2;

    private MigrationWriter() {}

    static boolean canHold(Account account) {
        return switch (account.credential().parameters()) {
            case OtpParameters.Totp totp -> isHeld(totp.digits()) && totp.period() == MigrationEntry.PERIOD_SECONDS;
            case OtpParameters.Hotp hotp -> isHeld(hotp.digits());
            case OtpParameters.Steam _, OtpParameters.Motp _, OtpParameters.Yandex _ -> false;
        };
    }

    private static boolean isHeld(int digits) {
        return digits == 6 || digits == 8;
    }

    static List<String> write(List<Account> accounts, int batchId) {
        int parts = Math.ceilDiv(accounts.size(), ENTRIES_PER_PART);
        if (parts > MigrationPayload.MAX_PARTS) {
            throw new IllegalArgumentException("an export holds at most 10,000 accounts, these are " + accounts.size());
        }
        var links = new ArrayList<String>(parts);
        for (int i = 0; i < parts; i++) {
            int end = Math.min(accounts.size(), (i + 1) * ENTRIES_PER_PART);
            try (var message = new ProtobufWriter()) {
                accounts.subList(i * ENTRIES_PER_PART, end).forEach(account -> writeEntry(message, account));
                message.number(2, VERSION).number(3, parts).number(4, i).number(5, batchId);
                links.add(link(message.toByteArray()));
            }
        }
        return links;
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
        if (!canHold(account)) {
            throw new IllegalArgumentException("a migration export has no place for this kind of code");
        }
        byte[] secret = account.credential().secret().toByteArray();
        try (var entry = new ProtobufWriter()) {
            entry.content(MigrationEntry.SECRET, secret)
                    .content(MigrationEntry.NAME, account.accountName().getBytes(UTF_8))
                    .content(MigrationEntry.ISSUER, account.issuer().getBytes(UTF_8));
            writeNumbers(entry, account.credential().parameters());
            byte[] bytes = entry.toByteArray();
            message.content(1, bytes);
            Arrays.fill(bytes, (byte) 0);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    private static void writeNumbers(ProtobufWriter entry, OtpParameters parameters) {
        switch (parameters) {
            case OtpParameters.Totp totp -> writeNumbers(entry, totp.algorithm(), totp.digits(), TOTP);
            case OtpParameters.Hotp hotp -> {
                writeNumbers(entry, hotp.algorithm(), hotp.digits(), HOTP);
                entry.number(MigrationEntry.COUNTER, hotp.counter());
            }
            case OtpParameters.Steam _, OtpParameters.Motp _, OtpParameters.Yandex _ ->
                throw new AssertionError("canHold was asked before");
        }
    }

    private static void writeNumbers(ProtobufWriter entry, HmacAlgorithm algorithm, int digits, int type) {
        int hash = switch (algorithm) {
            case SHA1 -> 1;
            case SHA256 -> 2;
            case SHA512 -> 3;
        };
        entry.number(MigrationEntry.ALGORITHM, hash)
                .number(MigrationEntry.DIGITS, digits == 6 ? 1 : 2)
                .number(MigrationEntry.TYPE, type);
    }
}
