package dev.tessera.cli;

import dev.tessera.session.EntryQuery;
import dev.tessera.vault.Entry;
import dev.tessera.vault.Vault;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;

/// `tessera rm`
@Command(
        name = "rm",
        description = "Move an account to the bin.",
        footer = {"", "Nothing is lost: tessera restore takes it out again, tessera list --bin shows what is there."})
final class RemoveCommand extends BinCommand {
    RemoveCommand(Surroundings surroundings) {
        super(surroundings, "binned");
    }

    @Override
    List<Entry> fitting(EntryQuery words, Vault content) {
        return words.in(content);
    }

    @Override
    Vault moved(Vault content, Entry entry, Instant now) {
        return content.moveToBin(entry.id(), now);
    }
}
