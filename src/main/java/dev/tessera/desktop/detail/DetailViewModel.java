package dev.tessera.desktop.detail;

import static dev.tessera.desktop.control.Messages.sentence;
import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.crypto.Passphrase;
import dev.tessera.desktop.control.Threads;
import dev.tessera.otp.Account;
import dev.tessera.otpauth.OtpauthUri;
import dev.tessera.scan.QrEncoder;
import dev.tessera.session.VaultSession;
import dev.tessera.vault.Entry;
import dev.tessera.vault.file.VaultException;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Edits one account, and shows its QR code to who knows the passphrase.
public final class DetailViewModel {
    private final VaultSession session;
    private final InstantSource clock;
    private final Threads threads;
    private final Told told;
    private final ReadOnlyObjectWrapper<DetailPage> page = new ReadOnlyObjectWrapper<>(new DetailPage.Closed());
    private boolean closed;

    /// @param told takes what happened, with its undo
    public DetailViewModel(VaultSession session, InstantSource clock, Threads threads, Told told) {
        this.session = session;
        this.clock = clock;
        this.threads = threads;
        this.told = told;
    }

    /// Where one line about what happened is shown.
    @FunctionalInterface
    public interface Told {
        void tell(String text, Optional<Runnable> undo);
    }

    public ReadOnlyObjectProperty<DetailPage> pageProperty() {
        return page.getReadOnlyProperty();
    }

    /// Begins to edit.
    public void edit(Entry entry) {
        page.set(new DetailPage.Editing(new EditForm(entry, session.vault())));
    }

    /// Back to the list; what was typed is forgotten.
    public void dismiss() {
        page.set(new DetailPage.Closed());
    }

    /// Saves what was edited; does nothing while a number is out of its range.
    public void save(EditForm form) {
        if (form.accountProperty().get().isEmpty()) {
            return;
        }
        var before = session.vault();
        work(() -> session.edit(vault -> form.applyTo(vault, clock.instant())), after -> {
            dismiss();
            if (!after.equals(before)) {
                told.tell(text("detail.saved", title(form)), Optional.of(() -> putBack(form.before())));
            }
        });
    }

    private static String title(EditForm form) {
        return form.accountProperty().get().map(Account::title).orElse("");
    }

    private void putBack(Entry before) {
        work(
                () -> session.edit(vault -> vault.change(
                        before.id(),
                        entry -> entry.withAccount(before.account(), clock.instant())
                                .withDetails(before.details(), clock.instant()))),
                _ -> dismiss());
    }

    /// Asks for the passphrase first: whoever sees the code has the account.
    public void showCode(Entry entry) {
        page.set(new DetailPage.Proving(entry.account(), ""));
    }

    /// Shows the code if the passphrase is right, which is wiped.
    public void prove(Account account, Passphrase passphrase) {
        work(
                () -> {
                    try (passphrase) {
                        return session.isPassphrase(passphrase)
                                ? new DetailPage.CodeShown(account, QrEncoder.modules(OtpauthUri.format(account)))
                                : new DetailPage.Proving(account, text("vault.not-the-passphrase"));
                    }
                },
                page::set);
    }

    /// Forgets everything it shows. The session stays the caller's to close.
    public void close() {
        closed = true;
        dismiss();
    }

    private <T> void work(Step<T> step, Consumer<T> then) {
        var before = page.get();
        page.set(new DetailPage.Working());
        threads.work().execute(() -> {
            try {
                var result = step.run();
                onUi(() -> then.accept(result));
            } catch (VaultException failure) {
                onUi(() -> failed(before, sentence(failure.getMessage())));
            } catch (IOException failure) {
                onUi(() -> failed(before, text("notice.not-saved")));
            } catch (IllegalArgumentException failure) {
                onUi(() -> failed(before, text("detail.too-long")));
            }
        });
    }

    /// What was typed is still there.
    private void failed(DetailPage before, String why) {
        page.set(before);
        told.tell(why, Optional.empty());
    }

    private void onUi(Runnable task) {
        threads.ui().execute(() -> {
            if (!closed) {
                task.run();
            }
        });
    }

    @FunctionalInterface
    private interface Step<T> {
        T run() throws IOException;
    }
}
