package dev.tessera.vault.file;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tessera.otp.Account;
import dev.tessera.otp.Credential;
import dev.tessera.otp.HmacAlgorithm;
import dev.tessera.otp.OtpParameters;
import dev.tessera.otp.OtpParameters.Hotp;
import dev.tessera.otp.OtpParameters.Motp;
import dev.tessera.otp.OtpParameters.Steam;
import dev.tessera.otp.OtpParameters.Totp;
import dev.tessera.otp.OtpParameters.Yandex;
import dev.tessera.otp.Secret;
import dev.tessera.vault.Details;
import dev.tessera.vault.Entry;
import dev.tessera.vault.SetAside;
import dev.tessera.vault.Stamps;
import dev.tessera.vault.Tag;
import dev.tessera.vault.Unknown;
import dev.tessera.vault.Usage;
import dev.tessera.vault.Vault;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// A vault with one of everything, always the same: what the golden file holds.
final class SampleVault {

    static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    static final UUID TAG = UUID.fromString("00000000-0000-4000-8000-0000000000a1");
    static final String SET_ASIDE = "{ \"id\": \"of a later kind\",\n \"kind\":\"ocra\", \"n\": 1.50e+3 }";

    private SampleVault() {}

    static Vault vault() {
        var removed = new Entry(id(9), account("Gone", Totp.standard()), Details.none(), Usage.none(), stamps(4));
        return new Vault(entries(), List.of(new Tag(TAG, "Work", stamps(2))), List.of(), Map.of(), Unknown.none())
                .with(removed)
                .without(removed.id(), NOW)
                .withSetting("auto-lock-minutes", "10")
                .withUnknown(unknown());
    }

    static List<Entry> entries() {
        return List.of(
                new Entry(
                        id(1),
                        account("Pexip", Totp.standard()),
                        new Details(Set.of(TAG), "recovery: see safe", true),
                        new Usage(12, Optional.of(NOW)),
                        stamps(3)),
                entry(2, "Kontor \u00d8st \ud83d\udd11", new Totp(HmacAlgorithm.SHA512, 8, 60)),
                entry(3, "Bank", new Hotp(HmacAlgorithm.SHA256, 6, Long.MAX_VALUE)),
                entry(4, "Steam", new Steam()),
                entry(5, "mOTP", new Motp(secret("1234"))),
                new Entry(
                        id(6),
                        new Account(
                                "Yandex", "", new Credential(secret("1234567890123456"), new Yandex(secret("56789")))),
                        Details.none(),
                        Usage.none(),
                        new Stamps(2, NOW.minusSeconds(86_400), NOW, Optional.of(NOW))));
    }

    static Entry entry(int number, String issuer, OtpParameters parameters) {
        return new Entry(id(number), account(issuer, parameters), Details.none(), Usage.none(), stamps(1));
    }

    static Account account(String issuer, OtpParameters parameters) {
        return new Account(issuer, "ann@example.org", new Credential(secret("12345678901234567890"), parameters));
    }

    static Secret secret(String ascii) {
        return Secret.copyOf(ascii.getBytes(US_ASCII));
    }

    static UUID id(int number) {
        return UUID.fromString("00000000-0000-4000-8000-00000000000" + Integer.toHexString(number));
    }

    /// The 32 bytes that open the second slot of the golden file.
    static byte[] recoveryKey() {
        return HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
    }

    private static Stamps stamps(int revision) {
        return new Stamps(revision, NOW.minusSeconds(86_400), NOW, Optional.empty());
    }

    private static Unknown unknown() {
        return new Unknown(
                List.of(SetAside.copyOf(SET_ASIDE.getBytes(UTF_8), "")),
                Map.of(
                        "/entries/" + id(1) + "/account/colour",
                        "\"teal\"",
                        "/entries/" + id(2) + "/stamps/device",
                        "{\"name\":\"kitchen\",\"n\":[1.50,null]}",
                        "/tags/" + TAG + "/icon",
                        "7",
                        "/settings/columns",
                        "[1, 2]",
                        "/later",
                        "{ \"a\" : true }"));
    }
}
