package dev.tessera.transfer;

import dev.tessera.crypto.CalledOff;
import dev.tessera.otpauth.MigrationPayload;
import dev.tessera.otpauth.MigrationTray;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/// Gathers what a file holds while it is being read, so that a bad entry costs no other and none vanishes. Before each
/// entry it looks whether the reading is [CalledOff].
public final class Findings {

    /// The most entries of one file.
    public static final int MAX_ENTRIES = 100_000;

    private final String format;
    private final List<ImportEntry> entries = new ArrayList<>();
    private final List<Rejected> rejected = new ArrayList<>();
    private final SequencedSet<String> notes = new LinkedHashSet<>();
    private int leftOut;
    private MigrationTray transfers = MigrationTray.empty();

    /// @param format the id of the format
    public Findings(String format) {
        this.format = format;
    }

    /// Reads one entry.
    @FunctionalInterface
    public interface Reading {
        /// @throws UnusableEntryException if it cannot be used
        void into(Draft draft) throws UnusableEntryException;
    }

    /// One more entry: usable, or rejected with the reason.
    ///
    /// @throws CostlyImportException if there are too many
    public void add(Reading reading) throws CostlyImportException {
        add("entry " + (size() + 1), reading);
    }

    /// One more entry.
    ///
    /// @param place where it stands, for one without any name: `line 3`
    /// @throws CostlyImportException if there are too many
    public void add(String place, Reading reading) throws CostlyImportException {
        requireRoom();
        var draft = new Draft(place);
        try {
            reading.into(draft);
            entries.add(draft.toEntry());
        } catch (UnusableEntryException e) {
            rejected.add(new Rejected(draft.label(), e.getMessage()));
            draft.wipe();
        }
    }

    /// Something that cannot be used, and was never an entry.
    ///
    /// @param label may be empty: then it is told by its place
    /// @throws CostlyImportException if there are too many
    public void reject(String label, String reason) throws CostlyImportException {
        requireRoom();
        rejected.add(new Rejected(label.isBlank() ? "entry " + (size() + 1) : label, reason));
    }

    /// Something that never was meant to make codes, such as a card in a vault of passwords: counted, and told as one.
    public void leaveOut() {
        leftOut++;
    }

    /// @param sentence about the file as a whole
    public void note(String sentence) {
        notes.add(sentence);
    }

    /// A part of a transfer; what is missing of it is noted at the end.
    void transfer(MigrationPayload part) {
        transfers = transfers.with(part);
    }

    public Import toImport() {
        var all = new ArrayList<>(notes);
        if (leftOut > 0) {
            all.add(
                    leftOut == 1
                            ? "1 item has no one-time password and was left out."
                            : leftOut + " items have no one-time password and were left out.");
        }
        all.addAll(Transfers.missing(transfers));
        return new Import(format, entries, rejected, all, transfers);
    }

    private int size() {
        return entries.size() + rejected.size();
    }

    private void requireRoom() throws CostlyImportException {
        CalledOff.check();
        if (size() >= MAX_ENTRIES) {
            throw new CostlyImportException(
                    "This file contains more than " + MAX_ENTRIES + " entries. Export it in smaller parts.");
        }
    }
}
