package dev.tessera.clock;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// By what an offset is known.
public enum Source {
    /// Time servers, asked by SNTP.
    SERVERS,
    /// The date that a web page bears.
    WEB,
    /// The time that a person typed off another clock.
    TYPED,
    /// The person said how much it is.
    GIVEN;

    /// As files and scripts see it.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Source> of(String text) {
        return Arrays.stream(values())
                .filter(source -> source.text().equals(text))
                .findFirst();
    }
}
