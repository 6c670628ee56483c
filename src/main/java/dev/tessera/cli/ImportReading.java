package dev.tessera.cli;

import dev.tessera.crypto.Passphrase;
import dev.tessera.transfer.Import;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.ImportFile;
import dev.tessera.transfer.Importer;
import dev.tessera.transfer.Importers;
import dev.tessera.transfer.PassphraseNeededException;
import dev.tessera.transfer.WrongImportPassphraseException;
import dev.tessera.transfer.format.Formats;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/// Reads one file of another program. A wrong passphrase can be typed anew twice.
final class ImportReading {
    private static final int TRIES = 3;
    private static final String OPTION = "--import-passphrase-file";

    private final ImportOptions options;
    private final Terminal terminal;
    private final Output output;

    ImportReading(ImportOptions options, Terminal terminal) {
        this.options = options;
        this.terminal = terminal;
        output = new Output(terminal);
    }

    /// @throws Failure if the file as a whole cannot be read
    Import read(Path path) throws Failure {
        var chosen = options.importer();
        var shown = Shown.text(path.toString());
        try (var file = options.read(path)) {
            var candidates = chosen.isPresent()
                    ? Formats.all().only(chosen.get(), file)
                    : Formats.all().detect(file);
            return read(candidates, file, shown);
        } catch (WrongImportPassphraseException e) {
            throw Failure.ofSentences(ExitCode.NOT_UNLOCKED, shown + ": " + e.getMessage(), "");
        } catch (ImportException e) {
            throw Failure.ofSentences(ExitCode.INPUT_REFUSED, shown + ": " + e.getMessage(), "");
        } catch (NoSuchFileException e) {
            // The file, or the key file.
            throw new Failure(
                    ExitCode.INPUT_REFUSED,
                    "there is no file " + Shown.text(String.valueOf(e.getFile())),
                    "check its name");
        } catch (IOException _) {
            throw new Failure(
                    ExitCode.INPUT_REFUSED,
                    "the file " + shown + " cannot be read",
                    "check that it is a file and that you can read it");
        }
    }

    /// Which of several formats it is, and so whether it is sealed, a trial may have to show.
    private Import read(List<Importer> candidates, ImportFile file, String shown) throws Failure, ImportException {
        try {
            return Importers.read(candidates, file);
        } catch (PassphraseNeededException _) {
            return opened(candidates, file, shown);
        }
    }

    private Import opened(List<Importer> candidates, ImportFile file, String shown) throws Failure, ImportException {
        for (int tries = 1; ; tries++) {
            try (var passphrase = passphrase(shown)) {
                return Importers.read(candidates, file, passphrase);
            } catch (WrongImportPassphraseException e) {
                if (options.passphraseFile().isPresent() || tries == TRIES) {
                    throw e;
                }
                output.note("wrong passphrase or damaged file, try again");
            }
        }
    }

    private Passphrase passphrase(String shown) throws Failure {
        var file = options.passphraseFile();
        return file.isPresent()
                ? PassphraseFile.readForeign(file.get(), output)
                : new Prompt(terminal).foreignPassphrase("Passphrase for " + shown + ": ", OPTION);
    }
}
