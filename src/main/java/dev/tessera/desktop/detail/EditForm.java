package dev.tessera.desktop.detail;

import dev.tessera.desktop.control.Folding;
import dev.tessera.desktop.control.Messages;
import dev.tessera.desktop.form.ParametersForm;
import dev.tessera.otp.Account;
import dev.tessera.otp.Credential;
import dev.tessera.otp.OtpParameters;
import dev.tessera.otpauth.OtpauthException;
import dev.tessera.otpauth.PinlessUri;
import dev.tessera.otpauth.Pins;
import dev.tessera.vault.Details;
import dev.tessera.vault.Entry;
import dev.tessera.vault.Tag;
import dev.tessera.vault.Vault;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// An account that is edited, with what it would be.
public final class EditForm {
    private final Entry before;
    private final String tagsBefore;
    private final StringProperty issuer = new SimpleStringProperty();
    private final StringProperty accountName = new SimpleStringProperty();
    private final StringProperty tags = new SimpleStringProperty();
    private final StringProperty note = new SimpleStringProperty();
    private final Optional<ParametersForm> parameters;
    private final Optional<PinlessUri.Kind> kindWithPin;
    private final ReadOnlyStringWrapper pinProblem = new ReadOnlyStringWrapper("");
    private Optional<OtpParameters> withNextPin = Optional.empty();
    private final ReadOnlyObjectWrapper<Optional<Account>> account = new ReadOnlyObjectWrapper<>(Optional.empty());

    EditForm(Entry entry, Vault vault) {
        before = entry;
        issuer.set(entry.account().issuer());
        accountName.set(entry.account().accountName());
        note.set(entry.details().note());
        tagsBefore = vault.tags().stream()
                .filter(tag -> entry.details().tags().contains(tag.id()))
                .map(Tag::name)
                .collect(Collectors.joining(", "));
        tags.set(tagsBefore);
        parameters = form(entry.account().credential().parameters());
        kindWithPin = pinned(entry.account().credential().parameters());
        Stream.of(issuer, accountName).forEach(property -> property.subscribe(this::make));
        parameters.ifPresent(form -> form.onChange(this::make));
        make();
    }

    private static Optional<ParametersForm> form(OtpParameters of) {
        return switch (of) {
            case OtpParameters.Motp _, OtpParameters.Yandex _ -> Optional.empty();
            default -> Optional.of(ParametersForm.of(of));
        };
    }

    private static Optional<PinlessUri.Kind> pinned(OtpParameters of) {
        return switch (of) {
            case OtpParameters.Motp _ -> Optional.of(PinlessUri.Kind.MOTP);
            case OtpParameters.Yandex _ -> Optional.of(PinlessUri.Kind.YANDEX);
            default -> Optional.empty();
        };
    }

    public StringProperty issuerProperty() {
        return issuer;
    }

    public StringProperty accountNameProperty() {
        return accountName;
    }

    /// Names of tags with commas between them.
    public StringProperty tagsProperty() {
        return tags;
    }

    public StringProperty noteProperty() {
        return note;
    }

    /// How its codes are made; empty for kinds that leave no choice.
    public Optional<ParametersForm> parameters() {
        return parameters;
    }

    /// Whether a PIN goes into the codes.
    public boolean hasPin() {
        return kindWithPin.isPresent();
    }

    /// What is wrong with the PIN that is typed; empty when nothing is.
    public ReadOnlyStringProperty pinProblemProperty() {
        return pinProblem.getReadOnlyProperty();
    }

    /// Takes the PIN typed so far; none leaves it as it is. The caller wipes it.
    public void pin(char[] typed) {
        withNextPin = Optional.empty();
        pinProblem.set("");
        if (typed.length > 0) {
            try {
                withNextPin = Optional.of(Pins.parameters(kindWithPin.orElseThrow(), typed));
            } catch (OtpauthException wrong) {
                pinProblem.set(Messages.sentence(wrong.getMessage()));
            }
        }
        make();
    }

    /// What the account would be; empty while a number is out of its range.
    public ReadOnlyObjectProperty<Optional<Account>> accountProperty() {
        return account.getReadOnlyProperty();
    }

    /// The account as it was before.
    public Entry before() {
        return before;
    }

    private void make() {
        boolean isSound = parameters.map(form -> form.problem().isEmpty()).orElse(true)
                && pinProblem.get().isEmpty();
        account.set(isSound ? Optional.of(made(before.account())) : Optional.empty());
    }

    /// `now` with the names and numbers of this form. A counter that was not touched stays where it is now.
    private Account made(Account now) {
        var was = before.account().credential().parameters();
        var typed =
                parameters.map(ParametersForm::parameters).or(() -> withNextPin).orElse(was);
        var kept = typed.equals(was) ? now.credential().parameters() : typed;
        return new Account(
                issuer.get().strip(),
                accountName.get().strip(),
                new Credential(now.credential().secret(), kept));
    }

    /// The vault with what this form changes, and nothing else. Only while there is an account.
    Vault applyTo(Vault vault, Instant now) {
        var named = isTagged() ? withTags(vault, now) : vault;
        var chosen = isTagged() ? Optional.of(chosen(named)) : Optional.<Set<UUID>>empty();
        return named.change(before.id(), entry -> {
            var details = new Details(
                    chosen.orElse(entry.details().tags()),
                    note.get().equals(before.details().note())
                            ? entry.details().note()
                            : note.get().strip(),
                    entry.details().pinned());
            var changed = isRenamed(entry) ? entry.withAccount(made(entry.account()), now) : entry;
            return details.equals(entry.details()) ? changed : changed.withDetails(details, now);
        });
    }

    private boolean isRenamed(Entry entry) {
        return account.get().filter(made -> !made.equals(before.account())).isPresent()
                && !made(entry.account()).equals(entry.account());
    }

    private boolean isTagged() {
        return !tags.get().equals(tagsBefore);
    }

    /// Each name once, whatever its case.
    private List<String> names() {
        Map<String, String> byFolded = new LinkedHashMap<>();
        for (var name : tags.get().split(",")) {
            if (!name.isBlank()) {
                byFolded.putIfAbsent(Folding.fold(name.strip()), name.strip());
            }
        }
        return List.copyOf(byFolded.values());
    }

    private Vault withTags(Vault vault, Instant now) {
        var result = vault;
        for (var name : names()) {
            if (find(result, name).isEmpty()) {
                result = result.with(Tag.create(name, now));
            }
        }
        return result;
    }

    private Set<UUID> chosen(Vault vault) {
        return names().stream()
                .flatMap(name -> find(vault, name).stream())
                .map(Tag::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<Tag> find(Vault vault, String name) {
        var folded = Folding.fold(name);
        return vault.tags().stream()
                .filter(tag -> Folding.fold(tag.name()).equals(folded))
                .findFirst();
    }
}
