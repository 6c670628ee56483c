package dev.tessera.desktop.transfer;

import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.crypto.Passphrase;
import dev.tessera.desktop.control.Errands;
import dev.tessera.desktop.control.FilePicker;
import dev.tessera.desktop.control.Strength;
import dev.tessera.desktop.control.StrengthGauge;
import dev.tessera.desktop.control.Threads;
import dev.tessera.files.NewFiles;
import dev.tessera.files.NewFiles.NewFile;
import dev.tessera.session.VaultSession;
import dev.tessera.transfer.export.ExportPlan;
import dev.tessera.transfer.export.Exporter;
import dev.tessera.transfer.export.Exports;
import dev.tessera.transfer.export.SealedExporter;
import dev.tessera.transfer.export.SheetWords;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/// From the vault to files of other programs, to paper, and to a sealed backup. What the target cannot hold is told
/// before anything is written; what anybody can read is written only for who types the passphrase of the vault.
public final class ExportViewModel {
    private final VaultSession session;
    private final InstantSource clock;
    private final Threads threads;
    private final FilePicker files;
    private final StrengthGauge gauge;
    private final SecureRandom random = new SecureRandom();
    private final ReadOnlyObjectWrapper<ExportState> state = new ReadOnlyObjectWrapper<>(new ExportState.Hidden());
    private final ReadOnlyObjectWrapper<Optional<ExportPlan>> plan = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Exporter> target = new SimpleObjectProperty<>();
    private final BooleanProperty withBin = new SimpleBooleanProperty();
    private List<Exporter> targets = List.of();
    private boolean closed;

    public ExportViewModel(VaultSession session, InstantSource clock, Threads threads, FilePicker files) {
        this.session = session;
        this.clock = clock;
        this.threads = threads;
        this.files = files;
        this.gauge = new StrengthGauge(threads);
        target.subscribe(this::look);
        withBin.subscribe(this::look);
    }

    ReadOnlyObjectProperty<ExportState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Whether anything is shown.
    public boolean isOpen() {
        return !(state.get() instanceof ExportState.Hidden);
    }

    /// Everything that accounts can be written as, what is sealed first.
    List<Exporter> targets() {
        return targets;
    }

    ObjectProperty<Exporter> targetProperty() {
        return target;
    }

    /// Whether the accounts in the bin come along.
    BooleanProperty withBinProperty() {
        return withBin;
    }

    /// Whether there is anything in the bin.
    boolean hasBin() {
        return !session.vault().binned().isEmpty();
    }

    /// What of which account the target cannot hold, as soon as that is known.
    ReadOnlyObjectProperty<Optional<ExportPlan>> planProperty() {
        return plan.getReadOnlyProperty();
    }

    /// How strong the passphrase for the file is.
    ReadOnlyObjectProperty<Strength> strengthProperty() {
        return gauge.strengthProperty();
    }

    void measure(char[] typed) {
        gauge.measure(typed);
    }

    /// Shows it, with a sealed backup as the first choice.
    public void open() {
        targets = Exports.all(words());
        withBin.set(false);
        target.set(targets.getFirst());
        state.set(new ExportState.Choosing(""));
    }

    void dismiss() {
        if (!(state.get() instanceof ExportState.Working)) { // that comes to an end by itself
            state.set(new ExportState.Hidden());
            plan.set(Optional.empty());
            target.set(null);
        }
    }

    /// Writes a file that the passphrase opens.
    ///
    /// @param typed wiped in here
    /// @param repeated whether the same was typed twice
    void seal(char[] typed, boolean repeated) {
        var now = ready();
        if (now.isEmpty() || !(now.get().exporter() instanceof SealedExporter sealed)) {
            Arrays.fill(typed, '\0');
            return;
        }
        if (!repeated) {
            Arrays.fill(typed, '\0');
            state.set(new ExportState.Choosing(text("vault.passphrase-differs")));
            return;
        }
        var passphrase = sealed.passphrase(typed);
        Arrays.fill(typed, '\0');
        var file = files.pickNew(name(sealed));
        if (file.isEmpty() || closed) { // locked while the dialog was open, perhaps
            passphrase.close();
            return;
        }
        work(() -> {
            try (passphrase) {
                var content = now.get().seal(passphrase, clock.instant(), random);
                return become(written(file.get(), List.of(content), true));
            }
        });
    }

    /// Writes what anybody can read, if this is the passphrase of the vault; it is wiped.
    void write(Passphrase passphrase) {
        var now = ready();
        if (now.isEmpty()) {
            passphrase.close();
            return;
        }
        work(() -> {
            try (passphrase) {
                boolean right = session.isPassphrase(passphrase);
                return right ? () -> place(now.get()) : become(new ExportState.Choosing(text("rehearsal.wrong")));
            }
        });
    }

    /// Forgets everything for good. The session stays the caller's to close.
    public void close() {
        closed = true;
        plan.set(Optional.empty());
        target.set(null);
        state.set(new ExportState.Hidden());
    }

    private void place(ExportPlan now) {
        var file = files.pickNew(name(now.exporter()));
        if (closed) {
            return; // locked while the dialog was open
        }
        if (file.isEmpty()) {
            state.set(new ExportState.Choosing(""));
            return;
        }
        work(() -> become(written(file.get(), now.write(clock.instant(), random), false)));
    }

    private Optional<ExportPlan> ready() {
        return plan.get()
                .filter(now -> state.get() instanceof ExportState.Choosing
                        && !now.written().isEmpty());
    }

    private void look() {
        plan.set(Optional.empty());
        var exporter = target.get();
        if (exporter == null) {
            return;
        }
        boolean all = withBin.get();
        threads.work().execute(() -> {
            var vault = session.vault();
            var looked = ExportPlan.of(exporter, vault, all ? vault.entries() : vault.listed());
            threads.ui().execute(() -> {
                if (!closed && exporter.equals(target.get()) && all == withBin.get()) {
                    plan.set(Optional.of(looked));
                }
            });
        });
    }

    private static String name(Exporter exporter) {
        return "tessera-" + exporter.id().replace('_', '-') + "." + exporter.extension();
    }

    private static SheetWords words() {
        return new SheetWords(
                text("export.sheet-title"),
                text("export.sheet-warning"),
                text("export.sheet-secret"),
                text("export.sheet-pin"));
    }

    /// Runs on the work thread, and says what is done on that of the window then.
    @FunctionalInterface
    private interface Step {
        Runnable run() throws IOException;
    }

    private Runnable become(ExportState next) {
        return () -> state.set(next);
    }

    private void work(Step step) {
        state.set(new ExportState.Working());
        threads.work().execute(() -> {
            var then = then(step);
            threads.ui().execute(() -> {
                if (!closed) {
                    then.run();
                }
            });
        });
    }

    private Runnable then(Step step) {
        try {
            return step.run();
        } catch (FileAlreadyExistsException taken) {
            return become(new ExportState.Choosing(text("export.taken", taken.getFile())));
        } catch (IOException failure) {
            return become(new ExportState.Choosing(Errands.why(failure, text("export.failed"))));
        } catch (IllegalArgumentException | IllegalStateException _) {
            return become(new ExportState.Choosing(text("export.failed"))); // The sheet must not stay as it is.
        }
    }

    /// To the dialog the vault is a file like any other, and somebody may mean to put the backup there.
    private void requireOther(Path file) throws IOException {
        var ours = session.file();
        if (Files.exists(file) && Files.exists(ours) && Files.isSameFile(file, ours)) {
            throw new FileAlreadyExistsException(file.toString());
        }
    }

    /// One file takes the place of that which the person has chosen to lose; of several, none replaces anything.
    private ExportState written(Path file, List<byte[]> contents, boolean sealed) throws IOException {
        try {
            requireOther(file);
            var all = new ArrayList<NewFile>();
            for (int i = 0; i < contents.size(); i++) {
                all.add(new NewFile(NewFiles.numbered(file, i + 1, contents.size()), contents.get(i)));
            }
            if (all.size() == 1) {
                NewFiles.replace(all);
            } else {
                NewFiles.create(all);
            }
            return new ExportState.Written(all.stream().map(NewFile::path).toList(), sealed);
        } finally {
            contents.forEach(content -> Arrays.fill(content, (byte) 0));
        }
    }
}
