package dev.tessera.cli;

import dev.tessera.session.VaultSession;
import dev.tessera.vault.Difference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `tessera vault merge`
@Command(
        name = "merge",
        description = "Merge copies of the vault that were changed separately, such as a synchroniser's "
                + "conflict copies.",
        footer = {"", "The copies stay as they are. The vault as it was before becomes a backup."})
final class VaultMergeCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Output output;

    @Parameters(
            arity = "0..*",
            paramLabel = "COPY",
            description = "Copies of the vault; otherwise those that are next to it.")
    private List<Path> given = new ArrayList<>();

    @Mixin
    private final VaultOptions vault = new VaultOptions();

    @Mixin
    private final JsonOption json = new JsonOption();

    VaultMergeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        output = new Output(surroundings.terminal());
    }

    @Override
    public Integer call() throws Failure {
        try (var session = vault.unlock(surroundings)) {
            var copies = given.isEmpty() ? session.copies() : given;
            if (copies.isEmpty()) {
                throw new Failure(
                        ExitCode.NOTHING_FOUND,
                        "there is no copy of the vault next to it",
                        "give one: tessera vault merge COPY");
            }
            for (var copy : copies) {
                merge(session, copy);
            }
            VaultTrouble.tellNotices(session, output);
        } catch (IOException e) {
            throw VaultTrouble.with(vault.file(surroundings), e);
        }
        return ExitCode.DONE.number();
    }

    private void merge(VaultSession session, Path copy) throws Failure {
        var before = session.vault();
        try {
            session.merge(copy);
        } catch (IOException e) {
            throw VaultTrouble.with(copy, e);
        }
        tell(copy, Difference.between(before, session.vault()));
    }

    private void tell(Path copy, Difference difference) {
        int added = difference.added().size();
        int changed = difference.changed().size();
        int removed = difference.removed().size();
        if (json.isGiven()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("file", copy.toString());
            fields.put("added", added);
            fields.put("changed", changed);
            fields.put("removed", removed);
            output.object(fields);
        } else {
            output.line("merged: %s, %d added, %d changed, %d removed"
                    .formatted(Shown.text(copy.toString()), added, changed, removed));
        }
    }
}
