package dev.tessera.desktop.form;

import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.otp.HmacAlgorithm;
import dev.tessera.otp.OtpParameters;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// How codes are made, as it is typed: kind, algorithm and numbers.
public final class ParametersForm {

    /// The kinds of codes that can be typed in.
    public enum Kind {
        TIME,
        COUNTER,
        STEAM
    }

    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.TIME);
    private final ObjectProperty<HmacAlgorithm> algorithm = new SimpleObjectProperty<>(HmacAlgorithm.SHA1);
    private final StringProperty digits = new SimpleStringProperty("6");
    private final StringProperty period = new SimpleStringProperty("30");
    private final StringProperty counter = new SimpleStringProperty("0");

    /// What nearly every site uses.
    public ParametersForm() {}

    /// Filled with these.
    ///
    /// @throws IllegalArgumentException for kinds that need a PIN: there is nothing else to be typed
    public static ParametersForm of(OtpParameters parameters) {
        var form = new ParametersForm();
        switch (parameters) {
            case OtpParameters.Totp totp -> {
                form.fill(totp.algorithm(), totp.digits());
                form.period.set(Integer.toString(totp.period()));
            }
            case OtpParameters.Hotp hotp -> {
                form.kind.set(Kind.COUNTER);
                form.fill(hotp.algorithm(), hotp.digits());
                form.counter.set(Long.toString(hotp.counter()));
            }
            case OtpParameters.Steam _ -> form.kind.set(Kind.STEAM);
            case OtpParameters.Motp _, OtpParameters.Yandex _ ->
                throw new IllegalArgumentException("codes with a PIN have no numbers to be typed");
        }
        return form;
    }

    private void fill(HmacAlgorithm filledAlgorithm, int filledDigits) {
        algorithm.set(filledAlgorithm);
        digits.set(Integer.toString(filledDigits));
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

    /// Calls `listener` at each change.
    public void onChange(Runnable listener) {
        Stream.<Observable>of(kind, algorithm, digits, period, counter)
                .forEach(property -> property.addListener((InvalidationListener) _ -> listener.run()));
    }

    /// Which number is out of its range; empty when none is.
    public String problem() {
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

    /// What is typed. Only while there is no [#problem()].
    public OtpParameters parameters() {
        return switch (kind.get()) {
            case TIME ->
                new OtpParameters.Totp(algorithm.get(), Integer.parseInt(digits.get()), Integer.parseInt(period.get()));
            case COUNTER ->
                new OtpParameters.Hotp(algorithm.get(), Integer.parseInt(digits.get()), Long.parseLong(counter.get()));
            case STEAM -> new OtpParameters.Steam();
        };
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
