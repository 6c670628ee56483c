package dev.tessera.demo.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tessera.crypto.Hkdf;
import dev.tessera.crypto.Key;
import java.net.InetAddress;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The first step of a log-in: user name and password.
///
/// Somebody unknown, somebody without a password and a wrong password are one and the same outcome,
/// after the same work.
public final class PasswordLogIn {
    private static final Duration REMEMBERED = Duration.ofDays(1);
    /// Of an IPv6 address: what follows is the customer's to choose.
    private static final int NETWORK_BYTES = 8;

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

        /// The password is right, but the authenticator was reset: the link from the mail is needed as well.
        record TicketDue(Person person) implements Outcome {}

        /// Wrong, for whatever reason. `known` is for the log alone.
        record Refused(Optional<Person> known) implements Outcome {}

        /// Not looked at: too many wrong ones before.
        record Blocked(Instant until) implements Outcome {}
    }

    /// Checks a password.
    ///
    /// @param address where the request came from
    /// @param ticket from the link that somebody gets after a reset
    public Outcome attempt(String userName, String password, String address, Optional<Token> ticket)
            throws StoreException, BusyException {
        var network = network(address);
        var origin = subject("", network);
        var subject = subject(userName, network);
        if (!reserve(AttemptLimit.ADDRESSES, origin)) {
            return new Outcome.Blocked(blockedUntil(origin));
        }
        if (!reserve(AttemptLimit.PASSWORDS, subject)) {
            release(AttemptLimit.ADDRESSES, origin);
            return new Outcome.Blocked(blockedUntil(subject));
        }
        var known = people.byUserName(userName);
        var stored = known.map(People.Known::passwordHash).orElse(null);
        if (!isRight(password, stored, origin, subject)) {
            return new Outcome.Refused(known.map(People.Known::person));
        }
        var person = known.orElseThrow().person();
        release(AttemptLimit.ADDRESSES, origin);
        return database.run(sql -> {
            AttemptLimit.PASSWORDS.forgive(sql, subject);
            return next(sql, person, ticket);
        });
    }

    /// What nobody looked at is given back.
    private boolean isRight(String password, @Nullable String stored, String origin, String subject)
            throws StoreException, BusyException {
        try {
            return passwords.matches(bounded(password), stored);
        } catch (BusyException e) {
            release(AttemptLimit.PASSWORDS, subject);
            release(AttemptLimit.ADDRESSES, origin);
            throw e;
        }
    }

    /// One query, so that it sees the person either before or after a reset, and nothing between.
    private Outcome next(Sql sql, Person person, Optional<Token> ticket) throws SQLException {
        return sql.<Outcome>first(
                        "SELECT p.must_change_password, p.reset_pending,"
                                + " (SELECT COUNT(*) FROM factor f WHERE f.person_id = p.id) AS factors,"
                                + " (SELECT COUNT(*) FROM ticket t WHERE t.person_id = p.id AND t.kind = 'RESET'"
                                + " AND t.token_hash = ? AND t.expires_at > ?) AS tickets"
                                + " FROM person p WHERE p.id = ?",
                        row -> {
                            if (row.getInt("factors") > 0) {
                                return new Outcome.Accepted(person, Session.Stage.CODE_DUE);
                            }
                            if (row.getBoolean("reset_pending") && row.getInt("tickets") == 0) {
                                return new Outcome.TicketDue(person);
                            }
                            boolean mustChange = row.getBoolean("must_change_password");
                            return new Outcome.Accepted(
                                    person, mustChange ? Session.Stage.PASSWORD_DUE : Session.Stage.ENROLLING);
                        },
                        ticket.map(Token::hash).orElse(""),
                        clock.millis(),
                        person.id())
                .orElseGet(() -> new Outcome.Refused(Optional.empty()));
    }

    private boolean reserve(AttemptLimit limit, String subject) throws StoreException {
        var now = clock.instant();
        database.tidy(
                "DELETE FROM password_attempts WHERE touched_at < ?",
                now.minus(REMEMBERED).toEpochMilli());
        try {
            database.run(sql -> sql.update(
                    "INSERT INTO password_attempts (subject, attempts, blocked_until, touched_at)"
                            + " SELECT CAST(? AS VARCHAR(64)), 0, 0, CAST(? AS BIGINT)"
                            + " WHERE NOT EXISTS (SELECT 1 FROM password_attempts WHERE subject = ?)",
                    subject,
                    now.toEpochMilli(),
                    subject));
        } catch (StoreException e) {
            if (!e.isDuplicate()) { // another request made the row: that is as good
                throw e;
            }
        }
        return database.run(sql -> limit.reserve(sql, subject, now));
    }

    private void release(AttemptLimit limit, String subject) throws StoreException {
        database.run(sql -> {
            limit.release(sql, subject);
            return true;
        });
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

    /// An IPv4 address as it is; of an IPv6 address the network.
    private static String network(String address) {
        byte[] bytes = InetAddress.ofLiteral(address).getAddress();
        return bytes.length > NETWORK_BYTES ? HexFormat.of().formatHex(bytes, 0, NETWORK_BYTES) : address;
    }

    /// Longer ones were never set, and must not cost more than others.
    private static String bounded(String password) {
        return password.length() > 2 * PasswordRules.LONGEST ? "" : password;
    }
}
