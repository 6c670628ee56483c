package dev.tessera.transfer.export;

import dev.tessera.otp.Account;
import dev.tessera.otp.Base32;
import dev.tessera.otpauth.OtpauthException;
import dev.tessera.otpauth.OtpauthUri;
import java.util.Optional;

/// Accounts as links, each in the form of its target, and what readers make of them.
final class Links {
    /// Longer ones are read by nobody.
    private static final int MAX_LENGTH = 8 * 1024;

    private Links() {}

    /// The form that most programs read.
    static String usual(ExportEntry entry) {
        return OtpauthUri.format(entry.account());
    }

    /// The account's name alone before the parameters, unless a colon in it would be taken for the end of an issuer.
    static String withoutIssuerInLabel(ExportEntry entry) {
        var link = usual(entry);
        int label = link.indexOf('/', "otpauth://".length()) + 1;
        int colon = link.indexOf(':', label);
        boolean hasIssuer = colon > label && colon < link.indexOf('?');
        return hasIssuer && !entry.account().accountName().contains(":")
                ? link.substring(0, label) + link.substring(colon + 1)
                : link;
    }

    /// Steam's codes as KeePassXC knows them.
    static String steamByEncoder(ExportEntry entry) {
        return usual(entry).replaceFirst("^otpauth://steam/", "otpauth://totp/") + "&encoder=steam";
    }

    /// Steam's secret as password managers know it: there is no name in it.
    static String steamAlone(ExportEntry entry) {
        return "steam://" + entry.secret(Base32::encode);
    }

    /// What goes wrong when somebody reads the link of this account, mostly nothing.
    static Optional<Loss> loss(String link, Account account) {
        if (link.length() > MAX_LENGTH) {
            return Optional.of(Loss.SIZE);
        }
        try {
            var read = OtpauthUri.parse(link).account();
            if (!read.credential().equals(account.credential())) {
                return Optional.of(Loss.KIND);
            }
            return Optional.of(Loss.NAMES).filter(_ -> hasOtherNames(read, account));
        } catch (OtpauthException _) {
            return Optional.of(Loss.KIND); // Its PIN, perhaps: no link of this kind can hold it.
        }
    }

    static boolean hasOtherNames(Account one, Account other) {
        return !one.issuer().equals(other.issuer()) || !one.accountName().equals(other.accountName());
    }
}
