package dev.tessera.desktop.transfer;

import static dev.tessera.desktop.control.Messages.counted;
import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.crypto.Passphrase;
import dev.tessera.desktop.add.AddViewModel;
import dev.tessera.desktop.control.Errands;
import dev.tessera.desktop.control.FilePicker;
import dev.tessera.desktop.control.Threads;
import dev.tessera.session.VaultSession;
import dev.tessera.transfer.DatabaseFiles;
import dev.tessera.transfer.ImportEntry;
import dev.tessera.transfer.Intake;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Everything between an export of another program and the vault. Nothing is added before the person has seen what
/// becomes of each account; what is added can be taken back in one step.
public final class ImportViewModel implements AddViewModel.Exports {
    private final VaultSession session;
    private final InstantSource clock;
    private final Threads threads;
    private final FilePicker files;
    private final Errands errands;
    private final ReadOnlyObjectWrapper<ImportState> state = new ReadOnlyObjectWrapper<>(new ImportState.Hidden());
    private final Deque<Path> waiting = new ArrayDeque<>();
    private Reading reading = new Reading();
    private boolean closed;

    /// @param told takes what happened, with its undo
    public ImportViewModel(
            VaultSession session, InstantSource clock, Threads threads, FilePicker files, Errands.Told told) {
        this.session = session;
        this.clock = clock;
        this.threads = threads;
        this.files = files;
        this.errands = new Errands(threads, told);
    }

    /// What to show.
    ReadOnlyObjectProperty<ImportState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Whether anything is shown.
    public boolean isOpen() {
        return !(state.get() instanceof ImportState.Hidden);
    }

    /// Asks for exports, and reads them.
    @Override
    public void choose() {
        take(files.pickExports());
    }

    @Override
    public boolean areAmong(List<Path> dropped) {
        return dropped.stream().anyMatch(ReadExport::isExport);
    }

    /// Reads these files, besides those that are shown already; none where the vault was locked while a dialog
    /// asked for them.
    @Override
    public void take(List<Path> exports) {
        if (closed) {
            return;
        }
        waiting.addAll(DatabaseFiles.withoutLogs(exports));
        boolean busy = state.get() instanceof ImportState.Working || state.get() instanceof ImportState.Sealed;
        if (!busy) {
            readWaiting();
        }
    }

    /// Tries the passphrase on the sealed file, and wipes it.
    void open(Passphrase passphrase) {
        if (state.get() instanceof ImportState.Sealed) {
            read(waiting.element(), Optional.of(passphrase));
        } else {
            passphrase.close();
        }
    }

    /// Leaves the sealed file out.
    void leaveOut() {
        if (state.get() instanceof ImportState.Sealed sealed) {
            waiting.remove();
            reading.add(new ReadExport.Refused(sealed.file(), text("import.left-out")));
            next();
        }
    }

    /// Adds what is chosen, in one save.
    void addChosen() {
        if (!(state.get() instanceof ImportState.Told told)) {
            return;
        }
        var intake = new Intake(session.vault(), clock.instant());
        var added = told.chosen().stream().filter(intake::add).toList();
        if (added.isEmpty()) {
            cancel();
            return;
        }
        var now = reading;
        now.beginSaving();
        state.set(new ImportState.Working(text("import.adding")));
        errands.run(
                () -> isSaved(intake, now, added),
                saved -> ended(now, saved, () -> tellAdded(added, intake)),
                () -> failed(now, told));
    }

    /// Closes whatever is shown, and stops what is being read. What is not being saved yet is not added.
    void cancel() {
        reading.callOff();
        reading = new Reading();
        waiting.clear();
        state.set(new ImportState.Hidden());
    }

    /// Forgets everything for good. The session stays the caller's to close.
    public void close() {
        closed = true;
        errands.close();
        cancel();
    }

    private void readWaiting() {
        if (!waiting.isEmpty()) {
            next();
        }
    }

    private void next() {
        if (waiting.isEmpty()) {
            state.set(reading.outcome(session.vault(), clock.instant()));
        } else {
            read(waiting.element(), Optional.empty());
        }
    }

    private void read(Path path, Optional<Passphrase> passphrase) {
        var now = reading;
        state.set(new ImportState.Working(text("import.reading", path.getFileName())));
        threads.work().execute(() -> {
            var outcome = now.read(() -> ReadExport.of(path, passphrase));
            passphrase.ifPresent(Passphrase::close);
            outcome.ifPresent(read -> threads.ui().execute(() -> wasRead(now, path, read)));
        });
    }

    private void wasRead(Reading then, Path path, ReadExport outcome) {
        if (outcome instanceof ReadExport.Sealed(var program, var problem) && !then.isCalledOff()) {
            state.set(new ImportState.Sealed(String.valueOf(path.getFileName()), program, problem));
            return;
        }
        then.add(outcome);
        if (then.isCalledOff()) {
            then.wipeBut(List.of());
            return;
        }
        waiting.remove();
        next();
    }

    /// Does all of it on the work thread, wiping too, so that no lock of the vault can come between.
    ///
    /// @return whether it was saved; not if it was called off before
    private boolean isSaved(Intake intake, Reading now, List<ImportEntry> added) throws IOException {
        try {
            session.edit(vault -> {
                if (now.isCalledOff()) {
                    throw new CancellationException();
                }
                return intake.applyTo(vault);
            });
            now.wipeBut(added);
            return true;
        } catch (CancellationException _) {
            now.wipeBut(List.of());
            return false;
        } catch (IOException | RuntimeException failure) {
            now.endSaving();
            if (now.isCalledOff()) {
                now.wipeBut(List.of());
            }
            throw failure;
        }
    }

    private void ended(Reading then, boolean saved, Runnable tell) {
        if (!then.isCalledOff()) {
            reading = new Reading();
            state.set(new ImportState.Hidden());
            readWaiting();
        }
        if (saved) {
            tell.run();
        }
    }

    private void tellAdded(List<ImportEntry> added, Intake intake) {
        var first = added.getFirst().account().title();
        errands.tell(counted("notice.added", added.size(), first), Optional.of(() -> takeBack(intake)));
    }

    private void failed(Reading then, ImportState.Told told) {
        if (!then.isCalledOff()) {
            state.set(told);
            readWaiting();
        }
    }

    private void takeBack(Intake intake) {
        errands.run(
                () -> session.edit(vault -> intake.takeBack(vault, clock.instant())),
                _ -> errands.tell(text("import.taken-back"), Optional.empty()),
                () -> {});
    }
}
