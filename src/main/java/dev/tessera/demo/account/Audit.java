package dev.tessera.demo.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What happened, kept in the database: what changes an account is written in the same transaction as the change.
public final class Audit {
    private static final String QUERY = "SELECT a.id, a.happened_at, a.event, a.detail, a.address,"
            + " s.user_name AS subject_name, d.user_name AS actor_name"
            + " FROM audit a JOIN person s ON s.id = a.subject_id LEFT JOIN person d ON d.id = a.actor_id WHERE ";
    private static final String LATEST_FIRST = " ORDER BY a.id DESC LIMIT ?";

    private final Database database;
    private final InstantSource clock;

    Audit(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// One line of the log.
    ///
    /// @param actor the user name of who did it; empty if nobody knows
    public record Line(
            long id, Instant at, AuditEvent event, String detail, String subject, String actor, String address) {}

    /// Writes what changed nothing but must be known, such as a wrong password.
    public void record(Deed deed) throws StoreException {
        database.run(sql -> write(sql, deed));
    }

    /// Writes it with the change that it is about.
    int write(Sql sql, Deed deed) throws SQLException {
        return sql.update(
                "INSERT INTO audit (happened_at, event, detail, subject_id, actor_id, address)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                clock.millis(),
                deed.event().name(),
                deed.detail(),
                deed.subject().map(Person::id).orElse(null),
                deed.actor().map(Person::id).orElse(null),
                deed.address());
    }

    /// What happened to somebody's account, the latest first.
    public List<Line> of(Person person, int most) throws StoreException {
        return database.run(sql -> sql.all(QUERY + "a.subject_id = ?" + LATEST_FIRST, Audit::read, person.id(), most));
    }

    /// What happened in an organisation, the latest first.
    ///
    /// @param before the id of a line; only what is older is given
    public List<Line> of(String organisation, long before, int most) throws StoreException {
        return database.run(sql -> sql.all(
                QUERY + "s.organisation = ? AND a.id < ?" + LATEST_FIRST, Audit::read, organisation, before, most));
    }

    private static Line read(ResultSet row) throws SQLException {
        @Nullable String actor = row.getString("actor_name");
        return new Line(
                row.getLong("id"),
                Instant.ofEpochMilli(row.getLong("happened_at")),
                AuditEvent.valueOf(row.getString("event")),
                row.getString("detail"),
                row.getString("subject_name"),
                actor == null ? "" : actor,
                row.getString("address"));
    }
}
