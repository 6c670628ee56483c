package dev.tessera.vault;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tessera.otp.Account;
import dev.tessera.otp.Credential;
import dev.tessera.otp.HmacAlgorithm;
import dev.tessera.otp.OtpParameters;
import dev.tessera.otp.OtpParameters.Hotp;
import dev.tessera.otp.OtpParameters.Totp;
import dev.tessera.otp.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VaultTest {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);

    private final Entry first = entry("First");
    private final Entry second = entry("Second");
    private final Vault both = Vault.empty().with(first).with(second);

    @Test
    void keepsTheOrderAndReplacesInPlace() {
        var changed = first.withDetails(Details.none().withNote("note"), LATER);
        assertThat(both.with(changed).entries()).containsExactly(changed, second);
        assertThat(both.moved(second.id(), 0).entries()).containsExactly(second, first);
        assertThat(both.moved(first.id(), 99).entries()).containsExactly(second, first);
        assertThat(both.moved(UUID.randomUUID(), 0)).isEqualTo(both);
    }

    @Test
    void isNeverChangedItself() {
        var before = List.copyOf(both.entries());
        both.without(first.id(), NOW).with(entry("Third")).moveToBin(second.id(), NOW);
        assertThat(both.entries()).isEqualTo(before);
    }

    @Test
    void removesForGoodAndLeavesATombstone() {
        var removed = both.without(first.id(), LATER);
        assertThat(removed.entries()).containsExactly(second);
        assertThat(removed.entry(first.id())).isEmpty();
        assertThat(removed.tombstones()).containsExactly(new Tombstone(first.id(), 2, LATER));
        assertThat(both.without(UUID.randomUUID(), LATER)).isEqualTo(both);
    }

    @Test
    void bringsARemovedEntryBackNewerThanItsRemoval() {
        var back = both.without(first.id(), LATER).with(first);
        assertThat(back.tombstones()).isEmpty();
        assertThat(back.entry(first.id()).orElseThrow().stamps().revision()).isEqualTo(3);
    }

    @Test
    void movesToTheBinAndBackWithOneRevisionEach() {
        var binned = both.moveToBin(first.id(), NOW);
        assertThat(binned.listed()).containsExactly(second);
        assertThat(binned.binned()).extracting(Entry::id).containsExactly(first.id());
        assertThat(binned.moveToBin(first.id(), LATER)).as("already there").isEqualTo(binned);
        var restored = binned.restore(first.id(), LATER);
        assertThat(restored.listed()).extracting(Entry::id).containsExactly(first.id(), second.id());
        assertThat(restored.entry(first.id()).orElseThrow().stamps().revision()).isEqualTo(3);
        assertThat(restored.restore(first.id(), LATER)).as("not in the bin").isEqualTo(restored);
    }

    @Test
    void findsADuplicateByItsSecretAndParametersWhateverNameAndCounter() {
        var counter = entry("Counter", new Hotp(HmacAlgorithm.SHA1, 6, 5));
        var vault = Vault.empty().with(counter);
        assertThat(vault.duplicateOf(account("Other", new Hotp(HmacAlgorithm.SHA1, 6, 99))))
                .contains(counter);
        assertThat(vault.duplicateOf(account("Counter", new Hotp(HmacAlgorithm.SHA1, 8, 5))))
                .isEmpty();
        assertThat(vault.duplicateOf(account("Counter", Totp.standard()))).isEmpty();
        assertThat(vault.moveToBin(counter.id(), NOW).duplicateOf(counter.account()))
                .isEmpty();
    }

    @Test
    void takesATagOffEachEntryThatBearsIt() {
        var tag = Tag.create("Work", NOW);
        var tagged = first.withDetails(Details.none().tagged(tag.id()), NOW);
        var vault = both.with(tagged).with(tag);
        assertThat(vault.tag(tag.id())).contains(tag);
        var renamed = vault.with(tag.withName("Home", LATER));
        assertThat(renamed.tags()).extracting(Tag::name).containsExactly("Home");
        var without = vault.withoutTag(tag.id(), LATER);
        assertThat(without.tags()).isEmpty();
        assertThat(without.entry(first.id()).orElseThrow().details().tags()).isEmpty();
        assertThat(without.entry(second.id())).contains(second);
        assertThat(without.tombstones()).extracting(Tombstone::id).containsExactly(tag.id());
    }

    @Test
    void keepsSettingsByName() {
        var vault = both.withSetting("theme", "dark").withSetting("theme", "light");
        assertThat(vault.settings()).isEqualTo(Map.of("theme", "light"));
    }

    @Test
    void refusesAnIdThatOccursTwiceAndATagWithoutAName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Vault(List.of(first, first), List.of(), List.of(), Map.of(), Unknown.none()))
                .withMessageContaining("occurs twice");
        assertThatIllegalArgumentException().isThrownBy(() -> Tag.create("  ", NOW));
    }

    @Test
    void hidesSecretsAndNotesInText() {
        var noted = first.withDetails(Details.none().withNote("recovery code 7345"), NOW);
        var vault = both.with(noted)
                .withUnknown(new Unknown(
                        List.of(SetAside.copyOf("{\"secret\":\"JBSWY3DP\"}".getBytes(US_ASCII), "It is odd.")),
                        Map.of("/later", "\"JBSWY3DP\"")));
        assertThat(vault.toString())
                .contains("1 entries, 1 fields, hidden")
                .doesNotContain("7345")
                .doesNotContain("JBSWY3DP")
                .doesNotContain("12345678901234567890");
    }

    @Test
    void setsAsideByContentAndWipes() {
        byte[] bytes = "{}".getBytes(US_ASCII);
        var one = SetAside.copyOf(bytes, "one reason");
        bytes[0] = 'x';
        assertThat(one)
                .isEqualTo(SetAside.copyOf("{}".getBytes(US_ASCII), "another"))
                .hasSameHashCodeAs(SetAside.copyOf("[]".getBytes(US_ASCII), ""));
        assertThat(one).isNotEqualTo(SetAside.copyOf("[]".getBytes(US_ASCII), "one reason"));
        assertThat(one).isNotEqualTo("{}").hasToString("SetAside[2 bytes, hidden: one reason]");
        one.close();
        assertThat(one.toByteArray()).containsExactly(0, 0);
    }

    private static Entry entry(String issuer) {
        return entry(issuer, Totp.standard());
    }

    private static Entry entry(String issuer, OtpParameters parameters) {
        return Entry.create(account(issuer, parameters), NOW);
    }

    private static Account account(String issuer, OtpParameters parameters) {
        var secret = Secret.copyOf("12345678901234567890".getBytes(US_ASCII));
        return new Account(issuer, "ann@example.org", new Credential(secret, parameters));
    }
}
