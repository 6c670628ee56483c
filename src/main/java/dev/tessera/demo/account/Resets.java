package dev.tessera.demo.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Taking away a lost authenticator. It needs two people: an Access Admin asks, and somebody else with the Support
/// role carries it out. Neither sees a seed or sets a password: the person gets a one-time link, with which, and with
/// the password, the next log-in sets up a new authenticator.
public final class Resets {
    /// How long the link is good.
    public static final Duration LIFETIME = Duration.ofHours(24);

    private static final int LONGEST_REASON = 500;
    private static final String QUERY =
            "SELECT r.id AS request_id, r.reason, r.priority, r.asked_at, r.outcome, r.decided_at,"
                    + " d.user_name AS decider_name, a.id AS asker_id, a.user_name AS asker_name, " + People.COLUMNS
                    + " FROM reset_request r JOIN person p ON p.id = r.person_id JOIN person a ON a.id = r.asked_by"
                    + " LEFT JOIN person d ON d.id = r.decided_by WHERE r.organisation = ?";

    private final Database database;
    private final Audit audit;
    private final InstantSource clock;

    Resets(Database database, Audit audit, InstantSource clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /// How soon it is needed.
    public enum Priority {
        /// Today will do.
        NORMAL("Normal"),
        /// The person cannot work without it.
        URGENT("Urgent");

        private final String title;

        Priority(String title) {
            this.title = title;
        }

        /// The name for people.
        public String title() {
            return title;
        }
    }

    /// What became of a request.
    public enum State {
        /// Nobody has decided.
        OPEN,
        /// The authenticator is gone.
        CARRIED_OUT,
        /// Everything stays as it was.
        DECLINED
    }

    /// A request.
    ///
    /// @param decidedBy the user name; empty while it is open
    public record Request(
            String id, Person person, Asked asked, State state, String decidedBy, Optional<Instant> decidedAt) {}

    /// What was asked for.
    ///
    /// @param byId who asked, and may not carry it out
    public record Asked(String byId, String by, String reason, Priority priority, Instant at) {}

    /// What is wrong with a reason; empty if nothing is.
    public static Optional<String> objection(String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            return Optional.of(
                    "Say in a sentence why this is needed, using at most " + LONGEST_REASON + " characters.");
        }
        return Optional.empty();
    }

    /// Asks for a reset of somebody in the same organisation who has an authenticator.
    ///
    /// @param deed with who asks as the actor
    /// @return whether it was taken; not if one is open already, there is no authenticator, or the role is gone
    public boolean ask(String reason, Priority priority, Deed deed) throws StoreException {
        var asker = deed.actor().orElseThrow();
        var person = deed.subject().orElseThrow();
        try {
            return database.transactionIf(sql -> {
                audit.write(sql, deed.with(priority.title()));
                return sql.update(
                                "INSERT INTO reset_request (id, organisation, person_id, open_for, asked_by, reason,"
                                        + " priority, asked_at, outcome)"
                                        + " SELECT CAST(? AS VARCHAR(36)), p.organisation, p.id, p.id, g.id,"
                                        + " CAST(? AS VARCHAR(500)), CAST(? AS VARCHAR(20)), CAST(? AS BIGINT), 'OPEN'"
                                        + " FROM person p JOIN person g ON g.organisation = p.organisation"
                                        + " WHERE p.id = ? AND g.id = ? AND g.is_access_admin = TRUE"
                                        + " AND EXISTS (SELECT 1 FROM factor f WHERE f.person_id = p.id)",
                                UUID.randomUUID().toString(),
                                reason.strip(),
                                priority.name(),
                                clock.millis(),
                                person.id(),
                                asker.id())
                        == 1;
            });
        } catch (StoreException e) {
            if (e.isDuplicate()) { // the UNIQUE on open_for: one is open
                return false;
            }
            throw e;
        }
    }

    /// The requests of an organisation: open ones first, urgent before others, then by age.
    public List<Request> of(String organisation, int most) throws StoreException {
        return database.run(sql -> sql.all(
                QUERY + " ORDER BY CASE WHEN r.open_for IS NULL THEN 1 ELSE 0 END,"
                        + " CASE WHEN r.open_for IS NOT NULL AND r.priority = 'URGENT' THEN 0 ELSE 1 END,"
                        + " CASE WHEN r.open_for IS NULL THEN -r.decided_at ELSE r.asked_at END LIMIT ?",
                Resets::read,
                organisation,
                most));
    }

    /// A request; empty also if it is another organisation's.
    public Optional<Request> find(String organisation, String id) throws StoreException {
        return database.run(sql -> sql.first(QUERY + " AND r.id = ?", Resets::read, organisation, id));
    }

    /// Carries a request out: the authenticator, the recovery codes and all sessions of the person are gone, and
    /// `ticket` is what the person needs beside the password to set up a new one.
    ///
    /// @param deed with who carries it out as the actor
    /// @return whether it is done; not if it was decided meanwhile, or the actor asked for it, is the person, or
    ///     has not the role
    public boolean carryOut(Request request, Token ticket, Deed deed) throws StoreException {
        var personId = request.person().id();
        return database.transactionIf(sql -> {
            if (!decide(sql, request, State.CARRIED_OUT, deed)) {
                return false;
            }
            sql.update("DELETE FROM factor WHERE person_id = ?", personId);
            sql.update("DELETE FROM recovery_code WHERE person_id = ?", personId);
            Sessions.endAll(sql, personId);
            sql.update("DELETE FROM ticket WHERE person_id = ?", personId);
            sql.update("UPDATE person SET reset_pending = TRUE WHERE id = ?", personId);
            sql.update(
                    "INSERT INTO ticket (token_hash, kind, person_id, expires_at) VALUES (?, 'RESET', ?, ?)",
                    ticket.hash(),
                    personId,
                    clock.instant().plus(LIFETIME).toEpochMilli());
            return true;
        });
    }

    /// Declines a request, with the same conditions.
    public boolean decline(Request request, Deed deed) throws StoreException {
        return database.transactionIf(sql -> decide(sql, request, State.DECLINED, deed));
    }

    /// Whom a link is for; empty if it is used, over or was never given.
    public Optional<Person> find(Token ticket) throws StoreException {
        return database.run(sql -> sql.first(
                "SELECT " + People.COLUMNS + " FROM ticket t JOIN person p ON p.id = t.person_id WHERE t.token_hash ="
                        + " ? AND t.kind = 'RESET' AND t.expires_at > ? AND p.reset_pending = TRUE",
                People::read,
                ticket.hash(),
                clock.millis()));
    }

    /// The statement on which it rests that one of many decides, that nobody decides what they asked for, and that
    /// the role counts as it is now.
    private boolean decide(Sql sql, Request request, State state, Deed deed) throws SQLException {
        var decider = deed.actor().orElseThrow().id();
        audit.write(sql, deed);
        return sql.update(
                        "UPDATE reset_request SET open_for = NULL, outcome = ?, decided_by = ?, decided_at = ?"
                                + " WHERE id = ? AND open_for IS NOT NULL AND asked_by <> ? AND person_id <> ?"
                                + " AND EXISTS (SELECT 1 FROM person g WHERE g.id = ? AND g.is_support = TRUE"
                                + " AND g.organisation = reset_request.organisation)",
                        state.name(),
                        decider,
                        clock.millis(),
                        request.id(),
                        decider,
                        decider,
                        decider)
                == 1;
    }

    private static Request read(ResultSet row) throws SQLException {
        @Nullable String decider = row.getString("decider_name");
        long decidedAt = row.getLong("decided_at");
        var asked = new Asked(
                row.getString("asker_id"),
                row.getString("asker_name"),
                row.getString("reason"),
                Priority.valueOf(row.getString("priority")),
                Instant.ofEpochMilli(row.getLong("asked_at")));
        return new Request(
                row.getString("request_id"),
                People.read(row),
                asked,
                State.valueOf(row.getString("outcome")),
                decider == null ? "" : decider,
                decider == null ? Optional.empty() : Optional.of(Instant.ofEpochMilli(decidedAt)));
    }
}
