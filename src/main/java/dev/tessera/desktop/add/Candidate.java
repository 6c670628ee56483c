package dev.tessera.desktop.add;

import dev.tessera.desktop.control.Messages;
import dev.tessera.otp.Account;
import dev.tessera.otpauth.OtpauthException;
import dev.tessera.otpauth.OtpauthUri;
import dev.tessera.otpauth.PinlessUri;
import dev.tessera.vault.Entry;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/// One account found, and what the person wants done with it.
public final class Candidate {

    /// What to do with it.
    public enum Choice {
        ADD,
        /// The entry that is there takes over the names found.
        RENAME,
        LEAVE
    }

    private final Optional<PinlessUri> pinless;
    private final Function<Account, Optional<Entry>> present;
    private final ReadOnlyObjectWrapper<Optional<OtpauthUri>> uri = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Entry>> duplicate = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper pinProblem = new ReadOnlyStringWrapper("");
    private final ObjectProperty<Choice> choice = new SimpleObjectProperty<>(Choice.ADD);

    /// @param present finds the entry with the same secret and parameters
    Candidate(OtpauthUri found, Function<Account, Optional<Entry>> present) {
        this.pinless = Optional.empty();
        this.present = present;
        take(found);
    }

    Candidate(PinlessUri found, Function<Account, Optional<Entry>> present) {
        this.pinless = Optional.of(found);
        this.present = present;
        choice.set(Choice.LEAVE);
    }

    String issuer() {
        return pinless.map(PinlessUri::issuer)
                .orElseGet(() -> uri.get().orElseThrow().account().issuer());
    }

    String accountName() {
        return pinless.map(PinlessUri::accountName)
                .orElseGet(() -> uri.get().orElseThrow().account().accountName());
    }

    /// What was put right, as sentences.
    List<String> repairs() {
        return told(pinless.map(PinlessUri::repairs)
                .orElseGet(() -> uri.get().orElseThrow().repairs()));
    }

    /// What is weak about it, as sentences.
    List<String> warnings() {
        return told(uri.get().map(OtpauthUri::warnings).orElse(List.of()));
    }

    private static List<String> told(List<String> sentences) {
        return sentences.stream().map(Messages::said).toList();
    }

    /// Whether there is no code before a PIN is typed.
    boolean needsPin() {
        return pinless.isPresent();
    }

    /// The account; empty while its PIN is missing or wrong.
    ReadOnlyObjectProperty<Optional<OtpauthUri>> uriProperty() {
        return uri.getReadOnlyProperty();
    }

    /// The entry in the vault that is the same.
    ReadOnlyObjectProperty<Optional<Entry>> duplicateProperty() {
        return duplicate.getReadOnlyProperty();
    }

    /// What is wrong with the PIN; empty when nothing is.
    ReadOnlyStringProperty pinProblemProperty() {
        return pinProblem.getReadOnlyProperty();
    }

    /// What is to be done; a duplicate is left alone unless the person says otherwise.
    public ObjectProperty<Choice> choiceProperty() {
        return choice;
    }

    /// Takes the PIN typed so far; the caller wipes it.
    void pin(char[] pin) {
        pinProblem.set("");
        uri.set(Optional.empty());
        if (pin.length == 0) {
            choice.set(Choice.LEAVE);
            return;
        }
        try {
            take(pinless.orElseThrow().withPin(pin));
        } catch (OtpauthException wrong) {
            choice.set(Choice.LEAVE);
            pinProblem.set(Messages.sentence(wrong.getMessage()));
        }
    }

    private void take(OtpauthUri found) {
        uri.set(Optional.of(found));
        duplicate.set(present.apply(found.account()));
        choice.set(duplicate.get().isPresent() ? Choice.LEAVE : Choice.ADD);
    }
}
