package dev.tessera.vault.file;

import dev.tessera.crypto.Argon2id;
import dev.tessera.crypto.Key;
import dev.tessera.crypto.Passphrase;
import dev.tessera.vault.Vault;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/// Makes a vault that is not there yet.
final class NewVault {
    private NewVault() {}

    static VaultFile create(Path file, Passphrase passphrase, Argon2id cost, Machine machine) throws IOException {
        var path = machine.placeForNew(file);
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(path.toString());
        }
        var vaultKey = Key.random(machine.random(), 32);
        try (var lock = SaveLock.acquire(path)) {
            byte[] vaultId = new byte[16];
            machine.random().nextBytes(vaultId);
            var slot = Slot.ofPassphrase(passphrase, cost, vaultKey, vaultId, machine.random());
            var payload = new Payload(Payload.VERSION, Ancestry.none(), Vault.empty());
            var sealed = Sealing.of(vaultId, 1, List.of(slot), machine.random()).seal(payload, vaultKey);
            var notice = new SafeReplacement(path, machine).create(sealed.toByteArray());
            var created =
                    new VaultFile(path, vaultKey, machine, new VaultState(sealed.header(), payload, sealed.digest()));
            created.tell(lock, notice);
            return created;
        } catch (VaultException | FileAlreadyExistsException e) {
            vaultKey.close();
            throw e;
        } catch (IOException e) {
            vaultKey.close();
            throw NotSavedException.notCreated(e);
        }
    }
}
