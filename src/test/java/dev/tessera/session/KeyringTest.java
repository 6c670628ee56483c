package dev.tessera.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tessera.crypto.Passphrase;
import dev.tessera.keyring.Keyring;
import dev.tessera.keyring.KeyringException;
import dev.tessera.keyring.MemoryKeyring;
import dev.tessera.keyring.TestKeyring;
import dev.tessera.vault.file.KdfCost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A vault that the keyring of a computer opens, and what happens when it does not.
class KeyringTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-26T12:00:00Z"));

    @TempDir
    private Path folder;

    private final MemoryKeyring keyring = new MemoryKeyring();
    private Path file;

    @BeforeEach
    void createAVault() throws IOException {
        file = folder.toRealPath().resolve("accounts.tessera");
        VaultSession.create(file, passphrase(), KdfCost.LEAST, CLOCK).close();
    }

    @Test
    void gnomesOpensItUntilItIsShutOut() throws IOException {
        try (var desktop = TestKeyring.start(folder.toRealPath())) {
            var gnomes = desktop.keyring();
            assertThat(isOpenedBy(gnomes)).isFalse();
            withPassphrase(session -> session.letIn(gnomes));
            assertThat(isOpenedBy(gnomes)).isTrue();
            withPassphrase(session -> {
                assertThat(session.isOpenedBy(gnomes)).isTrue();
                session.edit(vault -> vault.withSetting("saved", "since"));
            });
            assertThat(isOpenedBy(gnomes)).isTrue();
            withPassphrase(session -> session.shutOut(gnomes));
            assertThat(isOpenedBy(gnomes)).isFalse();
            withPassphrase(session -> assertThat(session.isOpenedBy(gnomes)).isFalse());
        }
    }

    @Test
    void aKeyringThatIsClosedIsAskedOnlyWhenItMayAsk() throws IOException {
        withPassphrase(session -> session.letIn(keyring));
        keyring.closed = true;
        assertThat(VaultSession.unlock(file, keyring, false, CLOCK)).isEmpty();
        var opened = VaultSession.unlock(file, keyring, true, CLOCK);
        assertThat(opened).isPresent();
        opened.get().close();
    }

    @Test
    void anotherComputersKeyringStaysLetIn() throws IOException {
        var other = new MemoryKeyring();
        withPassphrase(session -> {
            session.letIn(keyring);
            session.letIn(other);
            session.shutOut(keyring);
        });
        assertThat(keyring.isEmpty()).isTrue();
        assertThat(isOpenedBy(keyring)).isFalse();
        assertThat(isOpenedBy(other)).isTrue();
    }

    @Test
    void whereThereIsNoPlaceLeftTheFirstIsOut() throws IOException {
        var first = new MemoryKeyring();
        withPassphrase(session -> {
            session.letIn(first);
            for (int i = 0; i < 14; i++) {
                session.letIn(new MemoryKeyring());
            }
            assertThat(session.isOpenedBy(first)).isTrue();
            session.letIn(keyring);
        });
        assertThat(isOpenedBy(first)).isFalse();
        assertThat(isOpenedBy(keyring)).isTrue();
        withPassphrase(session -> assertThat(session.hasRecoveryKey()).isFalse());
    }

    @Test
    void aKeyThatNoLongerFitsOpensNothing() throws IOException {
        byte[] before = Files.readAllBytes(file);
        withPassphrase(session -> session.letIn(keyring));
        Files.write(file, before);
        assertThat(isOpenedBy(keyring)).as("the vault knows of no keyring").isFalse();
        withPassphrase(session -> session.letIn(new MemoryKeyring()));
        assertThat(isOpenedBy(keyring)).as("the vault knows of others").isFalse();
        withPassphrase(session -> assertThat(session.isOpenedBy(keyring)).isFalse());
    }

    @Test
    void whatAKeyringDoesNotDoIsToldAndChangesNothing() throws IOException {
        withPassphrase(session -> session.letIn(keyring));
        byte[] before = Files.readAllBytes(file);
        keyring.broken = true;
        assertThatExceptionOfType(KeyringException.class).isThrownBy(() -> isOpenedBy(keyring));
        withPassphrase(session -> {
            assertThatExceptionOfType(KeyringException.class).isThrownBy(() -> session.isOpenedBy(keyring));
            assertThatExceptionOfType(KeyringException.class).isThrownBy(() -> session.letIn(keyring));
            assertThatExceptionOfType(KeyringException.class).isThrownBy(() -> session.shutOut(keyring));
        });
        assertThat(file).hasBinaryContent(before);
    }

    private boolean isOpenedBy(Keyring asked) throws IOException {
        var opened = VaultSession.unlock(file, asked, true, CLOCK);
        opened.ifPresent(VaultSession::close);
        return opened.isPresent();
    }

    private interface Use {
        void of(VaultSession session) throws IOException;
    }

    private void withPassphrase(Use use) throws IOException {
        try (var passphrase = passphrase();
                var session = VaultSession.unlock(file, passphrase, CLOCK)) {
            use.of(session);
        }
    }

    private static Passphrase passphrase() {
        return Passphrase.copyOf("right".toCharArray());
    }
}
