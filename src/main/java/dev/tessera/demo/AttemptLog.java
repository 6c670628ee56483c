package dev.tessera.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import dev.tessera.demo.account.Audit;
import dev.tessera.demo.account.Deed;
import dev.tessera.demo.account.Person;
import dev.tessera.demo.account.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// One line for each attempt, in UTC: when, what, who, from where; and by whom, if it was somebody else.
///
/// Whom it does not know it calls `unknown`: people type passwords into the field for the user name.
final class AttemptLog {
    private final Path file;
    private final Audit audit;
    private final InstantSource clock;

    AttemptLog(Path file, Audit audit, InstantSource clock) {
        this.file = file;
        this.audit = audit;
        this.clock = clock;
    }

    /// Writes what changed nothing by itself to the database and the file.
    void attempt(Deed deed) throws StoreException {
        audit.record(deed);
        append(deed);
    }

    /// Appends a line about a change, which the database has noted with the change itself. A user name has the form of
    /// an address, and a detail is a word of ours, so nothing in a line can end it.
    ///
    /// @throws UncheckedIOException if it cannot be written
    void append(Deed deed) {
        var line = clock.instant().truncatedTo(ChronoUnit.MILLIS) + " "
                + deed.event().name().replace('_', '-') + " "
                + deed.subject().map(Person::userName).orElse("unknown") + " " + deed.address()
                + (deed.detail().isEmpty() ? "" : " (" + deed.detail() + ")")
                + byAnother(deed).map(actor -> " by " + actor.userName()).orElse("") + "\n";
        try {
            Files.writeString(file, line, UTF_8, CREATE, APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Person> byAnother(Deed deed) {
        return deed.actor()
                .filter(actor -> deed.subject()
                        .filter(subject -> subject.id().equals(actor.id()))
                        .isEmpty());
    }
}
