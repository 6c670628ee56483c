package dev.tessera.desktop.transfer;

import static dev.tessera.desktop.control.Messages.said;
import static dev.tessera.desktop.control.Messages.sentence;
import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.crypto.Passphrase;
import dev.tessera.desktop.control.Messages;
import dev.tessera.transfer.Import;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.ImportFile;
import dev.tessera.transfer.Importer;
import dev.tessera.transfer.Importers;
import dev.tessera.transfer.PassphraseNeededException;
import dev.tessera.transfer.UnsupportedImportException;
import dev.tessera.transfer.WrongImportPassphraseException;
import dev.tessera.transfer.format.Formats;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// One file of another program, read as far as it could be.
sealed interface ReadExport {
    /// The formats of which a preview shows more than a line an account.
    Set<String> FOR_PREVIEW = Set.of("uri_list", "google_migration", "qr");

    /// Everything that is in it.
    ///
    /// @param file its name
    /// @param program whose export it is
    record Whole(String file, String program, Import content) implements ReadExport {}

    /// It needs a passphrase, or another one.
    ///
    /// @param problem with the one that was tried; empty if none was
    record Sealed(String program, String problem) implements ReadExport {}

    /// It cannot be read.
    ///
    /// @param why and the next step, as a sentence
    record Refused(String file, String why) implements ReadExport {}

    /// Whether it is more than a picture or lines of links, which the preview of single accounts shows better.
    static boolean isExport(Path path) {
        try (var file = ImportFile.read(path)) {
            var id = Formats.all().detect(file).getFirst().id();
            return file.json().isPresent() || !FOR_PREVIEW.contains(id);
        } catch (UnsupportedImportException _) {
            return false;
        } catch (ImportException _) {
            return true; // an export that is damaged or too large: whoever reads exports tells why
        } catch (IOException _) {
            return false; // whoever reads pictures tells why
        }
    }

    /// Reads a file; takes as long as its key derivation.
    static ReadExport of(Path path, Optional<Passphrase> passphrase) {
        var name = String.valueOf(path.getFileName());
        try (var file = ImportFile.read(path)) {
            var candidates = Formats.all().detect(file);
            try {
                return whole(
                        name,
                        passphrase.isEmpty()
                                ? Importers.read(candidates, file)
                                : Importers.read(candidates, file, passphrase.get()));
            } catch (PassphraseNeededException _) {
                return new Sealed(programs(candidates), "");
            } catch (WrongImportPassphraseException wrong) {
                return new Sealed(programs(candidates), sentence(wrong.getMessage()));
            }
        } catch (ImportException refused) {
            return new Refused(name, sentence(refused.getMessage()));
        } catch (IOException _) {
            return new Refused(name, text("add.file-unreadable", name));
        }
    }

    private static String programs(List<Importer> candidates) {
        return candidates.stream().map(Importer::name).map(Messages::said).collect(Collectors.joining(" / "));
    }

    private static Whole whole(String name, Import content) {
        var program = said(Formats.all().find(content.format()).orElseThrow().name());
        return new Whole(name, program, content);
    }
}
