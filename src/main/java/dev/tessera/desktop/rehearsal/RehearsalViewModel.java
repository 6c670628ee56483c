package dev.tessera.desktop.rehearsal;

import static dev.tessera.desktop.control.Messages.counted;
import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.crypto.Passphrase;
import dev.tessera.desktop.control.Errands;
import dev.tessera.desktop.control.FilePicker;
import dev.tessera.desktop.control.Threads;
import dev.tessera.session.VaultSession;
import dev.tessera.vault.Difference;
import dev.tessera.vault.Entry;
import dev.tessera.vault.Vault;
import dev.tessera.vault.file.WrongPassphraseException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Reminds once a month to prove the passphrase and a copy of the vault outside of the computer. When it is due next
/// stands in the vault's settings, for all computers that share it.
public final class RehearsalViewModel {
    /// Of the vault's settings: the instant from which on it is due, or [#NEVER].
    static final String SETTING = "rehearsal-due";

    static final String NEVER = "never";
    static final Duration MONTH = Duration.ofDays(30);
    static final Duration WEEK = Duration.ofDays(7);

    private final VaultSession session;
    private final InstantSource clock;
    private final Threads threads;
    private final FilePicker files;
    private final ReadOnlyBooleanWrapper due = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<RehearsalState> state =
            new ReadOnlyObjectWrapper<>(new RehearsalState.Hidden());
    private boolean closed;

    public RehearsalViewModel(VaultSession session, InstantSource clock, Threads threads, FilePicker files) {
        this.session = session;
        this.clock = clock;
        this.threads = threads;
        this.files = files;
        look();
    }

    /// Whether it is time to ask.
    public ReadOnlyBooleanProperty dueProperty() {
        return due.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<RehearsalState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Looks whether it is due by now.
    public void look() {
        due.set(!closed && !session.isReadOnly() && isDue(session.vault(), clock.instant()));
    }

    public void begin() {
        state.set(new RehearsalState.Asking(""));
    }

    /// Asks again in a week.
    public void later() {
        put(clock.instant().plus(WEEK).toString());
    }

    /// Asks no more, on no computer.
    public void never() {
        put(NEVER);
    }

    /// Tries the passphrase alone, which is wiped.
    public void provePassphrase(Passphrase passphrase) {
        tryOut(passphrase, Optional.empty());
    }

    /// Lets the person choose a copy, and tries the passphrase on the vault and on it.
    public void proveCopy(Passphrase passphrase) {
        var copy = files.pickVault();
        if (copy.isEmpty()) {
            passphrase.close();
            return;
        }
        tryOut(passphrase, copy);
    }

    /// Closes the sheet. What was sound is asked for again in a month.
    public void dismiss() {
        if (state.get() instanceof RehearsalState.Working) {
            return; // it comes to an end by itself
        }
        boolean sound = state.get() instanceof RehearsalState.Told told && told.sound();
        state.set(new RehearsalState.Hidden());
        if (sound) {
            put(clock.instant().plus(MONTH).toString());
        }
    }

    /// Forgets everything. The session stays the caller's to close.
    public void close() {
        closed = true;
        due.set(false);
        state.set(new RehearsalState.Hidden());
    }

    static boolean isDue(Vault vault, Instant now) {
        var said = vault.settings().get(SETTING);
        if (said != null) {
            return !said.equals(NEVER) && isPast(said, now);
        }
        return vault.entries().stream()
                .map(Entry::stamps)
                .anyMatch(stamps -> stamps.created().plus(MONTH).isBefore(now));
    }

    private static boolean isPast(String instant, Instant now) {
        try {
            return !Instant.parse(instant).isAfter(now);
        } catch (DateTimeException _) {
            return true;
        }
    }

    private void tryOut(Passphrase passphrase, Optional<Path> copy) {
        state.set(new RehearsalState.Working());
        threads.work().execute(() -> {
            try (passphrase) {
                var outcome = outcome(passphrase, copy);
                onUi(() -> state.set(outcome));
            } catch (IOException failure) {
                onUi(() -> state.set(new RehearsalState.Asking(why(failure))));
            }
        });
    }

    private RehearsalState outcome(Passphrase passphrase, Optional<Path> copy) throws IOException {
        if (!session.isPassphrase(passphrase)) {
            return new RehearsalState.Asking(text("rehearsal.wrong"));
        }
        var sentences = new ArrayList<>(List.of(text("rehearsal.passphrase-right")));
        if (copy.isEmpty()) {
            sentences.add(text("rehearsal.no-copy", session.file()));
            return new RehearsalState.Told(true, sentences);
        }
        var name = String.valueOf(copy.get().getFileName());
        if (copy.get().toRealPath().equals(session.file())) {
            sentences.add(text("rehearsal.same-file", name));
            return new RehearsalState.Told(false, sentences);
        }
        boolean sound = false;
        // As on a computer that has nothing but this file and the person.
        try (var opened = VaultSession.unlock(copy.get(), passphrase, clock)) {
            opened.vault()
                    .entries()
                    .forEach(entry -> entry.account().credential().codeAt(clock.instant()));
            var there = session.look(copy.get()).content();
            int differences = count(Difference.between(session.vault(), there));
            sentences.add(counted("rehearsal.copy-right", there.listed().size(), name));
            sentences.add(
                    differences == 0 ? text("rehearsal.copy-same") : counted("rehearsal.copy-older", differences));
            sound = true;
        } catch (WrongPassphraseException _) {
            sentences.add(text("rehearsal.copy-other-passphrase", name));
        } catch (IOException failure) {
            sentences.add(text("rehearsal.copy-wrong", name, why(failure)));
        }
        return new RehearsalState.Told(sound, sentences);
    }

    private static int count(Difference difference) {
        return difference.added().size()
                + difference.removed().size()
                + difference.changed().size();
    }

    private static String why(IOException failure) {
        return Errands.why(failure, text("vault.disk"));
    }

    private void put(String when) {
        due.set(false);
        threads.work().execute(() -> {
            try {
                session.edit(vault -> vault.withSetting(SETTING, when));
            } catch (IOException _) {
                // It is asked again at the next start, which is no harm.
            }
        });
    }

    private void onUi(Runnable task) {
        threads.ui().execute(() -> {
            if (!closed) {
                task.run();
            }
        });
    }
}
