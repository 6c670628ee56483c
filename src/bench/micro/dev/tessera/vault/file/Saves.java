package dev.tessera.vault.file;

import bench.Accounts;
import dev.tessera.crypto.Argon2id;
import dev.tessera.crypto.Key;
import dev.tessera.crypto.Passphrase;
import dev.tessera.vault.Details;
import dev.tessera.vault.Entry;
import dev.tessera.vault.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// A vault file on the disk of the build's folder: one entry changed and all saved, as the format says, with everything
/// forced to the disk; and opened with its key, without what it takes to derive that.
@State(Scope.Thread)
public class Saves {
    @Param({"10", "1000", "10000", "100000"})
    public int entries;

    private Path folder;
    private Path path;
    private VaultFile file;
    private Key key;
    private UUID changed;
    private int notes;

    @Setup
    public void prepare() throws IOException {
        folder = Files.createTempDirectory(Path.of(System.getProperty("tessera.target")), "saves");
        path = folder.resolve("bench.tessera");
        var all = Accounts.entries(entries);
        changed = all.get(entries / 2).id();
        try (var passphrase = Passphrase.copyOf("a bench".toCharArray())) {
            file = VaultFile.create(path, passphrase, new Argon2id(19_456, 1, 1));
            file.save(vault -> vault.withNew(all, List.of()));
            key = SealedVault.parse(Files.readAllBytes(path)).header().unlock(passphrase);
        }
    }

    @Benchmark
    public Vault save() throws IOException {
        return file.save(vault -> vault.change(changed, this::noted));
    }

    private Entry noted(Entry entry) {
        return entry.withDetails(new Details(Set.of(), "note " + notes++, false), Instant.EPOCH);
    }

    @Benchmark
    public Object open() throws IOException {
        return VaultState.open(SealedVault.parse(Files.readAllBytes(path)), key);
    }

    @TearDown
    public void remove() throws IOException {
        key.close();
        file.close();
        try (var left = Files.walk(folder)) {
            for (var one : left.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }
}
