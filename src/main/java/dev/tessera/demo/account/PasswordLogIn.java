package dev.tessera.demo.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tessera.crypto.Hkdf;
import dev.tessera.crypto.Key;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;

/// The first step of a log-in: user name and password.
///
/// Somebody unknown, somebody without a password and a wrong password are one and the same outcome,
/// after the same work.
public final class PasswordLogIn {
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final Database database;
    private final People people;
    private final Passwords passwords;
    private final Key subjects;
    private final InstantSource clock;

    /// @param subjects the key under which user names and addresses are counted without being stored
    PasswordLogIn(Database database, People people, Passwords passwords, Key subjects, InstantSource clock) {
        this.database = database;
        this.people = people;
        this.passwords = passwords;
        this.subjects = subjects;
        this.clock = clock;
    }

    /// What came of it.
    public sealed interface Outcome {
        /// The password is right; `next` is what is still to be done.
        record Accepted(Person person, Session.Stage next) implements Outcome {}

        /// Wrong, for whatever reason. `known` is for the log alone.
        record Refused(Optional<Person> known) implements Outcome {}

        /// Not looked at: too many wrong ones before.
        record Blocked(Instant until) implements Outcome {}
    }

    /// Checks a password.
    ///
    /// @param address where the request came from
    public Outcome attempt(String userName, String password, String address) throws StoreException, BusyException {
        var subject = subject(userName, address);
        if (!reserve(subject)) {
            return new Outcome.Blocked(blockedUntil(subject));
        }
        var known = people.byUserName(userName);
        var stored = known.map(People.Known::passwordHash).orElse(null);
        if (!passwords.matches(bounded(password), stored)) {
            return new Outcome.Refused(known.map(People.Known::person));
        }
        var person = known.orElseThrow().person();
        var next = database.run(sql -> {
            AttemptLimit.PASSWORDS.forgive(sql, subject);
            if (person.mustChangePassword()) {
                return Session.Stage.PASSWORD_DUE;
            }
            boolean enrolled = sql.first("SELECT 1 FROM factor WHERE person_id = ?", row -> row.getInt(1), person.id())
                    .isPresent();
            return enrolled ? Session.Stage.CODE_DUE : Session.Stage.ENROLLING;
        });
        return new Outcome.Accepted(person, next);
    }

    private boolean reserve(String subject) throws StoreException {
        var now = clock.instant();
        try {
            database.run(sql -> {
                sql.update(
                        "DELETE FROM password_attempts WHERE touched_at < ?",
                        now.minus(REMEMBERED).toEpochMilli());
                return sql.update(
                        "INSERT INTO password_attempts (subject, attempts, blocked_until, touched_at)"
                                + " SELECT ?, 0, 0, CAST(? AS BIGINT)"
                                + " WHERE NOT EXISTS (SELECT 1 FROM password_attempts WHERE subject = ?)",
                        subject,
                        now.toEpochMilli(),
                        subject);
            });
        } catch (StoreException e) {
            if (!e.isDuplicate()) { // another request made the row: that is as good
                throw e;
            }
        }
        return database.run(sql -> AttemptLimit.PASSWORDS.reserve(sql, subject, now));
    }

    private Instant blockedUntil(String subject) throws StoreException {
        return database.run(sql -> sql.first(
                        "SELECT blocked_until FROM password_attempts WHERE subject = ?",
                        row -> Instant.ofEpochMilli(row.getLong(1)),
                        subject))
                .orElseGet(clock::instant);
    }

    private String subject(String userName, String address) {
        var text = People.normalise(userName) + '\n' + address;
        return HexFormat.of().formatHex(Hkdf.hmac(subjects, text.getBytes(UTF_8)));
    }

    /// Longer ones were never set, and must not cost more than others.
    private static String bounded(String password) {
        return password.length() > 2 * PasswordRules.LONGEST ? "" : password;
    }
}
