package dev.tessera.desktop.transfer;

import static dev.tessera.desktop.control.Messages.said;
import static dev.tessera.desktop.control.Messages.sentence;
import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.desktop.transfer.ImportLine.Verdict;
import dev.tessera.transfer.ImportEntry;
import dev.tessera.transfer.Intake;
import dev.tessera.transfer.Rejected;
import dev.tessera.transfer.Transfers;
import dev.tessera.vault.Vault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The files of one import, from choosing them to adding what is in them or to calling it off.
final class Reading {
    private final List<ReadExport> files = new ArrayList<>();
    private volatile boolean calledOff;
    private volatile boolean saving;
    private final StoppableRead read = new StoppableRead();

    void add(ReadExport file) {
        files.add(file);
    }

    /// Reads one more of the files on this thread; nothing comes of it where it is called off.
    Optional<ReadExport> read(Supplier<ReadExport> file) {
        return read.run(file);
    }

    /// Nothing of it is added from now on, unless it is being written already: then who saves wipes as well. A file
    /// that is being read is read no further.
    void callOff() {
        calledOff = true;
        read.stop();
        if (!saving) {
            wipeBut(List.of());
        }
    }

    /// From now on the secrets may be the vault's.
    void beginSaving() {
        saving = true;
    }

    /// It was not saved, and can be tried again. Called on the work thread: of this and calling off, the second
    /// sees the first, and wipes.
    void endSaving() {
        saving = false;
    }

    boolean isCalledOff() {
        return calledOff;
    }

    /// What became of everything in the files, held against what is in the vault.
    ImportState outcome(Vault vault, Instant now) {
        var lines = new ArrayList<ImportLine>();
        var notes = new ArrayList<String>();
        var intake = new Intake(vault, now);
        for (var file : files) {
            switch (file) {
                case ReadExport.Whole(var _, var _, var content) -> {
                    content.entries().forEach(entry -> lines.add(line(entry, intake)));
                    content.rejected().forEach(rejected -> lines.add(line(rejected)));
                }
                case ReadExport.Refused(var name, var why) -> lines.add(rejected(name, why));
                case ReadExport.Sealed _ -> throw new AssertionError("its passphrase was asked for");
            }
        }
        var contents = files.stream()
                .flatMap(file -> file instanceof ReadExport.Whole whole ? Stream.of(whole.content()) : Stream.empty())
                .toList();
        Transfers.together(contents).forEach(content -> content.notes().forEach(note -> notes.add(said(note))));
        if (lines.stream().allMatch(line -> line.verdict() == Verdict.REJECTED)) {
            return nothing(lines, notes);
        }
        lines.sort(Comparator.comparing(ImportLine::verdict));
        return new ImportState.Told(heading(), lines, notes);
    }

    /// Wipes the secrets.
    ///
    /// @param kept those that a vault has taken over
    void wipeBut(List<ImportEntry> kept) {
        var theirs = Collections.newSetFromMap(new IdentityHashMap<ImportEntry, Boolean>());
        theirs.addAll(kept);
        for (var file : files) {
            if (file instanceof ReadExport.Whole(var _, var _, var content)) {
                content.entries().stream()
                        .filter(entry -> !theirs.contains(entry))
                        .forEach(ImportEntry::close);
            }
        }
    }

    private static ImportState nothing(List<ImportLine> rejected, List<String> notes) {
        var why = rejected.stream()
                .map(line -> text("import.refused", line.name(), line.details().getFirst()));
        var sentences = Stream.concat(why, notes.stream()).toList();
        return new ImportState.Nothing(sentences.isEmpty() ? List.of(text("import.none")) : sentences);
    }

    private String heading() {
        var programs = files.stream()
                .flatMap(file -> file instanceof ReadExport.Whole whole ? Stream.of(whole.program()) : Stream.empty())
                .distinct()
                .toList();
        return programs.size() == 1 ? text("import.from", programs.getFirst()) : text("import.heading");
    }

    private static ImportLine line(ImportEntry entry, Intake intake) {
        var name = AccountNames.of(entry.account());
        if (!intake.add(entry)) {
            return new ImportLine(Verdict.PRESENT, name, List.of(), Optional.empty());
        }
        var details = new ArrayList<String>();
        entry.repairs().forEach(repair -> details.add(sentence(repair)));
        if (entry.extras().binned()) {
            details.add(text("import.into-bin"));
        }
        var verdict = entry.repairs().isEmpty() ? Verdict.NEW : Verdict.REPAIRED;
        return new ImportLine(verdict, name, details, Optional.of(entry));
    }

    private static ImportLine line(Rejected rejected) {
        return rejected(said(rejected.label()), sentence(rejected.reason()));
    }

    private static ImportLine rejected(String name, String why) {
        return new ImportLine(Verdict.REJECTED, name, List.of(why), Optional.empty());
    }
}
