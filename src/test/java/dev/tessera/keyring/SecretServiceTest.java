package dev.tessera.keyring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tessera.crypto.Key;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretServiceTest {
    private static final byte[] VAULT = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};
    private static final byte[] OTHER = new byte[16];

    @TempDir
    private Path folder;

    private TestKeyring desktop;
    private Keyring keyring;

    @BeforeEach
    void startTheKeyring() throws IOException {
        desktop = TestKeyring.start(folder.toRealPath());
        keyring = desktop.keyring();
    }

    @AfterEach
    void end() {
        if (desktop != null) {
            desktop.close();
        }
    }

    @Test
    void keepsOneKeyForEachVault() throws IOException {
        assertThat(keyring.find(VAULT, true)).isEmpty();
        keyring.keep(VAULT, "accounts.tessera", key(1));
        keyring.keep(OTHER, "others.tessera", key(2));
        assertKeeps(VAULT, 1);
        keyring.keep(VAULT, "accounts.tessera", key(3));
        assertKeeps(VAULT, 3);
        keyring.forget(VAULT);
        assertThat(keyring.find(VAULT, true)).isEmpty();
        assertKeeps(OTHER, 2);
        keyring.forget(VAULT);
    }

    @Test
    void saysSoWhenNobodyAnswers() {
        desktop.endKeeper();
        assertThatExceptionOfType(KeyringException.class)
                .isThrownBy(() -> keyring.find(VAULT, false))
                .withMessageContaining("keyring of this desktop");
    }

    @Test
    void saysSoWhereThereIsNoBus() {
        var nowhere = new SecretService("unix:path=" + folder.resolve("nothing"));
        assertThatExceptionOfType(KeyringException.class)
                .isThrownBy(() -> nowhere.find(VAULT, false))
                .withMessageContaining("cannot be reached");
    }

    private void assertKeeps(byte[] vaultId, int number) throws IOException {
        try (var found = keyring.find(vaultId, false).orElseThrow();
                var expected = key(number)) {
            assertThat(found.isSameAs(expected)).isTrue();
        }
    }

    private static Key key(int number) {
        byte[] bytes = new byte[32];
        bytes[31] = (byte) number;
        return Key.copyOf(bytes);
    }
}
