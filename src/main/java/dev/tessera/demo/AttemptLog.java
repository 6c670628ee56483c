package dev.tessera.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import dev.tessera.demo.account.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// One line for each attempt, in UTC: when, what, who, from where.
///
/// Whom it does not know it calls `unknown`: people type passwords into the field for the user name.
final class AttemptLog {
    private final Path file;
    private final InstantSource clock;

    AttemptLog(Path file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
    }

    /// What happened.
    enum Event {
        PASSWORD_ACCEPTED,
        PASSWORD_REFUSED,
        PASSWORD_BLOCKED,
        PASSWORD_SET,
        ENROLMENT_OFFERED,
        ENROLMENT_CONFIRMED,
        ENROLMENT_CODE_REFUSED,
        CODE_ACCEPTED,
        CODE_REFUSED,
        CODE_REUSED,
        CODE_BLOCKED,
        INVITED,
        LOGGED_OUT
    }

    void write(Event event, Person person, String address) {
        write(event, Optional.of(person), address);
    }

    /// Appends a line. A user name has the form of an address, so nothing in a line can end it.
    ///
    /// @throws UncheckedIOException if it cannot be written: what cannot be logged does not happen
    void write(Event event, Optional<Person> person, String address) {
        var line = clock.instant().truncatedTo(ChronoUnit.MILLIS) + " "
                + event.name().replace('_', '-') + " "
                + person.map(Person::userName).orElse("unknown") + " " + address + "\n";
        try {
            Files.writeString(file, line, UTF_8, CREATE, APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
