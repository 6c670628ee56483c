package dev.tessera.transfer;

import dev.tessera.crypto.Passphrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// All importers, in the order in which a file is held against them.
///
/// The first that is sure reads the file. Where none is, those that call it possible try one after another.
public final class Importers {
    private static final String UNKNOWN =
            "This file is not in a format that Tessera recognises. Export it again from the other program, as JSON or"
                    + " as a list of links.";

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
            throw new UnsupportedImportException(file.isEmpty() ? "This file is empty. Export it again." : UNKNOWN);
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
        throw new UnsupportedImportException("The format of this file is not " + importer.name() + ", but "
                + other.name() + ". Import it as " + other.id() + ", or leave the format out.");
    }

    /// Whose file it may be: `OTPClient, andOTP`.
    public static String names(List<Importer> candidates) {
        return candidates.stream().map(Importer::name).collect(Collectors.joining(", "));
    }

    /// Whether a passphrase is needed to read it, whatever of these it is.
    public static boolean isSealed(List<Importer> candidates, ImportFile file) {
        return candidates.stream().allMatch(importer -> importer.isSealed(file));
    }

    /// Reads a file that is not sealed: the first that can.
    ///
    /// @throws PassphraseNeededException if it is sealed, or none of those that need no passphrase can read it
    /// @throws UnsupportedImportException if none of several can; the message names them
    public static Import read(List<Importer> candidates, ImportFile file) throws ImportException {
        var open =
                candidates.stream().filter(importer -> !importer.isSealed(file)).toList();
        if (open.isEmpty()) {
            throw new PassphraseNeededException(names(candidates));
        }
        try {
            return first(open, file, importer -> importer.read(file));
        } catch (UnsupportedImportException | DamagedImportException | CostlyImportException e) {
            if (open.size() < candidates.size()) {
                throw new PassphraseNeededException(names(candidates));
            }
            throw e;
        }
    }

    /// Reads a file, sealed or not: the first that can.
    ///
    /// @throws WrongImportPassphraseException if it does not open
    /// @throws UnsupportedImportException if none of several can; the message names them
    public static Import read(List<Importer> candidates, ImportFile file, Passphrase passphrase)
            throws ImportException {
        return first(
                candidates,
                file,
                importer -> importer.isSealed(file) ? importer.open(file, passphrase) : importer.read(file));
    }

    @FunctionalInterface
    private interface Trial {
        Import by(Importer importer) throws ImportException;
    }

    /// One that finds nothing at all gives way to the others, for it may be the wrong one.
    private static Import first(List<Importer> candidates, ImportFile file, Trial trial) throws ImportException {
        if (candidates.size() == 1) {
            return noted(trial.by(candidates.getFirst()), file);
        }
        Optional<Import> nothing = Optional.empty();
        boolean doesNotOpen = false;
        var reasons = new ArrayList<String>();
        for (var importer : candidates) {
            try {
                var found = trial.by(importer);
                if (!found.entries().isEmpty() || !found.rejected().isEmpty()) {
                    return noted(found, file);
                }
                nothing = nothing.or(() -> Optional.of(found));
            } catch (WrongImportPassphraseException _) {
                doesNotOpen = true; // Another format, perhaps: the next one tries.
            } catch (ImportException e) {
                if (importer.isSealed(file) && e instanceof DamagedImportException) {
                    throw e; // It did open, and so it is no other.
                }
                reasons.add(importer.name() + ": " + e.getMessage()); // Told if no other reads it.
            }
        }
        if (nothing.isPresent()) {
            return nothing.get();
        }
        if (doesNotOpen) {
            throw new WrongImportPassphraseException("Formats tried: " + names(candidates) + ".");
        }
        throw new UnsupportedImportException("This file may have one of these formats (" + names(candidates)
                + "), but it cannot be read as any of them. " + String.join("\n", reasons));
    }

    private static Import noted(Import found, ImportFile file) {
        if (!file.hasUnreadLog()) {
            return found;
        }
        var notes = new ArrayList<>(found.notes());
        notes.add("The newest changes may be missing: they are in the file next to it whose name ends in -wal, which is"
                + " encrypted, too. Close the app that writes the database, then copy and import it again.");
        return found.withNotes(notes);
    }
}
