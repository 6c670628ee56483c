package dev.tessera.vault.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.tessera.crypto.Argon2id;
import dev.tessera.crypto.Key;
import dev.tessera.crypto.Passphrase;
import dev.tessera.vault.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryKeyTest {
    /// The bytes 0 to 31, as docs/read_vault.py reads them, too.
    static final String SAMPLE = "000G-40R4-0M30-E209-185G-R38E-1W81-24GK-2GAH-C5RR-34D1-P70X-3RFG-ECSJ";

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("a.tessera");
    }

    private static String text(RecoveryKey key) {
        return new String(key.toCharArray());
    }

    private static Passphrase typed(String text) {
        return Passphrase.copyOf(text.toCharArray());
    }

    private static RecoveryKey sample() {
        return RecoveryKey.in(typed(SAMPLE)).orElseThrow();
    }

    @Nested
    class Reading {
        private final RecoveryKey key = RecoveryKey.random(new SecureRandom());
        private final String written = text(key);

        @Test
        void whatWasWrittenIsFourteenGroupsOfFour() {
            assertThat(written).matches("([0-9A-HJKMNP-TV-Z]{4}-){13}[0-9A-HJKMNP-TV-Z]{4}");
        }

        @Test
        void isWrittenAsTheFormatSays() {
            byte[] bytes = new byte[32];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) i;
            }

            assertThat(sample().key().toByteArray()).isEqualTo(bytes);
            assertThat(text(sample())).isEqualTo(SAMPLE);
        }

        @Test
        void givesTheSameKey() {
            assertThat(read(written).key().isSameAs(key.key())).isTrue();
        }

        @Test
        void smallLettersSpacesAndLookalikesDoNotMatter() {
            var careless = written.toLowerCase(Locale.ROOT)
                    .replace("-", "  ")
                    .replace('0', 'o')
                    .replace('1', 'l');

            assertThat(read(careless).key().isSameAs(key.key())).isTrue();
            assertThat(read(written.replace("-", "").replace('1', 'I')).key().isSameAs(key.key()))
                    .isTrue();
        }

        @Test
        void everySingleWrongCharacterIsFound() {
            var alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
            int undetected = 0;
            for (int i = 0; i < written.length(); i++) {
                for (int k = 0; k < alphabet.length(); k++) {
                    char other = alphabet.charAt(k);
                    if (written.charAt(i) != '-' && written.charAt(i) != other) {
                        var wrong = written.substring(0, i) + other + written.substring(i + 1);
                        undetected += RecoveryKey.isOne(typed(wrong)) ? 1 : 0;
                        assertThat(RecoveryKey.looksLikeOne(typed(wrong))).isTrue();
                    }
                }
            }
            // Twenty bits of check: one of a million passes by chance, of the 1,736 here hardly ever one.
            assertThat(undetected).isLessThanOrEqualTo(1);
        }

        @Test
        void passphrasesAreNone() {
            for (var passphrase : new String[] {"", "correct horse battery staple", "a-b-c-d-e-f-g-h-i-j", "ÄÖÜ 🔑"}) {
                assertThat(RecoveryKey.isOne(typed(passphrase))).isFalse();
                assertThat(RecoveryKey.looksLikeOne(typed(passphrase))).isFalse();
            }
        }

        @Test
        void aFewMissedCharactersStillLookLikeOneAndManyDoNot() {
            assertThat(RecoveryKey.looksLikeOne(typed(SAMPLE.substring(0, SAMPLE.length() - 4))))
                    .isTrue();
            assertThat(RecoveryKey.looksLikeOne(typed(SAMPLE.substring(0, SAMPLE.length() - 14))))
                    .isFalse();
            assertThat(RecoveryKey.looksLikeOne(typed(SAMPLE.replace("-", "")))).isFalse();
            assertThat(RecoveryKey.looksLikeOne(typed(SAMPLE.replace('-', '.'))))
                    .isFalse();
            assertThat(sample()).hasToString("RecoveryKey[hidden]");
        }

        private RecoveryKey read(String text) {
            return RecoveryKey.in(typed(text)).orElseThrow();
        }
    }

    @Nested
    class OfAVault {
        @Test
        void opensItWhereAPassphraseIsTyped() throws IOException {
            String recovery;
            try (var vault = VaultFile.create(file(), typed("forgotten"), KdfCost.LEAST)) {
                assertThat(vault.waysIn().hasRecoveryKey()).isFalse();
                recovery = text(vault.waysIn().newRecoveryKey());
                assertThat(vault.waysIn().hasRecoveryKey()).isTrue();
                assertThat(vault.waysIn().isPassphrase(typed(recovery))).isTrue();
            }
            try (var vault = VaultFile.open(file(), typed(recovery))) {
                vault.waysIn().changePassphrase(typed("new one"), KdfCost.LEAST);
            }
            VaultFile.open(file(), typed("new one")).close();
            VaultFile.open(file(), typed(recovery)).close();
            assertThat(kindOf("forgotten")).isEqualTo(WrongPassphraseException.Kind.PASSPHRASE);
        }

        @Test
        void isReplacedByTheNextOneAndCanBeRemoved() throws IOException {
            try (var vault = VaultFile.create(file(), typed("right"), KdfCost.LEAST)) {
                var first = text(vault.waysIn().newRecoveryKey());
                var second = text(vault.waysIn().newRecoveryKey());
                assertThat(kindOf(first)).isEqualTo(WrongPassphraseException.Kind.OTHER_RECOVERY_KEY);
                VaultFile.open(file(), typed(second)).close();

                assertThat(vault.waysIn().removeRecoveryKey()).isTrue();
                assertThat(vault.waysIn().removeRecoveryKey()).isFalse();
                assertThat(kindOf(second)).isEqualTo(WrongPassphraseException.Kind.OTHER_RECOVERY_KEY);
                VaultFile.open(file(), typed("right")).close();
            }
        }

        @Test
        void aTypingMistakeIsToldFromAWrongPassphrase() throws IOException {
            VaultFile.create(file(), typed("right"), KdfCost.LEAST).close();
            var mistyped = text(sample()).replaceFirst("^.", "9");

            assertThat(kindOf(mistyped)).isEqualTo(WrongPassphraseException.Kind.MISTYPED_RECOVERY_KEY);
            assertThat(kindOf(text(sample()))).isEqualTo(WrongPassphraseException.Kind.OTHER_RECOVERY_KEY);
        }

        private WrongPassphraseException.Kind kindOf(String wrong) {
            var caught = Objects.requireNonNull(assertThatExceptionOfType(WrongPassphraseException.class)
                    .isThrownBy(() -> VaultFile.open(file(), typed(wrong)))
                    .actual());
            assertThat(caught.getMessage()).doesNotContain(wrong);
            return caught.kind();
        }
    }

    @Nested
    class AsTheOnlyWayIn {
        private final SecureRandom random = new SecureRandom();

        @Test
        void isNeverRemoved() throws IOException {
            var recovery = RecoveryKey.random(random);
            byte[] id = new byte[16];
            try (var vaultKey = Key.random(random, 32)) {
                var slot = Slot.ofRandomKey(SlotType.RECOVERY_KEY, recovery.key(), vaultKey, id, random);
                var sealed = Sealing.of(id, 1, List.of(slot), random)
                        .seal(new Payload(1, Ancestry.none(), Vault.empty()), vaultKey);
                Files.write(file(), sealed.toByteArray());
            }
            try (var vault = VaultFile.open(file(), typed(text(recovery)))) {
                assertThatIllegalStateException()
                        .isThrownBy(vault.waysIn()::removeRecoveryKey)
                        .withMessageContaining("only way in");
                assertThat(vault.waysIn().hasRecoveryKey()).isTrue();
                assertThat(vault.waysIn().isWeak()).isFalse();
            }
            VaultFile.open(file(), typed(text(recovery))).close();
        }

        @Test
        void isNotShownWhereItWasNotSaved() throws IOException {
            try (var vault = VaultFile.create(file(), typed("right"), KdfCost.LEAST)) {
                Files.delete(file());
                assertThatExceptionOfType(NotSavedException.class).isThrownBy(vault.waysIn()::newRecoveryKey);
                assertThat(vault.waysIn().hasRecoveryKey()).isFalse();
            }
        }
    }

    @Nested
    class AWeakSlot {
        private static final Argon2id STRONGER = new Argon2id(20 * 1024, 1, 1);

        @Test
        void isMadeStrongerByTheNextSave() throws IOException {
            try (var vault = VaultFile.create(file(), typed("right"), KdfCost.LEAST)) {
                assertThat(vault.waysIn().isWeak()).isTrue();
                assertThat(vault.waysIn().strengthen(typed("wrong"), STRONGER)).isFalse();
                assertThat(vault.waysIn().strengthen(typed("right"), KdfCost.LEAST))
                        .isFalse();
                assertThat(vault.waysIn().strengthen(typed("right"), STRONGER)).isTrue();
                assertThat(costs()).containsExactly(KdfCost.LEAST);

                vault.waysIn().newRecoveryKey().close();

                assertThat(costs()).containsExactly(STRONGER);
                assertThat(vault.waysIn().strengthen(typed("neither"), KdfCost.LEAST_FOR_NEW))
                        .isFalse();
                assertThat(vault.waysIn().isWeak())
                        .as("not weak enough to be left alone")
                        .isTrue();
                vault.waysIn().changePassphrase(typed("right"), KdfCost.LEAST_FOR_NEW);
                assertThat(vault.waysIn().isWeak()).isFalse();
            }
            VaultFile.open(file(), typed("right")).close();
        }

        @Test
        void staysAsItIsWhereThePassphraseWasChangedMeanwhile() throws IOException {
            try (var vault = VaultFile.create(file(), typed("right"), KdfCost.LEAST)) {
                vault.waysIn().strengthen(typed("right"), STRONGER);
                vault.waysIn().changePassphrase(typed("other"), KdfCost.LEAST);
                vault.waysIn().newRecoveryKey().close();

                assertThat(costs()).containsExactly(KdfCost.LEAST);
            }
            VaultFile.open(file(), typed("other")).close();
        }

        private List<Argon2id> costs() throws IOException {
            return SealedVault.parse(Files.readAllBytes(file())).header().slots().stream()
                    .filter(Slot::isOfPassphrase)
                    .map(Slot::cost)
                    .toList();
        }
    }
}
