package dev.tessera.demo.account;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;

/// How often something may be guessed: a series of attempts, then a pause of 1, 5, 15 and from then on 60 minutes after
/// each further series.
///
/// An attempt is reserved *before* it is looked at: the statement that counts it is the one that refuses it, so a
/// hundred at once get no more than a series looked at.
enum AttemptLimit {
    /// Codes, for each person over all sessions and addresses. A success gives all back; after 100 wrong ones in a row
    /// the factor is off.
    CODES("factor", "person_id", 5, 100),
    /// Passwords, for each user name and address: an outsider who guesses from elsewhere stops nobody but himself. A
    /// success gives all back.
    PASSWORDS("password_attempts", "subject", 5, Integer.MAX_VALUE),
    /// Passwords, for each address over all user names, so that one password cannot be tried on everybody. A success
    /// gives back its own attempt alone: whoever has an account cannot guess on with it.
    ADDRESSES("password_attempts", "subject", 100, Integer.MAX_VALUE);

    private static final long[] PAUSES = {minutes(1), minutes(5), minutes(15), minutes(60)};

    private final int most;
    private final boolean isTouched;
    private final String reserving;
    private final String forgiving;
    private final String releasing;

    AttemptLimit(String table, String key, int series, int most) {
        this.most = most;
        this.isTouched = table.equals("password_attempts");
        this.reserving = "UPDATE " + table + " SET attempts = attempts + 1," + (isTouched ? " touched_at = ?," : "")
                + " blocked_until = CASE"
                + " WHEN attempts + 1 = " + series + " THEN CAST(? AS BIGINT)"
                + " WHEN attempts + 1 = " + 2 * series + " THEN CAST(? AS BIGINT)"
                + " WHEN attempts + 1 = " + 3 * series + " THEN CAST(? AS BIGINT)"
                + " WHEN MOD(attempts + 1, " + series + ") = 0 THEN CAST(? AS BIGINT)"
                + " ELSE blocked_until END WHERE " + key + " = ? AND blocked_until <= ? AND attempts < ?";
        this.forgiving = "UPDATE " + table + " SET attempts = 0, blocked_until = 0 WHERE " + key + " = ?";
        this.releasing = "UPDATE " + table + " SET attempts = attempts - 1, blocked_until = CASE WHEN MOD(attempts, "
                + series + ") = 0 THEN 0 ELSE blocked_until END WHERE " + key + " = ? AND attempts > 0";
    }

    /// Counts an attempt; `false` if it may not be looked at.
    boolean reserve(Sql sql, String key, Instant now) throws SQLException {
        long time = now.toEpochMilli();
        var values = new ArrayList<Object>();
        if (isTouched) {
            values.add(time);
        }
        for (long pause : PAUSES) {
            values.add(time + pause);
        }
        values.add(key);
        values.add(time);
        values.add(most);
        return sql.update(reserving, values.toArray()) == 1;
    }

    /// Gives all attempts back after a success.
    void forgive(Sql sql, String key) throws SQLException {
        sql.update(forgiving, key);
    }

    /// Gives one attempt back, and with it the pause that the series began: without this attempt it is not full.
    void release(Sql sql, String key) throws SQLException {
        sql.update(releasing, key);
    }

    /// Whether so many attempts in a row end it for good.
    boolean isExhausted(int attempts) {
        return attempts >= most;
    }

    private static long minutes(int minutes) {
        return Duration.ofMinutes(minutes).toMillis();
    }
}
