package dev.tessera.demo.account;

import java.sql.SQLException;

/// Granting and taking roles. Each is one conditional statement about who has what at this moment, and the changes of
/// an organisation come one after the other, so that two who change each other's roles at once cannot both rest on what
/// they had before.
public final class RoleChanges {
    private final Database database;
    private final Audit audit;

    RoleChanges(Database database, Audit audit) {
        this.database = database;
        this.audit = audit;
    }

    /// What came of it.
    public enum Outcome {
        /// It is so now, and counts from the next request on.
        DONE,
        /// Not allowed to this granter, or it was so already.
        NOTHING_CHANGED,
        /// The last Access Admin of an organisation stays one.
        LAST_ACCESS_ADMIN
    }

    /// Grants a role to somebody who has registered.
    ///
    /// @param deed with the granter as the actor
    public Outcome grant(Role role, Deed deed) throws StoreException {
        boolean done = database.transactionIf(sql -> {
            waitForTurn(sql, deed);
            if (sql.update(change(role, true) + " AND password_hash IS NOT NULL", subject(deed), actor(deed)) != 1) {
                return false;
            }
            if (role == Role.ACCESS_ADMIN) {
                sql.update(
                        "UPDATE organisation SET access_admins = access_admins + 1"
                                + " WHERE name = (SELECT p.organisation FROM person p WHERE p.id = ?)",
                        subject(deed));
            }
            audit.write(sql, deed);
            return true;
        });
        return done ? Outcome.DONE : Outcome.NOTHING_CHANGED;
    }

    /// Takes a role, also one's own.
    ///
    /// @param deed with the taker as the actor
    public Outcome take(Role role, Deed deed) throws StoreException {
        var last = new boolean[1];
        boolean done = database.transactionIf(sql -> {
            last[0] = false;
            waitForTurn(sql, deed);
            if (sql.update(change(role, false), subject(deed), actor(deed)) != 1) {
                return false;
            }
            last[0] = role == Role.ACCESS_ADMIN
                    && sql.update(
                                    "UPDATE organisation SET access_admins = access_admins - 1 WHERE access_admins > 1"
                                            + " AND name = (SELECT p.organisation FROM person p WHERE p.id = ?)",
                                    subject(deed))
                            != 1;
            audit.write(sql, deed);
            return !last[0];
        });
        if (last[0]) {
            return Outcome.LAST_ACCESS_ADMIN;
        }
        return done ? Outcome.DONE : Outcome.NOTHING_CHANGED;
    }

    /// Changes nothing, but holds the organisation's row until the end: of two who dismiss each other at once, the
    /// second is no Access Admin any more when the turn comes.
    private static void waitForTurn(Sql sql, Deed deed) throws SQLException {
        sql.update(
                "UPDATE organisation SET access_admins = access_admins"
                        + " WHERE name = (SELECT p.organisation FROM person p WHERE p.id = ?)",
                subject(deed));
    }

    /// Changes the row only if it is to be changed, and only for an Access Admin of the same organisation who has
    /// the role.
    private static String change(Role role, boolean granted) {
        var column = role.column();
        return "UPDATE person SET " + column + " = " + granted + " WHERE id = ? AND " + column + " <> " + granted
                + " AND EXISTS (SELECT 1 FROM person g WHERE g.id = ? AND g.organisation = person.organisation"
                + " AND g.is_access_admin = TRUE AND g." + role.granterColumn() + " = TRUE)";
    }

    private static String subject(Deed deed) {
        return deed.subject().orElseThrow().id();
    }

    private static String actor(Deed deed) {
        return deed.actor().orElseThrow().id();
    }
}
