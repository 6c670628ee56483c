package dev.tessera.vault.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.crypto.Key;
import dev.tessera.crypto.Passphrase;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Keys that the keyrings of computers keep.
class KeyringSlotsTest {
    @TempDir
    private Path folder;

    private final SecureRandom random = new SecureRandom();
    private final List<Key> keys = new ArrayList<>();
    private Path file;
    private VaultFile vault;

    @BeforeEach
    void create() throws IOException {
        file = folder.resolve("personal.tessera");
        try (var passphrase = Passphrase.copyOf("right".toCharArray())) {
            vault = VaultFile.create(file, passphrase, KdfCost.LEAST);
        }
    }

    @AfterEach
    void close() {
        vault.close();
        keys.forEach(Key::close);
    }

    @Test
    void aKeyThatIsLetInOpensTheVaultUntilItIsShutOut() throws IOException {
        var mine = key();
        var others = key();
        assertThat(VaultFile.idForKeyring(file)).isEmpty();
        assertThat(VaultFile.open(file, mine)).isEmpty();

        vault.waysIn().letIn(mine);
        vault.waysIn().letIn(others);

        assertThat(VaultFile.idForKeyring(file))
                .hasValueSatisfying(id -> assertThat(id).hasSize(16));
        assertThat(vault.waysIn().isLetIn(mine)).isTrue();
        assertThat(vault.waysIn().isLetIn(key())).isFalse();
        assertThat(opens(mine)).isTrue();
        assertThat(vault.waysIn().shutOut(mine)).isTrue();
        assertThat(vault.waysIn().shutOut(mine)).as("it was not in any more").isFalse();
        assertThat(opens(mine)).isFalse();
        assertThat(opens(others)).as("that of another computer").isTrue();
        assertThat(opensByPassphrase()).isTrue();
    }

    @Test
    void whereThereIsNoPlaceTheFirstOfThemIsOut() throws IOException {
        var first = key();
        vault.waysIn().letIn(first);
        for (int slots = 2; slots < VaultHeader.MAX_SLOTS; slots++) {
            vault.waysIn().letIn(key());
        }
        assertThat(opens(first)).as("with %d slots", VaultHeader.MAX_SLOTS).isTrue();

        var last = key();
        vault.waysIn().letIn(last);

        assertThat(opens(first)).isFalse();
        assertThat(opens(last)).isTrue();
        assertThat(opens(keys.get(1))).as("the second").isTrue();
        assertThat(opensByPassphrase()).isTrue();
    }

    private Key key() {
        var key = Key.random(random, 32);
        keys.add(key);
        return key;
    }

    private boolean opens(Key key) throws IOException {
        var opened = VaultFile.open(file, key);
        opened.ifPresent(VaultFile::close);
        return opened.isPresent();
    }

    private boolean opensByPassphrase() throws IOException {
        try (var passphrase = Passphrase.copyOf("right".toCharArray());
                var opened = VaultFile.open(file, passphrase)) {
            return opened.vault().entries().isEmpty();
        }
    }
}
