package dev.tessera.transfer;

import dev.tessera.otpauth.MigrationBatch;
import dev.tessera.otpauth.MigrationPayload;
import dev.tessera.otpauth.MigrationTray;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Transfers whose parts lie in several files, such as one picture for each QR code: together they may be whole, and
/// what is missing is told once.
public final class Transfers {
    private Transfers() {}

    /// Files that are read at once, in any order. Instead of what each lacks by itself, the last that has a part of a
    /// transfer tells what all of them lack.
    public static List<Import> together(List<Import> files) {
        var all = MigrationTray.empty();
        for (var file : files) {
            for (var batch : file.transfers().batches()) {
                for (var part : batch.parts()) {
                    all = all.with(part);
                }
            }
        }
        var told = new HashSet<String>();
        var together = new ArrayList<Import>();
        for (var file : files.reversed()) {
            together.addFirst(together(file, all, told));
        }
        return together;
    }

    private static Import together(Import file, MigrationTray all, Set<String> told) {
        var alone = missing(file.transfers());
        var notes = new ArrayList<>(file.notes());
        notes.removeAll(alone);
        var own = new HashSet<MigrationPayload>();
        file.transfers().batches().forEach(batch -> own.addAll(batch.parts()));
        all.batches().stream()
                .filter(batch -> batch.parts().stream().anyMatch(own::contains))
                .flatMap(batch -> missing(batch).stream())
                .filter(told::add)
                .forEach(notes::add);
        return file.withNotes(notes);
    }

    /// A sentence for each transfer that is not whole.
    static List<String> missing(MigrationTray transfers) {
        return transfers.batches().stream()
                .flatMap(batch -> missing(batch).stream())
                .toList();
    }

    private static Optional<String> missing(MigrationBatch incomplete) {
        return Optional.of(incomplete)
                .filter(Predicate.not(MigrationBatch::isComplete))
                .map(batch -> {
                    var missing = batch.missing().stream().map(String::valueOf).collect(Collectors.joining(", "));
                    return "The transfer has " + batch.size() + " parts, but these are missing: " + missing
                            + ". What is here was read; add the other QR codes, too.";
                });
    }
}
