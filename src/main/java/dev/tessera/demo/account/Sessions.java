package dev.tessera.demo.account;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Sessions in the database, so that log-out and reset end them in every process, and so that a person's
/// role is read afresh with each request. The browser holds the token, the database its hash.
public final class Sessions {
    private final Database database;
    private final Audit audit;
    private final SecureRandom random;
    private final InstantSource clock;

    /// @param database where they are kept
    Sessions(Database database, Audit audit, SecureRandom random, InstantSource clock) {
        this.database = database;
        this.audit = audit;
        this.random = random;
        this.clock = clock;
    }

    /// The living session of a token, kept alive by this call; a [Session.Visitor] if there is none.
    public Session find(Token token) throws StoreException {
        long now = clock.millis();
        var found = database.run(sql -> sql.first(
                "SELECT s.stage, s.code_at, " + People.COLUMNS
                        + " FROM login_session s JOIN person p ON p.id = s.person_id"
                        + " WHERE s.id_hash = ? AND s.expires_at > ? AND s.idle_at > ?",
                row -> Session.Stage.valueOf(row.getString("stage"))
                        .of(token.hash(), People.read(row), Instant.ofEpochMilli(row.getLong("code_at"))),
                token.hash(),
                now,
                now));
        if (found.isEmpty()) {
            return new Session.Visitor();
        }
        if (found.get() instanceof Session.SignedIn signedIn) {
            touch(signedIn);
        }
        return found.get();
    }

    /// A session that just began.
    ///
    /// @param token for the browser's cookie
    public record Begun(Token token, Session.Known session) {}

    /// Begins a session of somebody whose password was right. Whatever session the browser had, ends.
    public Begun begin(Token old, Person person, Session.Stage stage) throws StoreException {
        database.tidy("DELETE FROM login_session WHERE expires_at <= ?", clock.millis());
        return database.transaction(sql -> {
            end(sql, old.hash());
            return insert(sql, person, stage, Instant.EPOCH);
        });
    }

    /// Takes a session to its next stage under a new token; the old one is worth nothing from then on.
    ///
    /// @param codeAt when a code was proved; [Instant#EPOCH] for never
    /// @return empty if the session has ended or was taken further by another request
    public Optional<Begun> rise(Session.Known from, Session.Stage stage, Instant codeAt) throws StoreException {
        return database.transaction(sql ->
                end(sql, from.key()) == 1 ? Optional.of(insert(sql, from.person(), stage, codeAt)) : Optional.empty());
    }

    /// Gives a session whose person proved something once more a new token. Its end stays.
    ///
    /// @return empty if the session has ended
    public Optional<Begun> renew(Session.SignedIn session, Instant codeAt) throws StoreException {
        var token = Token.random(random);
        int changed = database.run(sql -> renew(sql, session, token, codeAt));
        return changed == 1
                ? Optional.of(new Begun(token, new Session.SignedIn(token.hash(), session.person(), codeAt)))
                : Optional.empty();
    }

    static int renew(Sql sql, Session.SignedIn session, Token token, Instant codeAt) throws SQLException {
        return sql.update(
                "UPDATE login_session SET id_hash = ?, code_at = ? WHERE id_hash = ?",
                token.hash(),
                codeAt.toEpochMilli(),
                session.key());
    }

    /// Ends a session for good.
    public void end(Session.Known session) throws StoreException {
        database.run(sql -> end(sql, session.key()));
    }

    static int end(Sql sql, String key) throws SQLException {
        return sql.update("DELETE FROM login_session WHERE id_hash = ?", key);
    }

    /// Ends all sessions of somebody, in every process.
    static int endAll(Sql sql, String personId) throws SQLException {
        return sql.update("DELETE FROM login_session WHERE person_id = ?", personId);
    }

    /// Ends all sessions of somebody but one.
    static int endOthers(Sql sql, String personId, String key) throws SQLException {
        return sql.update("DELETE FROM login_session WHERE person_id = ? AND id_hash <> ?", personId, key);
    }

    /// Ends all sessions of somebody.
    ///
    /// @param deed to be written with it
    public void endAll(Deed deed) throws StoreException {
        database.transaction(sql -> {
            endAll(sql, deed.subject().orElseThrow().id());
            return audit.write(sql, deed);
        });
    }

    /// How many living sessions of somebody have come all the way.
    public int count(Person person) throws StoreException {
        long now = clock.millis();
        return database.run(sql -> sql.first(
                        "SELECT COUNT(*) FROM login_session WHERE person_id = ? AND stage = 'SIGNED_IN'"
                                + " AND expires_at > ? AND idle_at > ?",
                        row -> row.getInt(1),
                        person.id(),
                        now,
                        now))
                .orElse(0);
    }

    private Begun insert(Sql sql, Person person, Session.Stage stage, Instant codeAt) throws SQLException {
        var token = Token.random(random);
        var now = clock.instant();
        sql.update(
                "INSERT INTO login_session (id_hash, person_id, stage, expires_at, idle_at, code_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                token.hash(),
                person.id(),
                stage.name(),
                now.plus(stage.lifetime()).toEpochMilli(),
                now.plus(stage.idle()).toEpochMilli(),
                codeAt.toEpochMilli());
        return new Begun(token, stage.of(token.hash(), person, codeAt));
    }

    private void touch(Session.SignedIn session) throws StoreException {
        Instant idleAt = clock.instant().plus(Session.Stage.SIGNED_IN.idle());
        database.run(sql -> sql.update(
                "UPDATE login_session SET idle_at = ? WHERE id_hash = ?", idleAt.toEpochMilli(), session.key()));
    }
}
