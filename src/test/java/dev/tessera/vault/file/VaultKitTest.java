package dev.tessera.vault.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tessera.crypto.Passphrase;
import dev.tessera.vault.file.VaultKit.Case;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each file of the kit is refused by the layer that must refuse it, or opens as it must.
class VaultKitTest {
    @TempDir
    private Path folder;

    static List<Case> kit() {
        return VaultKit.all();
    }

    @Test
    void hasAsManyFilesAsItPromises() {
        assertThat(kit()).hasSizeGreaterThanOrEqualTo(120);
        assertThat(kit().stream().map(Case::layer).distinct()).containsExactlyInAnyOrder(VaultKit.Layer.values());
    }

    @ParameterizedTest
    @MethodSource("kit")
    void isJudgedByTheRightLayer(Case one) throws IOException {
        Path file = Files.write(folder.resolve("kit.tessera"), one.file());
        switch (one.layer()) {
            case SOUND -> assertHolds(file, 2, 0);
            case SET_ASIDE -> assertHolds(file, 1, 1);
            case LATER_VERSION -> assertRefused(file, UnsupportedVaultVersionException.class, "newest version");
            case COMMITMENT -> assertRefused(file, WrongPassphraseException.class, "not the passphrase");
            default -> assertRefused(file, CorruptVaultException.class, one.layer().words);
        }
        assertThat(file).hasBinaryContent(one.file());
    }

    private static void assertRefused(Path file, Class<? extends VaultException> kind, String words) {
        assertThatExceptionOfType(kind).isThrownBy(() -> open(file)).withMessageContaining(words);
    }

    private static void assertHolds(Path file, int entries, int setAside) throws IOException {
        try (var vault = open(file)) {
            assertThat(vault.vault().entries()).hasSize(entries);
            assertThat(vault.vault().setAside()).hasSize(setAside);
        }
    }

    private static VaultFile open(Path file) throws IOException {
        try (var passphrase = Passphrase.copyOf(KitFile.PASSPHRASE.toCharArray())) {
            return VaultFile.open(file, passphrase);
        }
    }
}
