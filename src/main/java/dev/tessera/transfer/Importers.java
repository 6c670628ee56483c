package dev.tessera.transfer;

import dev.tessera.crypto.Passphrase;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// All importers, in the order in which a file is held against them.
///
/// The first that is sure reads the file. Where none is, those that call it possible try one after another.
public final class Importers {
    private static final String UNKNOWN =
            "This file is of no format that Tessera knows. Export it anew from the other program, as JSON or as a list of links.";

    private final List<Importer> all;

    public Importers(List<Importer> all) {
        this.all = List.copyOf(all);
    }

    public List<Importer> all() {
        return all;
    }

    public Optional<Importer> find(String id) {
        return all.stream().filter(importer -> importer.id().equals(id)).findFirst();
    }

    /// Those that may read the file: the one that is sure, or all that call it possible.
    ///
    /// @throws UnsupportedImportException if there is none
    public List<Importer> detect(ImportFile file) throws UnsupportedImportException {
        for (var importer : all) {
            if (importer.match(file) == Match.SURE) {
                return List.of(importer);
            }
        }
        var possible = all.stream()
                .filter(importer -> importer.match(file) == Match.POSSIBLE)
                .toList();
        if (possible.isEmpty()) {
            throw new UnsupportedImportException(file.isEmpty() ? "This file is empty. Export it anew." : UNKNOWN);
        }
        return possible;
    }

    /// This one alone, because a person said so.
    ///
    /// @throws UnsupportedImportException if the file is something else; the message says what
    public List<Importer> only(Importer importer, ImportFile file) throws UnsupportedImportException {
        if (importer.match(file) != Match.NO) {
            return List.of(importer);
        }
        var other = detect(file).getFirst();
        throw new UnsupportedImportException("This is not a file of " + importer.name() + " but of " + other.name()
                + ". Import it as " + other.id() + ", or leave the format open.");
    }

    /// Whose file it may be: `OTPClient or andOTP`.
    public static String names(List<Importer> candidates) {
        return candidates.stream().map(Importer::name).collect(Collectors.joining(" or "));
    }

    /// Whether a passphrase is needed to read it.
    public static boolean isSealed(List<Importer> candidates, ImportFile file) {
        return candidates.stream().allMatch(importer -> importer.isSealed(file));
    }

    /// Reads a file that is not sealed.
    ///
    /// @throws PassphraseNeededException if it is
    public static Import read(List<Importer> candidates, ImportFile file) throws ImportException {
        for (var importer : candidates) {
            if (!importer.isSealed(file)) {
                return importer.read(file);
            }
        }
        throw new PassphraseNeededException(names(candidates));
    }

    /// Reads a file, sealed or not.
    ///
    /// @throws WrongImportPassphraseException if it does not open
    public static Import read(List<Importer> candidates, ImportFile file, Passphrase passphrase)
            throws ImportException {
        for (var importer : candidates) {
            try {
                return importer.isSealed(file) ? importer.open(file, passphrase) : importer.read(file);
            } catch (WrongImportPassphraseException e) {
                if (importer.equals(candidates.getLast())) {
                    throw e;
                }
                // Another format, perhaps: the next one tries.
            }
        }
        throw new AssertionError("there is at least one candidate");
    }
}
