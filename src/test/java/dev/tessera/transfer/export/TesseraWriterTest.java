package dev.tessera.transfer.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tessera.crypto.Passphrase;
import dev.tessera.vault.Entry;
import dev.tessera.vault.Unknown;
import dev.tessera.vault.Vault;
import dev.tessera.vault.file.VaultFile;
import dev.tessera.vault.file.WrongPassphraseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TesseraWriterTest {
    private static final String TYPED = "an owl in the attic";

    @TempDir
    private Path folder;

    private Path written(Vault vault, List<Entry> chosen) throws IOException {
        var plan = ExportPlan.of(ReadBack.tessera(), vault, chosen);
        assertThat(plan.losses()).isEmpty();
        return Files.write(folder.resolve("backup.tessera"), ReadBack.sealed(plan, TYPED));
    }

    private static Vault content(Path file, String typed) throws IOException {
        try (var passphrase = Passphrase.copyOf(typed.toCharArray());
                var opened = VaultFile.open(file, passphrase)) {
            return opened.vault();
        }
    }

    @Test
    void itIsAVaultWithAllThatWasInTheOtherOne() throws IOException {
        var whole = Samples.vault(Samples.ofEachKind())
                .withUnknown(new Unknown(List.of(), Map.of("/later", "{\"a\":true}")));
        var file = written(whole, whole.entries());
        try (var passphrase = Passphrase.copyOf(TYPED.toCharArray());
                var opened = VaultFile.open(file, passphrase)) {
            assertThat(opened.vault()).isEqualTo(whole);
            assertThat(opened.generation()).isEqualTo(1);
        }
    }

    @Test
    void aPartOfItBringsItsOwnTagsAlone() throws IOException {
        var whole = Samples.vault(Samples.ofEachKind());
        var untagged = content(written(whole, List.of(whole.entries().getFirst())), TYPED);
        assertThat(untagged.entries()).hasSize(1);
        assertThat(untagged.tags()).isEmpty();
        assertThat(untagged.settings()).isEmpty();
    }

    @Test
    void twoOfThemHaveNothingInCommon() throws IOException {
        var whole = Samples.vault(Samples.ofEachKind());
        byte[] one = Files.readAllBytes(written(whole, whole.entries()));
        byte[] other = Files.readAllBytes(written(whole, whole.entries()));
        assertThat(Arrays.copyOfRange(one, 10, 26)).isNotEqualTo(Arrays.copyOfRange(other, 10, 26));
    }

    @Test
    void anotherPassphraseDoesNotOpenIt() throws IOException {
        var whole = Samples.vault(Samples.ofEachKind());
        var file = written(whole, whole.entries());
        assertThatThrownBy(() -> content(file, "another")).isInstanceOf(WrongPassphraseException.class);
    }

    @Test
    void thereIsNoneWithoutAPassphrase() {
        var whole = Samples.vault(Samples.ofEachKind());
        for (var exporter : List.of(ReadBack.tessera(), new ProtonWriter())) {
            var plan = ReadBack.plan(exporter, whole);
            assertThatThrownBy(() -> ReadBack.sealed(plan, ""))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the passphrase is empty");
        }
    }
}
