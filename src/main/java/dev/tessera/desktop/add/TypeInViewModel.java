package dev.tessera.desktop.add;

import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.desktop.form.ParametersForm;
import dev.tessera.otp.Account;
import dev.tessera.otp.Base32;
import dev.tessera.otp.Credential;
import dev.tessera.otp.NotBase32Exception;
import dev.tessera.otp.Secret;
import dev.tessera.vault.Entry;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The form of an account that is typed in, checked at each key.
public final class TypeInViewModel {

    /// What the form says about itself.
    ///
    /// @param secretProblem which sign is wrong; empty when none is
    /// @param numberProblem which number is out of its range; empty when none is
    /// @param warning what is usable but weak, or in the vault already
    public record Check(String secretProblem, String numberProblem, String warning) {}

    private static final int SHORT_BYTES = 10;

    private final Function<Account, Optional<Entry>> present;
    private final StringProperty secret = new SimpleStringProperty("");
    private final StringProperty issuer = new SimpleStringProperty("");
    private final StringProperty accountName = new SimpleStringProperty("");
    private final ParametersForm parameters = new ParametersForm();
    private final ReadOnlyObjectWrapper<Optional<Account>> account = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Check> check = new ReadOnlyObjectWrapper<>(new Check("", "", ""));

    /// @param present finds the entry with the same secret and parameters
    public TypeInViewModel(Function<Account, Optional<Entry>> present) {
        this.present = present;
        Stream.<Observable>of(secret, issuer, accountName)
                .forEach(property -> property.addListener((InvalidationListener) _ -> examine()));
        parameters.onChange(this::examine);
    }

    /// With a secret that was found without the rest.
    TypeInViewModel(Function<Account, Optional<Entry>> present, Secret found) {
        this(present);
        byte[] bytes = found.toByteArray();
        secret.set(String.join(" ", Base32.encode(bytes).split("(?<=\\G.{4})")));
        Arrays.fill(bytes, (byte) 0);
    }

    public StringProperty secretProperty() {
        return secret;
    }

    public StringProperty issuerProperty() {
        return issuer;
    }

    public StringProperty accountNameProperty() {
        return accountName;
    }

    /// How its codes are made.
    public ParametersForm parameters() {
        return parameters;
    }

    /// The account, once the form makes one.
    public ReadOnlyObjectProperty<Optional<Account>> accountProperty() {
        return account.getReadOnlyProperty();
    }

    /// What is wrong or weak.
    public ReadOnlyObjectProperty<Check> checkProperty() {
        return check.getReadOnlyProperty();
    }

    private void examine() {
        var wrongSign = wrongSign(secret.get());
        var wrongNumber = parameters.problem();
        var made = wrongSign.isEmpty() && wrongNumber.isEmpty() ? make() : Optional.<Account>empty();
        check.set(new Check(wrongSign, wrongNumber, made.map(this::warning).orElse("")));
        account.set(made);
    }

    private Optional<Account> make() {
        byte[] bytes = Base32.decodeTyped(secret.get());
        if (bytes.length == 0 || bytes.length > Secret.MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            var credential = new Credential(Secret.copyOf(bytes), parameters.parameters());
            return Optional.of(
                    new Account(issuer.get().strip(), accountName.get().strip(), credential));
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private String warning(Account made) {
        var duplicate = present.apply(made);
        if (duplicate.isPresent()) {
            return text("type-in.present", duplicate.get().account().title());
        }
        return made.credential().secret().length() < SHORT_BYTES ? text("type-in.short") : "";
    }

    /// The first sign that is none of Base32: the last one of the shortest beginning that cannot be read.
    private static String wrongSign(String typed) {
        for (int end = 1; end <= typed.length(); end++) {
            try {
                Arrays.fill(Base32.decodeTyped(typed.substring(0, end)), (byte) 0);
            } catch (NotBase32Exception _) {
                char sign = typed.charAt(end - 1);
                return sign == '0' || sign == '1' || sign == '8' || sign == '9'
                        ? text("type-in.wrong-digit", String.valueOf(sign), end)
                        : text("type-in.wrong-sign", String.valueOf(sign), end);
            }
        }
        return "";
    }
}
