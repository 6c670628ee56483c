package dev.tessera.cli;

import dev.tessera.session.VaultSession;
import dev.tessera.transfer.Intake;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `tessera import`
@Command(
        name = "import",
        description = "Add the accounts from files of other programs, and show what became of each.",
        footer = {
            "",
            "Nothing is added if one of the files cannot be read. Accounts already in the vault are not added again.",
            "Example: tessera import aegis-export.json --dry-run"
        })
final class ImportCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Output output;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files exported by other programs.")
    private List<Path> files = new ArrayList<>();

    @Mixin
    private final ImportOptions options = new ImportOptions();

    @Option(names = "--dry-run", description = "Show what is in the files, and add nothing.")
    private boolean dryRun;

    @Option(names = "--reveal", description = "Print the secrets, too.")
    private boolean reveal;

    @Mixin
    private final VaultOptions vault = new VaultOptions();

    @Mixin
    private final JsonOption json = new JsonOption();

    ImportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        output = new Output(surroundings.terminal());
    }

    @Override
    public Integer call() throws Failure {
        var reading = new ImportReading(options, surroundings.terminal());
        try (var read = ReadFiles.read(files, reading)) {
            if (dryRun || read.isEmpty()) {
                return told(read).number();
            }
            try (var session = vault.unlock(surroundings)) {
                var intake = new Intake(session.vault(), surroundings.clock().instant());
                var added = read.addedTo(intake);
                save(session, intake);
                return told(added).number();
            }
        }
    }

    /// Saves once; not at all if nothing is new, so that the file stays byte for byte.
    private void save(VaultSession session, Intake intake) throws Failure {
        if (intake.isEmpty()) {
            return;
        }
        try {
            session.edit(intake::applyTo);
            output.note("tessera vault restore " + (session.generation() - 1) + " undoes this");
            VaultTrouble.tellNotices(session, output);
        } catch (IOException e) {
            throw VaultTrouble.with(session.file(), e);
        }
    }

    private ExitCode told(ReadFiles read) {
        read.files().forEach(file -> {
            if (json.isGiven()) {
                output.object(ImportJson.fields(file, reveal));
            } else {
                new ImportText(output, reveal).tell(file);
            }
        });
        return read.ending(output);
    }
}
