package dev.tessera.vault.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.crypto.Passphrase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeenGenerationsTest {
    private final Path file;
    private final Path state;
    private final Machine machine;

    SeenGenerationsTest(@TempDir Path folder) {
        file = folder.resolve("shared").resolve("a.tessera");
        state = folder.resolve("state");
        machine = new Machine(new DiskCalls(), new SecureRandom(), SeenGenerations.in(state));
    }

    @BeforeEach
    void saveThreeTimes() throws IOException {
        try (var vault = VaultFile.create(file, passphrase(), KdfCost.LEAST, machine)) {
            Files.copy(file, file.resolveSibling("first"));
            vault.save(content -> content.withSetting("a", "1"));
            vault.save(content -> content.withSetting("a", "2"));
        }
    }

    @Test
    void anOlderFileInItsPlaceIsTold() throws IOException {
        Files.write(file, Files.readAllBytes(file.resolveSibling("first")));

        try (var vault = open()) {
            assertThat(vault.generation()).isEqualTo(1);
            assertThat(vault.newerSeen()).isEqualTo(OptionalLong.of(3));
            vault.save(content -> content.withSetting("a", "3"));
            assertThat(vault.newerSeen()).isEmpty();
            assertThat(vault.generation()).as("newer than what was seen").isEqualTo(4);
        }
        try (var vault = open()) {
            assertThat(vault.newerSeen()).isEmpty();
        }
    }

    @Test
    void theNewerFileComingBackIsToldNoMore() throws IOException {
        var newest = Files.readAllBytes(file);
        Files.write(file, Files.readAllBytes(file.resolveSibling("first")));

        try (var vault = open()) {
            Files.write(file, newest);
            vault.refresh();
            assertThat(vault.newerSeen()).isEmpty();
            assertThat(vault.vault().settings()).containsEntry("a", "2");
        }
    }

    @Test
    void whatWasSeenElsewhereCounts() throws IOException {
        try (var elsewhere = VaultFile.open(file, passphrase(), new Machine(new DiskCalls(), new SecureRandom()))) {
            elsewhere.save(content -> content.withSetting("a", "3"));
        }
        open().close();
        Files.write(file, Files.readAllBytes(file.resolveSibling("first")));

        try (var vault = open()) {
            assertThat(vault.newerSeen()).isEqualTo(OptionalLong.of(4));
        }
    }

    @Test
    void aMemoryThatCannotBeReadOrWrittenIsNeverInTheWay() throws IOException {
        try (var files = Files.newDirectoryStream(state)) {
            for (var seen : files) {
                Files.writeString(seen, "much");
            }
        }
        open().close();
        var noFolder = new Machine(new DiskCalls(), new SecureRandom(), SeenGenerations.in(file));
        try (var vault = VaultFile.open(file, passphrase(), noFolder)) {
            vault.save(content -> content.withSetting("a", "3"));
            assertThat(vault.newerSeen()).isEmpty();
        }
    }

    @Test
    void whatWasTakenInFromOthersCounts() throws IOException {
        byte[] first = Files.readAllBytes(file);
        try (var vault = open()) {
            try (var elsewhere = VaultFile.open(file, passphrase(), new Machine(new DiskCalls(), new SecureRandom()))) {
                elsewhere.save(content -> content.withSetting("a", "3"));
            }
            vault.refresh();
        }
        Files.write(file, first);
        try (var vault = open()) {
            assertThat(vault.newerSeen()).isPresent();
        }
    }

    @Test
    void aNumberThatIsLongerThanAnyIsNotRead() throws IOException {
        try (var files = Files.newDirectoryStream(state)) {
            for (var seen : files) {
                Files.writeString(seen, "9" + " ".repeat(1000));
            }
        }
        try (var vault = open()) {
            assertThat(vault.newerSeen()).isEmpty();
        }
    }

    @Test
    void nothingIsKnownOfAVaultSeenForTheFirstTime() throws IOException {
        try (var vault = VaultFile.create(file.resolveSibling("b.tessera"), passphrase(), KdfCost.LEAST, machine)) {
            assertThat(vault.newerSeen()).isEmpty();
        }
    }

    @Test
    void theLastNumberOfAllIsNoTrap() throws IOException {
        var kit = new KitFile();
        kit.generation = Long.MAX_VALUE;
        Files.write(file, kit.build());
        try (var passphrase = Passphrase.copyOf(KitFile.PASSPHRASE.toCharArray());
                var vault = VaultFile.open(file, passphrase, machine)) {
            vault.save(content -> content.withSetting("a", "b"));
            assertThat(vault.generation()).isEqualTo(Long.MAX_VALUE);
        }
    }

    private VaultFile open() throws IOException {
        return VaultFile.open(file, passphrase(), machine);
    }

    private static Passphrase passphrase() {
        return Passphrase.copyOf("right".toCharArray());
    }
}
