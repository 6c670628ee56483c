package dev.tessera.desktop.add;

import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.otp.Account;
import dev.tessera.otp.Base32;
import dev.tessera.otp.Credential;
import dev.tessera.otp.HmacAlgorithm;
import dev.tessera.otp.NotBase32Exception;
import dev.tessera.otp.OtpParameters;
import dev.tessera.otp.Secret;
import dev.tessera.vault.Entry;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The form of an account that is typed in, checked at each key.
public final class TypeInViewModel {

    /// The kinds of codes that can be typed in.
    public enum Kind {
        TIME,
        COUNTER,
        STEAM
    }

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
    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.TIME);
    private final ObjectProperty<HmacAlgorithm> algorithm = new SimpleObjectProperty<>(HmacAlgorithm.SHA1);
    private final StringProperty digits = new SimpleStringProperty("6");
    private final StringProperty period = new SimpleStringProperty("30");
    private final StringProperty counter = new SimpleStringProperty("0");
    private final ReadOnlyObjectWrapper<Optional<Account>> account = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Check> check = new ReadOnlyObjectWrapper<>(new Check("", "", ""));

    /// @param present finds the entry with the same secret and parameters
    public TypeInViewModel(Function<Account, Optional<Entry>> present) {
        this.present = present;
        Stream.<Observable>of(secret, issuer, accountName, kind, algorithm, digits, period, counter)
                .forEach(property -> property.addListener((InvalidationListener) _ -> examine()));
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

    public ObjectProperty<Kind> kindProperty() {
        return kind;
    }

    public ObjectProperty<HmacAlgorithm> algorithmProperty() {
        return algorithm;
    }

    public StringProperty digitsProperty() {
        return digits;
    }

    public StringProperty periodProperty() {
        return period;
    }

    public StringProperty counterProperty() {
        return counter;
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
        var wrongNumber = wrongNumber();
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
            var credential = new Credential(Secret.copyOf(bytes), parameters());
            return Optional.of(
                    new Account(issuer.get().strip(), accountName.get().strip(), credential));
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private OtpParameters parameters() {
        return switch (kind.get()) {
            case TIME ->
                new OtpParameters.Totp(algorithm.get(), Integer.parseInt(digits.get()), Integer.parseInt(period.get()));
            case COUNTER ->
                new OtpParameters.Hotp(algorithm.get(), Integer.parseInt(digits.get()), Long.parseLong(counter.get()));
            case STEAM -> new OtpParameters.Steam();
        };
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

    private String wrongNumber() {
        if (kind.get() == Kind.STEAM) {
            return "";
        }
        if (!isWithin(digits.get(), 1, 10)) {
            return text("type-in.wrong-digits");
        }
        if (kind.get() == Kind.TIME && !isWithin(period.get(), 1, 86_400)) {
            return text("type-in.wrong-period");
        }
        if (kind.get() == Kind.COUNTER && !isWithin(counter.get(), 0, Long.MAX_VALUE)) {
            return text("type-in.wrong-counter");
        }
        return "";
    }

    private static boolean isWithin(String typed, long min, long max) {
        if (!typed.matches("[0-9]{1,19}")) {
            return false;
        }
        try {
            long value = Long.parseLong(typed);
            return value >= min && value <= max;
        } catch (NumberFormatException _) {
            return false;
        }
    }
}
