package dev.tessera.cli;

import dev.tessera.crypto.Passphrase;
import dev.tessera.transfer.export.Exporter;
import dev.tessera.transfer.export.Exports;
import dev.tessera.transfer.export.SealedExporter;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What is written, and under which passphrase.
final class ExportOptions {
    private static final String PASSPHRASE_OPTION = "--export-passphrase-file";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            required = true,
            description = "The format to write, such as aegis. If it ends in _plain, anybody can read the file.")
    private String format = "";

    @Option(
            names = PASSPHRASE_OPTION,
            paramLabel = "FILE",
            description = "Read the passphrase of an encrypted file from the first line of FILE; otherwise you "
                    + "are asked.")
    private @Nullable Path passphraseFile;

    /// The one that was named.
    ///
    /// @throws Failure if there is none of that name, or there is a passphrase for what is not sealed
    Exporter exporter() throws Failure {
        var found = Exports.find(format);
        if (found.isEmpty()) {
            var known = Exports.all().stream().map(Exporter::id).collect(Collectors.joining(", "));
            throw new Failure(ExitCode.USAGE, "there is no such format", "give one of " + known);
        }
        if (!found.get().isSealed() && passphraseFile != null) {
            throw new Failure(
                    ExitCode.USAGE,
                    PASSPHRASE_OPTION + " is given, but " + found.get().id() + " is not encrypted",
                    "leave it out, or choose an encrypted format");
        }
        return found.get();
    }

    /// Asks twice where it must ask, because nobody sees what is typed.
    Passphrase passphrase(SealedExporter exporter, Terminal terminal) throws Failure {
        return passphraseFile != null
                ? PassphraseFile.read(passphraseFile, new Output(terminal), exporter::passphrase)
                : new Prompt(terminal)
                        .newPassphrase("Passphrase for the file: ", PASSPHRASE_OPTION, exporter::passphrase);
    }
}
