package dev.tessera.otpauth;

import dev.tessera.otp.Account;
import dev.tessera.otp.Base32;
import dev.tessera.otp.OtpParameters;
import dev.tessera.otp.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Function;

/// Writes an account as a link.
final class LinkWriter {
    private LinkWriter() {}

    static String write(Account account) {
        var secret = account.credential().secret();
        return switch (account.credential().parameters()) {
            case OtpParameters.Totp totp ->
                otpauth("totp", account) + numbers(totp.algorithm().name(), totp.digits()) + "&period=" + totp.period();
            case OtpParameters.Hotp hotp ->
                otpauth("hotp", account) + numbers(hotp.algorithm().name(), hotp.digits()) + "&counter="
                        + hotp.counter();
            case OtpParameters.Steam _ -> otpauth("steam", account) + numbers("SHA1", 5) + "&period=30";
            case OtpParameters.Yandex yandex ->
                otpauth("yaotp", account) + "&pin=" + text(yandex.pin(), Base32::encode);
            case OtpParameters.Motp motp ->
                "motp://" + label(account) + "?secret=" + text(secret, HexFormat.of()::formatHex) + issuer(account)
                        + "&pin=" + text(motp.pin(), LinkWriter::percentEncoded);
        };
    }

    private static String otpauth(String type, Account account) {
        var secret = text(account.credential().secret(), Base32::encode);
        return "otpauth://" + type + "/" + label(account) + "?secret=" + secret + issuer(account);
    }

    private static String numbers(String algorithm, int digits) {
        return "&algorithm=" + algorithm + "&digits=" + digits;
    }

    private static String issuer(Account account) {
        return account.issuer().isEmpty() ? "" : "&issuer=" + PercentText.encode(account.issuer());
    }

    /// An account name with a colon of its own gets an empty issuer in front, lest it be split there.
    private static String label(Account account) {
        String name = PercentText.encode(account.accountName());
        String issuer = PercentText.encode(account.issuer().replace(':', ' ').strip());
        boolean needsColon = !issuer.isEmpty() || account.accountName().contains(":");
        return needsColon ? issuer + ":" + name : name;
    }

    private static String percentEncoded(byte[] utf8) {
        return PercentText.encode(new String(utf8, StandardCharsets.UTF_8));
    }

    private static String text(Secret secret, Function<byte[], String> form) {
        byte[] bytes = secret.toByteArray();
        try {
            return form.apply(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
