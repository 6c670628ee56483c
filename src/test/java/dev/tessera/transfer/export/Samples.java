package dev.tessera.transfer.export;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.tessera.otp.Account;
import dev.tessera.otp.AnyParameters;
import dev.tessera.otp.Credential;
import dev.tessera.otp.HmacAlgorithm;
import dev.tessera.otp.OtpParameters;
import dev.tessera.otp.Secret;
import dev.tessera.vault.Details;
import dev.tessera.vault.Entry;
import dev.tessera.vault.Tag;
import dev.tessera.vault.Unknown;
import dev.tessera.vault.Vault;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/// Accounts to be exported: whatever a vault can hold, and one of each kind.
final class Samples {
    static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    static final Tag WORK = Tag.create("Work, \"quoted\"", NOW);
    static final Tag HOME = Tag.create("Zuhause 家", NOW);

    private Samples() {}

    /// One of each kind, usual and unusual.
    static List<Entry> ofEachKind() {
        var pin = secret("5239");
        return List.of(
                entry(account("Pexip", "ann@example.org", OtpParameters.Totp.standard()), Details.none()),
                entry(
                        account("Bank Ü", "名前 имя", new OtpParameters.Totp(HmacAlgorithm.SHA512, 8, 60)),
                        new Details(Set.of(WORK.id(), HOME.id()), "line\n\"two\", é", true)),
                entry(account("Odd", "seven", new OtpParameters.Totp(HmacAlgorithm.SHA256, 7, 30)), Details.none()),
                entry(account("Bank", "counter", new OtpParameters.Hotp(HmacAlgorithm.SHA1, 6, 7)), Details.none()),
                entry(account("Steam", "gamer", new OtpParameters.Steam()), Details.none()),
                entry(account("Corp", "motp", new OtpParameters.Motp(pin)), Details.none()),
                entry(account("Yandex", "key", new OtpParameters.Yandex(pin)), Details.none()));
    }

    static Entry entry(Account account, Details details) {
        return Entry.create(account, NOW).withDetails(details, NOW);
    }

    static Account account(String issuer, String name, OtpParameters parameters) {
        return new Account(issuer, name, new Credential(secret("1234567890123456"), parameters));
    }

    static Secret secret(String ascii) {
        return Secret.copyOf(ascii.getBytes(US_ASCII));
    }

    static Vault vault(List<Entry> entries) {
        return new Vault(entries, List.of(WORK, HOME), List.of(), Map.of("a", "b"), Unknown.none());
    }

    static Arbitrary<Vault> vaults() {
        return entries().list().ofMinSize(1).ofMaxSize(12).map(Samples::vault);
    }

    private static Arbitrary<Entry> entries() {
        return Combinators.combine(accounts(), details(), Arbitraries.of(true, false))
                .as((account, details, binned) -> {
                    var entry = entry(account, details);
                    return binned ? entry.binned(NOW) : entry;
                });
    }

    private static Arbitrary<Account> accounts() {
        return Combinators.combine(names(), names(), AnyParameters.arbitrary())
                .as(Samples::account)
                .filter(account -> !account.accountName().startsWith(account.issuer() + ":"));
    }

    /// Trimmed and without control signs, as each way into a vault leaves them; the text `null` is what some
    /// writers put for nothing.
    private static Arbitrary<String> names() {
        return Arbitraries.strings()
                .withCharRange(' ', '~')
                .withChars("äßçЖ名前€\u0660+&=#%?:/\"',;\\")
                .ofMaxLength(20)
                .map(String::strip)
                .filter(name -> !name.equalsIgnoreCase("null") && !name.equalsIgnoreCase("undefined"));
    }

    private static Arbitrary<Details> details() {
        var tags = Arbitraries.of(WORK, HOME)
                .set()
                .map(set -> set.stream().map(Tag::id).collect(Collectors.toUnmodifiableSet()));
        var notes = Arbitraries.strings()
                .withCharRange(' ', '~')
                .withChars("ä名€\n\t\"',;")
                .ofMaxLength(30)
                .map(String::strip)
                .filter(note -> !note.equals("null"));
        return Combinators.combine(tags, notes, Arbitraries.of(true, false)).as(Details::new);
    }
}
