package dev.tessera.demo.account;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/// How often something may be guessed: five attempts, then a pause of 1, 5, 15 and from then on 60 minutes after each
/// further five.
///
/// An attempt is reserved *before* it is looked at: the statement that counts it is the one that refuses it, so a
/// hundred at
/// once get no more than five looked at. A success gives all of them back.
enum AttemptLimit {
    /// Codes, for each person over all sessions and addresses. After 100 wrong ones in a row the factor is off.
    CODES("factor", "person_id", 100),
    /// Passwords, for each user name and address: an outsider who guesses from elsewhere stops nobody but himself.
    PASSWORDS("password_attempts", "subject", Integer.MAX_VALUE);

    private static final int SERIES = 5;
    private static final long[] PAUSES = {minutes(1), minutes(5), minutes(15), minutes(60)};

    private final int most;
    private final String reserving;
    private final String forgiving;

    AttemptLimit(String table, String key, int most) {
        this.most = most;
        this.reserving = "UPDATE " + table + " SET attempts = attempts + 1, blocked_until = CASE"
                + " WHEN attempts + 1 = 5 THEN CAST(? AS BIGINT) WHEN attempts + 1 = 10 THEN CAST(? AS BIGINT)"
                + " WHEN attempts + 1 = 15 THEN CAST(? AS BIGINT) WHEN MOD(attempts + 1, 5) = 0 THEN CAST(? AS BIGINT)"
                + " ELSE blocked_until END WHERE " + key + " = ? AND blocked_until <= ? AND attempts < ?";
        this.forgiving = "UPDATE " + table + " SET attempts = 0, blocked_until = 0 WHERE " + key + " = ?";
    }

    /// Counts an attempt; `false` if it may not be looked at.
    boolean reserve(Sql sql, String key, Instant now) throws SQLException {
        long time = now.toEpochMilli();
        return sql.update(
                        reserving,
                        time + PAUSES[0],
                        time + PAUSES[1],
                        time + PAUSES[2],
                        time + PAUSES[3],
                        key,
                        time,
                        most)
                == 1;
    }

    /// Gives the attempts back after a success.
    void forgive(Sql sql, String key) throws SQLException {
        sql.update(forgiving, key);
    }

    /// Whether so many attempts in a row end it for good.
    boolean isExhausted(int attempts) {
        return attempts >= most;
    }

    /// How many attempts are looked at before the first pause.
    static int series() {
        return SERIES;
    }

    private static long minutes(int minutes) {
        return Duration.ofMinutes(minutes).toMillis();
    }
}
