package dev.tessera.transfer.export;

import dev.tessera.otp.OtpParameters;
import dev.tessera.otpauth.MigrationPayload;
import dev.tessera.otpauth.OtpauthException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The links of a transfer to Google Authenticator, each with at most ten accounts.
final class GoogleParts {
    private static final Set<Loss> UNHELD = EnumSet.of(Loss.TAGS, Loss.NOTE, Loss.PIN, Loss.BIN);

    /// A transfer has at most as many parts, also where each account needs one of its own.
    private static final int MAX_ACCOUNTS = 1000;

    private GoogleParts() {}

    static Set<Loss> losses(ExportEntry entry) {
        return entry.losses(loss(entry), UNHELD);
    }

    /// More than a thousand accounts are several transfers, one after another.
    static List<String> of(ExportContent content) {
        var links = new ArrayList<String>();
        var accounts = content.entries().stream().map(ExportEntry::account).toList();
        for (int from = 0; from < accounts.size(); from += MAX_ACCOUNTS) {
            int end = Math.min(accounts.size(), from + MAX_ACCOUNTS);
            links.addAll(MigrationPayload.format(
                    accounts.subList(from, end), content.random().nextInt()));
        }
        return links;
    }

    /// Of an account that it can hold, alone.
    static String linkOf(ExportEntry entry) {
        return MigrationPayload.format(List.of(entry.account()), 0).getFirst();
    }

    private static Optional<Loss> loss(ExportEntry entry) {
        if (!MigrationPayload.canHold(entry.account())) {
            boolean isKnown = switch (entry.parameters()) {
                case OtpParameters.Totp _, OtpParameters.Hotp _ -> true;
                case OtpParameters.Steam _, OtpParameters.Motp _, OtpParameters.Yandex _ -> false;
            };
            return Optional.of(isKnown ? Loss.NUMBERS : Loss.KIND);
        }
        try {
            var read =
                    MigrationPayload.parse(linkOf(entry)).accounts().getFirst().account();
            return Optional.of(Loss.NAMES).filter(_ -> Links.hasOtherNames(read, entry.account()));
        } catch (OtpauthException _) {
            return Optional.of(Loss.SIZE); // All else of it can be held: it is too long.
        }
    }
}
