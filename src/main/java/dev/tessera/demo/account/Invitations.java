package dev.tessera.demo.account;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// One-time links with which an invited person sets the first password.
public final class Invitations {
    /// How long a link is good.
    public static final Duration LIFETIME = Duration.ofHours(24);

    private final Database database;
    private final Passwords passwords;
    private final Audit audit;
    private final SecureRandom random;
    private final InstantSource clock;

    Invitations(Database database, Passwords passwords, Audit audit, SecureRandom random, InstantSource clock) {
        this.database = database;
        this.passwords = passwords;
        this.audit = audit;
        this.random = random;
        this.clock = clock;
    }

    /// What came of a new password.
    public sealed interface Outcome {
        /// It is set, and the link is used up.
        record Accepted(Person person) implements Outcome {}

        /// It is not good enough; `objection` says why, for the person. The link stays good.
        record Objected(Person person, String objection) implements Outcome {}

        /// The link is used, over or was never given, or the person has registered by another.
        record Gone() implements Outcome {}
    }

    /// Makes a new link for somebody; those made before are worth nothing any more.
    public Token issue(Person person) throws StoreException {
        var token = Token.random(random);
        return database.transaction(sql -> {
            sql.update("DELETE FROM ticket WHERE person_id = ? AND kind = 'INVITATION'", person.id());
            insert(sql, token, person);
            return token;
        });
    }

    void insert(Sql sql, Token token, Person person) throws SQLException {
        sql.update(
                "INSERT INTO ticket (token_hash, kind, person_id, expires_at) VALUES (?, 'INVITATION', ?, ?)",
                token.hash(),
                person.id(),
                clock.instant().plus(LIFETIME).toEpochMilli());
    }

    /// Whom a link is for; empty if it is used, over or was never given, or if the person has registered by another.
    public Optional<Person> find(Token token) throws StoreException {
        return database.run(sql -> sql.first(
                "SELECT " + People.COLUMNS + " FROM ticket t JOIN person p ON p.id = t.person_id"
                        + " WHERE t.token_hash = ? AND t.kind = 'INVITATION' AND t.used_at IS NULL AND t.expires_at > ?"
                        + " AND p.password_hash IS NULL",
                People::read,
                token.hash(),
                clock.millis()));
    }

    /// Sets the password of whom the link is for, and uses the link up.
    ///
    /// @param address where the request came from
    public Outcome accept(Token token, String newPassword, String address) throws StoreException, BusyException {
        var person = find(token);
        if (person.isEmpty()) {
            return new Outcome.Gone();
        }
        var objection = PasswordRules.objection(newPassword, person.get());
        if (objection.isPresent()) {
            return new Outcome.Objected(person.get(), objection.get());
        }
        var hash = passwords.hash(newPassword);
        var deed = Deed.own(AuditEvent.PASSWORD_SET, person.get(), address);
        return redeem(token, person.get(), hash, deed) ? new Outcome.Accepted(person.get()) : new Outcome.Gone();
    }

    /// Two links of one person can both be good for a moment; whoever has registered keeps the password.
    private boolean redeem(Token token, Person person, String hash, Deed deed) throws StoreException {
        long now = clock.millis();
        return database.transactionIf(sql -> {
            if (sql.update(
                            "UPDATE ticket SET used_at = ? WHERE token_hash = ? AND kind = 'INVITATION'"
                                    + " AND used_at IS NULL AND expires_at > ?",
                            now,
                            token.hash(),
                            now)
                    != 1) {
                return false;
            }
            audit.write(sql, deed);
            return sql.update(
                            "UPDATE person SET password_hash = ?, must_change_password = FALSE"
                                    + " WHERE id = ? AND password_hash IS NULL",
                            hash,
                            person.id())
                    == 1;
        });
    }
}
