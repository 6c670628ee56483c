package dev.tessera.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `tessera scan`. Nothing in this class names a picture: picocli looks at each command at every start, and AWT
/// is not to be loaded for `tessera code`.
@Command(
        name = "scan",
        description = "Read the QR codes on the screen, in the clipboard or in picture files, and tell what they are.",
        footer = {"", "Example: tessera scan --screen --add"})
final class ScanCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "Picture files.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--screen", description = "Read all screens.")
    private boolean screen;

    @Option(names = "--clipboard", description = "Read the picture in the clipboard.")
    private boolean clipboard;

    @Option(names = "--raw", description = "Print the text of every QR code, whatever it says, secrets too.")
    private boolean raw;

    @Option(names = "--add", description = "Add all accounts that are found to the vault.")
    private boolean add;

    @Mixin
    private final VaultOptions vault = new VaultOptions();

    @Mixin
    private final JsonOption json = new JsonOption();

    ScanCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Failure {
        if (!screen && !clipboard && files.isEmpty()) {
            throw new Failure(
                    ExitCode.USAGE, "there is nothing to scan", "give picture files, --screen or --clipboard");
        }
        if (raw && add) {
            throw new Failure(ExitCode.USAGE, "--raw and --add do not go together", "leave one of them out");
        }
        var pictures = new Pictures(surroundings.devices()).of(screen, clipboard, files);
        var output = new Output(surroundings.terminal());
        if (raw) {
            return new RawScan(output, json.isGiven()).run(pictures).number();
        }
        var found = AccountScan.of(pictures, output);
        var told = add ? new ScanAdding(surroundings, vault).add(found) : found;
        return told.tell(json.isGiven()).number();
    }
}
