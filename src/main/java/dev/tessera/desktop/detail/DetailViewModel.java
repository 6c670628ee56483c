package dev.tessera.desktop.detail;

import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.crypto.Passphrase;
import dev.tessera.desktop.control.Errands;
import dev.tessera.desktop.control.Threads;
import dev.tessera.otp.Account;
import dev.tessera.otpauth.OtpauthUri;
import dev.tessera.scan.QrEncoder;
import dev.tessera.session.VaultSession;
import dev.tessera.vault.Entry;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Edits one account, and shows its QR code to who knows the passphrase.
public final class DetailViewModel {
    private final VaultSession session;
    private final InstantSource clock;
    private final Errands errands;
    private final ReadOnlyObjectWrapper<DetailPage> page = new ReadOnlyObjectWrapper<>(new DetailPage.Closed());

    /// @param told takes what happened, with its undo
    public DetailViewModel(VaultSession session, InstantSource clock, Threads threads, Errands.Told told) {
        this.session = session;
        this.clock = clock;
        this.errands = new Errands(threads, told);
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
                errands.tell(text("detail.saved", title(form)), Optional.of(() -> putBack(form.before())));
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
        errands.close();
        dismiss();
    }

    /// If it fails, what was typed is still there.
    private <T> void work(Errands.Step<T> step, Consumer<T> then) {
        var before = page.get();
        page.set(new DetailPage.Working());
        errands.run(step, then, () -> page.set(before));
    }
}
