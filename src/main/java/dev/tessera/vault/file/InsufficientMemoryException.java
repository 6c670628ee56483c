package dev.tessera.vault.file;

import dev.tessera.crypto.Argon2id;
import java.io.Serial;

/// The vault's key needs more memory than this process may use.
public final class InsufficientMemoryException extends VaultException {
    @Serial
    private static final long serialVersionUID = 1L;

    InsufficientMemoryException(Argon2id cost, long heapBytes) {
        super(
                "Opening this vault needs " + cost.memoryKib() / 1024 + " MiB of memory for its key, and Tessera "
                        + "can use "
                        + heapBytes / 1024 / 1024 / 2 + " MiB. Start Tessera with -Xmx" + cost.memoryKib() / 512
                        + "m or more.",
                null);
    }
}
