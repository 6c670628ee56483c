package dev.tessera.vault.file;

import dev.tessera.crypto.Key;
import dev.tessera.otp.Account;
import dev.tessera.otp.Credential;
import dev.tessera.otp.OtpParameters.Steam;
import dev.tessera.otp.OtpParameters.Totp;
import dev.tessera.otp.Secret;
import dev.tessera.vault.Entry;
import dev.tessera.vault.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/// A small vault to begin with, its content and its file, each with the byte that tells [VaultFuzz] which it is:
/// `VaultSeeds FOLDER`.
public final class VaultSeeds {
    private VaultSeeds() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        Instant now = Instant.ofEpochSecond(1_764_000_000);
        Secret secret = Secret.copyOf(new byte[20]);
        Vault vault = Vault.empty()
                .with(Entry.create(new Account("A", "a", new Credential(secret, Totp.standard())), now))
                .with(Entry.create(new Account("B", "", new Credential(secret, new Steam())), now))
                .withSetting("a", "b");
        Entry gone = Entry.create(new Account("C", "", new Credential(secret, Totp.standard())), now);
        vault = vault.with(gone).without(gone.id(), now);
        Payload payload = new Payload(Payload.VERSION, Ancestry.none(), vault);
        write(folder.resolve("content"), VaultJson.write(payload), 0);
        SecureRandom random = new SecureRandom();
        Key key = Key.copyOf(new byte[32]);
        Slot slot = Slot.ofRandomKey(SlotType.RECOVERY_KEY, key, key, new byte[16], random);
        write(
                folder.resolve("file"),
                Sealing.of(new byte[16], 1, List.of(slot), random).seal(payload, key).toByteArray(),
                1);
    }

    private static void write(Path file, byte[] bytes, int kind) throws IOException {
        byte[] all = Arrays.copyOf(bytes, bytes.length + 1);
        all[bytes.length] = (byte) kind;
        Files.write(file, all);
    }
}
