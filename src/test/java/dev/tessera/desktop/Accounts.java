package dev.tessera.desktop;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.tessera.otp.Account;
import dev.tessera.otp.Credential;
import dev.tessera.otp.HmacAlgorithm;
import dev.tessera.otp.OtpParameters;
import dev.tessera.otp.Secret;
import java.util.List;

/// Accounts of every kind that a card can show; the secrets are the published ones of RFC 4226 and RFC 6238, varied.
/// Each call makes new ones: a vault that is locked wipes those that it was given.
public final class Accounts {
    private Accounts() {}

    /// RFC 4226 appendix D: the codes of counters 0, 1, 2 are 755224, 287082, 359152.
    public static Account counter() {
        return account("Vault HQ", "ann", new OtpParameters.Hotp(HmacAlgorithm.SHA1, 6, 0));
    }

    public static Account pexip() {
        return account("Pexip", "ann.larsen@example.org", OtpParameters.Totp.standard());
    }

    public static Account steam() {
        return account("Steam", "annl", new OtpParameters.Steam());
    }

    /// mOTP, whose codes depend on a PIN.
    public static Account token() {
        return account("Token", "ann", new OtpParameters.Motp(secret("1234")));
    }

    public static Account minute() {
        return account("Cloudbase", "ops@example.org", new OtpParameters.Totp(HmacAlgorithm.SHA256, 8, 60));
    }

    /// All, of each kind, one with a name that is far too long for a card.
    public static List<Account> all() {
        return List.of(
                pexip(),
                varied("GitHub", "annlarsen", 1),
                varied("Nordbank", "Ann Larsen", 2),
                steam(),
                minute(),
                counter(),
                varied("Mailwerk", "ann@mailwerk.example", 3),
                varied("", "pi@garage.local", 4),
                varied(
                        "The Very Long Named Company of Somewhere and Sons",
                        "a.very.long.account.name@subdomain.example.org",
                        5));
    }

    /// A standard account with a secret of its own.
    public static Account varied(String issuer, String name, int number) {
        return new Account(
                issuer,
                name,
                new Credential(secret("1234567890123456789" + number % 10), OtpParameters.Totp.standard()));
    }

    private static Account account(String issuer, String name, OtpParameters parameters) {
        return new Account(issuer, name, new Credential(secret("12345678901234567890"), parameters));
    }

    private static Secret secret(String text) {
        return Secret.copyOf(text.getBytes(US_ASCII));
    }
}
