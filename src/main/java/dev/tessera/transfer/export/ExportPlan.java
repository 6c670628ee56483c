package dev.tessera.transfer.export;

import dev.tessera.crypto.Passphrase;
import dev.tessera.vault.Entry;
import dev.tessera.vault.Vault;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// An export before it is written: what of which account will not be in it.
///
/// @param exporter the target
/// @param vault what the accounts come from
/// @param entries those that are meant, each with its losses
public record ExportPlan(Exporter exporter, Vault vault, List<Planned> entries) {
    public ExportPlan {
        entries = List.copyOf(entries);
    }

    /// An account, and what of it the target cannot hold.
    public record Planned(ExportEntry entry, Set<Loss> losses) {

        /// Whether the whole account is left out.
        public boolean isLeftOut() {
            return losses.stream().anyMatch(Loss::leavesOut);
        }
    }

    /// @param chosen of the vault, in the order in which they are to be written
    public static ExportPlan of(Exporter exporter, Vault vault, List<Entry> chosen) {
        return new ExportPlan(
                exporter,
                vault,
                chosen.stream()
                        .map(entry -> ExportEntry.of(entry, vault))
                        .map(entry -> new Planned(entry, exporter.losses(entry)))
                        .toList());
    }

    /// The accounts that lose anything.
    public List<Planned> losses() {
        return entries.stream().filter(entry -> !entry.losses().isEmpty()).toList();
    }

    /// How many entries of the vault are lost because this release cannot use them. They belong to the whole list:
    /// where accounts were chosen from it, none was meant.
    public int setAside() {
        var meant = entries.stream().map(planned -> planned.entry().entry()).collect(Collectors.toSet());
        return exporter.holdsSetAside() || !meant.containsAll(vault.listed())
                ? 0
                : vault.setAside().size();
    }

    /// Whether everything that is meant will be in the file as it is.
    public boolean losesNothing() {
        return losses().isEmpty() && setAside() == 0;
    }

    /// The accounts that will be in the file.
    public List<ExportEntry> written() {
        return entries.stream()
                .filter(entry -> !entry.isLeftOut())
                .map(Planned::entry)
                .toList();
    }

    /// The bytes of the files, mostly of one. Takes time: not for a thread that draws.
    ///
    /// @throws IllegalStateException if the target seals, or nothing is left to be written
    public List<byte[]> write(Instant now, SecureRandom random) {
        if (exporter instanceof PlainExporter plain) {
            return plain.write(content(now, random));
        }
        throw new IllegalStateException(exporter.id() + " is encrypted: it needs a passphrase");
    }

    /// The bytes of the file. Takes a second or two: not for a thread that draws.
    ///
    /// @param passphrase from [SealedExporter#passphrase(char\[\])]
    /// @throws IllegalArgumentException if the passphrase is empty
    /// @throws IllegalStateException if the target does not seal, or nothing is left to be written
    public byte[] seal(Passphrase passphrase, Instant now, SecureRandom random) {
        if (passphrase.isEmpty()) {
            throw new IllegalArgumentException("the passphrase is empty");
        }
        if (exporter instanceof SealedExporter sealed) {
            return sealed.seal(content(now, random), passphrase);
        }
        throw new IllegalStateException(exporter.id() + " is not encrypted");
    }

    private ExportContent content(Instant now, SecureRandom random) {
        var written = written();
        if (written.isEmpty()) {
            throw new IllegalStateException("no account is left to be written");
        }
        return new ExportContent(vault, written, now, random);
    }
}
