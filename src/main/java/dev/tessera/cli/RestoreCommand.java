package dev.tessera.cli;

import dev.tessera.session.EntryQuery;
import dev.tessera.vault.Entry;
import dev.tessera.vault.Vault;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;

/// `tessera restore`
@Command(
        name = "restore",
        description = "Take an account out of the bin.",
        footer = {"", "To restore an earlier version of the whole vault, use tessera vault restore."})
final class RestoreCommand extends BinCommand {
    RestoreCommand(Surroundings surroundings) {
        super(surroundings, "restored");
    }

    @Override
    List<Entry> fitting(EntryQuery words, Vault content) throws Failure {
        var fitting = words.inBin(content);
        if (fitting.isEmpty()) {
            throw new Failure(
                    ExitCode.NOTHING_FOUND, "no account in the bin matches", "tessera list --bin shows all of them");
        }
        return fitting;
    }

    @Override
    Vault moved(Vault content, Entry entry, Instant now) {
        return content.restore(entry.id(), now);
    }
}
