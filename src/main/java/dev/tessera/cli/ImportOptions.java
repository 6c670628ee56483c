package dev.tessera.cli;

import dev.tessera.transfer.ImportFile;
import dev.tessera.transfer.Importer;
import dev.tessera.transfer.format.Formats;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// How the files of other programs are read.
final class ImportOptions {

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "The format of the files, such as aegis; otherwise it is recognised by their content.")
    private @Nullable String format;

    @Option(
            names = "--import-passphrase-file",
            paramLabel = "FILE",
            description =
                    "Read the passphrase of encrypted files from the first line of FILE; otherwise you are asked.")
    private @Nullable Path passphraseFile;

    @Option(
            names = "--import-key-file",
            paramLabel = "FILE",
            description = "The key file of a KeePass database; one with the same name next to it is found "
                    + "automatically.")
    private @Nullable Path keyFile;

    /// The one that was named.
    ///
    /// @throws Failure if there is none of that name
    Optional<Importer> importer() throws Failure {
        if (format == null) {
            return Optional.empty();
        }
        var found = Formats.all().find(format);
        if (found.isEmpty()) {
            var known = Formats.all().all().stream().map(Importer::id).collect(Collectors.joining(", "));
            throw new Failure(ExitCode.USAGE, "there is no such format", "leave --format out, or give one of " + known);
        }
        return found;
    }

    Optional<Path> passphraseFile() {
        return Optional.ofNullable(passphraseFile);
    }

    /// The file, with the key file if there is one.
    ///
    /// @throws IOException if either cannot be read
    ImportFile read(Path path) throws IOException {
        return keyFile == null ? ImportFile.read(path) : ImportFile.read(path, keyFile);
    }
}
