package dev.tessera.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.tessera.crypto.Argon2id;
import dev.tessera.crypto.Passphrase;
import dev.tessera.otp.Account;
import dev.tessera.otp.Credential;
import dev.tessera.otp.HmacAlgorithm;
import dev.tessera.otp.OtpParameters;
import dev.tessera.otp.OtpParameters.Hotp;
import dev.tessera.otp.OtpParameters.Totp;
import dev.tessera.otp.Secret;
import dev.tessera.vault.Entry;
import dev.tessera.vault.Vault;
import dev.tessera.vault.file.KdfCost;
import dev.tessera.vault.file.WrongPassphraseException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultSessionTest {
    private static final Argon2id CHEAP = KdfCost.LEAST;
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-25T12:00:00Z"));

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("accounts.tessera");
    }

    @Test
    void keepsAnAccountUntilTheNextUnlock() throws IOException {
        Entry added;
        try (var session = create()) {
            added = session.add(totp("Pexip"));
            assertThat(session.vault().entries()).containsExactly(added);
        }
        try (var session = unlock()) {
            assertThat(session.vault().entries()).containsExactly(totpEntry(added));
            assertThat(session.file()).isEqualTo(file.toRealPath());
        }
    }

    @Test
    void refusesAnotherPassphraseAMissingFileAndATakenName() throws IOException {
        create().close();
        assertThatExceptionOfType(WrongPassphraseException.class)
                .isThrownBy(() -> VaultSession.unlock(file, passphrase("other"), CLOCK));
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> VaultSession.unlock(folder.resolve("none.tessera"), passphrase("a"), CLOCK));
        byte[] before = Files.readAllBytes(file);
        assertThatExceptionOfType(FileAlreadyExistsException.class).isThrownBy(this::create);
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void refusesAnEmptyPassphraseForANewVault() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VaultSession.create(file, passphrase(""), CHEAP, CLOCK))
                .withMessageContaining("empty");
        assertThat(file).doesNotExist();
    }

    @Test
    void opensWithAnAccentTypedTheOtherWay() throws IOException {
        VaultSession.create(file, passphrase("caf\u00e9"), CHEAP, CLOCK).close();
        try (var session = VaultSession.unlock(file, passphrase("cafe\u0301"), CLOCK)) {
            assertThat(session.vault()).isEqualTo(Vault.empty());
        }
    }

    @Test
    void tellsListenersOfEachChangeAndOnlyOfChanges() throws IOException {
        try (var session = create()) {
            var heard = new ArrayList<Vault>();
            session.onChange(heard::add);
            var entry = session.add(totp("Pexip"));
            session.edit(vault -> vault);
            session.edit(vault -> vault.moveToBin(entry.id(), CLOCK.instant()));
            assertThat(heard).hasSize(2);
            assertThat(heard.getLast()).isEqualTo(session.vault());
            assertThat(session.vault().binned()).extracting(Entry::id).containsExactly(entry.id());
        }
    }

    @Test
    void findsTheSameAccountAgain() throws IOException {
        try (var session = create()) {
            var entry = session.add(totp("Pexip"));
            assertThat(session.duplicateOf(totp("Another name"))).contains(entry);
            session.edit(vault -> vault.moveToBin(entry.id(), CLOCK.instant()));
            assertThat(session.duplicateOf(totp("Pexip"))).isEmpty();
        }
    }

    @Test
    void savesTheNextCounterBeforeItGivesTheCodeOfThisOne() throws IOException {
        UUID id;
        try (var session = create()) {
            id = session.add(account("Bank", new Hotp(HmacAlgorithm.SHA1, 6, 7)))
                    .id();
            assertThat(session.nextHotpCode(id).text())
                    .as("RFC 4226 appendix D")
                    .isEqualTo("162583");
            assertThat(session.nextHotpCode(id).text()).isEqualTo("399871");
        }
        try (var session = unlock()) {
            assertThat(session.nextHotpCode(id).text()).isEqualTo("520489");
        }
    }

    @Test
    void givesNoCounterCodeForOtherEntries() throws IOException {
        try (var session = create()) {
            var totp = session.add(totp("Pexip"));
            assertThatIllegalArgumentException().isThrownBy(() -> session.nextHotpCode(totp.id()));
            assertThatExceptionOfType(NoSuchElementException.class)
                    .isThrownBy(() -> session.nextHotpCode(UUID.randomUUID()));
        }
    }

    @Test
    void showsNoCounterCodeTwiceToTwoProcesses() throws IOException {
        try (var here = create();
                var there = unlock()) {
            var id = here.add(account("Bank", new Hotp(HmacAlgorithm.SHA1, 6, 0)))
                    .id();
            there.refresh();
            assertThat(here.nextHotpCode(id).text()).isEqualTo("755224");
            assertThat(there.nextHotpCode(id).text()).isEqualTo("287082");
            assertThat(here.nextHotpCode(id).text()).isEqualTo("359152");
        }
    }

    @Test
    void hearsOfWhatAnotherSessionSaved() throws IOException {
        try (var here = create();
                var there = unlock()) {
            var heard = new ArrayList<Vault>();
            there.onChange(heard::add);
            here.add(totp("Pexip"));
            assertThat(there.refresh()).isTrue();
            assertThat(there.refresh()).isFalse();
            assertThat(heard).containsExactly(here.vault());
        }
    }

    @Test
    void changesThePassphrase() throws IOException {
        try (var session = create()) {
            session.add(totp("Pexip"));
            assertThat(session.isPassphrase(passphrase("correct horse"))).isTrue();
            session.changePassphrase(passphrase("battery staple"), CHEAP);
            assertThat(session.isPassphrase(passphrase("correct horse"))).isFalse();
            assertThat(session.isPassphrase(passphrase("battery staple"))).isTrue();
        }
        assertThatExceptionOfType(WrongPassphraseException.class).isThrownBy(this::unlock);
        try (var session = VaultSession.unlock(file, passphrase("battery staple"), CLOCK)) {
            assertThat(session.vault().entries()).hasSize(1);
        }
    }

    @Test
    void wipesEverySecretWhenItLocks() throws IOException {
        var first = totp("First");
        var second = totp("Second");
        var session = create();
        var id = session.add(first).id();
        session.edit(vault -> vault.without(id, CLOCK.instant()));
        session.add(second);
        session.close();
        assertThat(first.credential().secret().isClosed()).as("removed before").isTrue();
        assertThat(second.credential().secret().isClosed()).isTrue();
        assertThatIllegalStateException().isThrownBy(session::vault);
        assertThatIllegalStateException().isThrownBy(() -> session.edit(vault -> vault));
        assertThatIllegalStateException().isThrownBy(session::refresh);
        assertThatIllegalStateException().isThrownBy(() -> session.isPassphrase(passphrase("correct horse")));
    }

    private VaultSession create() throws IOException {
        return VaultSession.create(file, passphrase("correct horse"), CHEAP, CLOCK);
    }

    private VaultSession unlock() throws IOException {
        return VaultSession.unlock(file, passphrase("correct horse"), CLOCK);
    }

    private static Passphrase passphrase(String text) {
        return Passphrase.copyOf(text.toCharArray());
    }

    private static Account totp(String issuer) {
        return account(issuer, Totp.standard());
    }

    private static Account account(String issuer, OtpParameters parameters) {
        var secret = Secret.copyOf("12345678901234567890".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        return new Account(issuer, "ann@example.org", new Credential(secret, parameters));
    }

    /// The same entry with a secret of its own, since the session wiped that of the first one.
    private static Entry totpEntry(Entry entry) {
        return new Entry(entry.id(), totp(entry.account().issuer()), entry.details(), entry.usage(), entry.stamps());
    }
}
