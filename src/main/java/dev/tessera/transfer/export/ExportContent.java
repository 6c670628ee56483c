package dev.tessera.transfer.export;

import dev.tessera.vault.Tag;
import dev.tessera.vault.Vault;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What is written.
///
/// @param vault that it comes from
/// @param entries the accounts, in the order of the list
/// @param now when
/// @param random for salts, keys and ids
public record ExportContent(Vault vault, List<ExportEntry> entries, Instant now, SecureRandom random) {
    public ExportContent {
        entries = List.copyOf(entries);
    }

    /// Those that an account bears.
    List<Tag> tags() {
        return vault.tags().stream()
                .filter(tag -> entries.stream().anyMatch(entry -> entry.tags().contains(tag)))
                .toList();
    }

    byte[] randomBytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /// A random one (RFC 9562, version 4).
    UUID newId() {
        long high = (random.nextLong() & ~0xf000L) | 0x4000L;
        long low = (random.nextLong() & ~(3L << 62)) | (1L << 63);
        return new UUID(high, low);
    }
}
