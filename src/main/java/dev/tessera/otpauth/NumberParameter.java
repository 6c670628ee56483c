package dev.tessera.otpauth;

import java.util.regex.Pattern;

/// A parameter that is a number, with its allowed range and what holds when it is missing.
enum NumberParameter {
    DIGITS("digits", 1, 10, 6),
    PERIOD("period", 1, 86_400, 30),
    COUNTER("counter", 0, Long.MAX_VALUE, 0),
    PIN_LENGTH("pin_length", 1, 16, 0);

    /// ASCII digits alone: the number parsers of Java take those of every script.
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,30}");

    private final String parameter;
    private final long min;
    private final long max;
    private final long usual;

    NumberParameter(String parameter, long min, long max, long usual) {
        this.parameter = parameter;
        this.min = min;
        this.max = max;
        this.usual = usual;
    }

    /// The number, or the usual one where there is none.
    ///
    /// @throws OtpauthException if it is no number or out of range
    long read(Parameters parameters, Notes notes) throws OtpauthException {
        var text = parameters.find(parameter);
        if (text.isPresent()) {
            return checked(text.get());
        }
        if (parameters.isNamed(parameter)) {
            notes.repaired("The parameter “" + parameter + "” is empty; the default " + usual + " was used.");
        }
        return usual;
    }

    private long checked(String text) throws OtpauthException {
        if (!NUMBER.matcher(text).matches()) {
            throw new OtpauthException(parameter + " is not a whole number; " + range());
        }
        try {
            long number = Long.parseLong(text);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Beyond 64 bits, so out of range like any other.
        }
        throw new OtpauthException(parameter + " is " + text + "; " + range());
    }

    private String range() {
        return "it must be " + min + " to " + max;
    }
}
