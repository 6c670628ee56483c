package dev.tessera.demo.account;

import dev.tessera.otp.Secret;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.UUID;

/// Setting up the second factor: a seed is offered to one session, and becomes the person's factor when that
/// session sends a code of it. Until then it counts for nothing.
public final class Enrolments {
    /// How long an offered seed can be confirmed.
    static final Duration LIFETIME = Duration.ofMinutes(10);
    /// RFC 4226 section 4, R6: 160 bits are recommended.
    private static final int SEED_LENGTH = 20;

    private final Database database;
    private final SeedSafe seeds;
    private final CodeCheck check;
    private final Audit audit;
    private final SecureRandom random;
    private final InstantSource clock;

    Enrolments(
            Database database, SeedSafe seeds, CodeCheck check, Audit audit, SecureRandom random, InstantSource clock) {
        this.database = database;
        this.seeds = seeds;
        this.check = check;
        this.audit = audit;
        this.random = random;
        this.clock = clock;
    }

    /// What came of a code.
    public sealed interface Outcome {
        /// The factor is set up, and the code is used up; the next one is there at `nextCodeFrom`.
        record Confirmed(Instant nextCodeFrom) implements Outcome {}

        /// The new factor took the place of the old one, and the code is used up.
        ///
        /// @param nextCodeFrom when the next one is there
        /// @param token the session's new one
        record Replaced(Instant nextCodeFrom, Token token) implements Outcome {}

        /// Not six ASCII digits.
        record Malformed() implements Outcome {}

        /// Of no step in the window.
        record Wrong() implements Outcome {}

        /// Right by a clock that is further off than the window.
        ///
        /// @param drift more than 0 if the device is ahead
        record ClockOff(Duration drift) implements Outcome {}

        /// There is no seed to confirm: its time is over, or another request confirmed it.
        record Gone() implements Outcome {}

        /// Meanwhile the person set up a factor elsewhere, which stays.
        record AlreadySetUp() implements Outcome {}
    }

    /// Makes a new seed for this session; one offered before is gone. A factor that is set up stays as it is. The
    /// caller shows it once and closes it.
    public Secret offer(Session.Enrollable session) throws StoreException {
        byte[] bytes = new byte[SEED_LENGTH];
        random.nextBytes(bytes);
        var seed = Secret.copyOf(bytes);
        Arrays.fill(bytes, (byte) 0);
        var factorId = UUID.randomUUID().toString();
        var personId = session.person().id();
        var sealed = seeds.seal(seed, personId, factorId);
        database.transaction(sql -> {
            sql.update("DELETE FROM enrolment WHERE session_hash = ?", session.key());
            return sql.update(
                    "INSERT INTO enrolment (session_hash, factor_id, person_id, sealed_seed, expires_at)"
                            + " VALUES (?, ?, ?, ?, ?)",
                    session.key(),
                    factorId,
                    personId,
                    sealed,
                    clock.instant().plus(LIFETIME).toEpochMilli());
        });
        return seed;
    }

    /// Checks the first code and sets the factor up, with this code used up.
    ///
    /// @param deed to be written with it
    public Outcome confirm(Session.Enrollable session, String typed, Deed deed) throws StoreException {
        if (!CodeCheck.isFormed(typed)) {
            return new Outcome.Malformed();
        }
        var now = clock.instant();
        var offered = database.run(sql -> sql.first(
                "SELECT factor_id, sealed_seed FROM enrolment WHERE session_hash = ? AND expires_at > ?",
                row -> new Offered(row.getString(1), row.getString(2)),
                session.key(),
                now.toEpochMilli()));
        if (offered.isEmpty()) {
            return new Outcome.Gone();
        }
        long current = CodeCheck.stepAt(now);
        try (var seed = seeds.open(
                offered.get().sealedSeed(), session.person().id(), offered.get().factorId())) {
            var step = check.matchingStep(seed, typed, current);
            if (step.isPresent()) {
                var proved = new Proved(offered.get(), step.getAsLong(), step.getAsLong() - current, now);
                return session instanceof Session.SignedIn signedIn
                        ? replace(signedIn, proved, deed)
                        : activate(session, proved, deed);
            }
            var far = check.farStep(seed, typed, current);
            return far.isEmpty()
                    ? new Outcome.Wrong()
                    : new Outcome.ClockOff(CodeCheck.drift(far.getAsLong(), current));
        }
    }

    /// All or nothing: the offer is taken back (by one of many), the factor put if absent, the session ended.
    private Outcome activate(Session.Enrollable session, Proved proved, Deed deed) throws StoreException {
        var personId = session.person().id();
        try {
            boolean done = database.transactionIf(sql -> {
                if (!takeBack(sql, proved)) {
                    return false;
                }
                sql.update(
                        "INSERT INTO factor (id, person_id, sealed_seed, last_step, drift, seen_drift, attempts,"
                                + " blocked_until, confirmed_at, last_used_at) VALUES (?, ?, ?, ?, 0, ?, 0, 0, ?, ?)",
                        proved.offered().factorId(),
                        personId,
                        proved.offered().sealedSeed(),
                        proved.step(),
                        proved.drift(),
                        proved.at().toEpochMilli(),
                        proved.at().toEpochMilli());
                sql.update("UPDATE person SET reset_pending = FALSE WHERE id = ?", personId);
                sql.update("DELETE FROM ticket WHERE person_id = ? AND kind = 'RESET'", personId);
                Sessions.end(sql, session.key());
                audit.write(sql, deed);
                return true;
            });
            return done ? new Outcome.Confirmed(proved.nextCodeFrom()) : new Outcome.Gone();
        } catch (StoreException e) {
            if (e.isDuplicate()) {
                return new Outcome.AlreadySetUp();
            }
            throw e;
        }
    }

    /// All or nothing: the offer is taken back, and the old factor, which lived until now, becomes the new one. Other
    /// sessions of the person, which rest on the old one, end, and this one has a new token.
    private Outcome replace(Session.SignedIn session, Proved proved, Deed deed) throws StoreException {
        var personId = session.person().id();
        var token = Token.random(random);
        boolean done = database.transactionIf(sql -> {
            if (!takeBack(sql, proved)) {
                return false;
            }
            audit.write(sql, deed);
            Sessions.endOthers(sql, personId, session.key());
            if (Sessions.renew(sql, session, token, session.codeAt()) != 1) {
                return false;
            }
            sql.update(
                    "DELETE FROM told_code WHERE factor_id = (SELECT f.id FROM factor f WHERE f.person_id = ?)",
                    personId);
            return sql.update(
                            "UPDATE factor SET id = ?, sealed_seed = ?, last_step = ?, drift = 0,"
                                    + " seen_drift = ?, attempts = 0, blocked_until = 0, confirmed_at = ?,"
                                    + " last_used_at = ? WHERE person_id = ?",
                            proved.offered().factorId(),
                            proved.offered().sealedSeed(),
                            proved.step(),
                            proved.drift(),
                            proved.at().toEpochMilli(),
                            proved.at().toEpochMilli(),
                            personId)
                    == 1;
        });
        return done ? new Outcome.Replaced(proved.nextCodeFrom(), token) : new Outcome.Gone();
    }

    private static boolean takeBack(Sql sql, Proved proved) throws SQLException {
        return sql.update(
                        "DELETE FROM enrolment WHERE factor_id = ?",
                        proved.offered().factorId())
                == 1;
    }

    private record Offered(String factorId, String sealedSeed) {}

    /// An offered seed of which a code of `step` was typed.
    private record Proved(Offered offered, long step, long drift, Instant at) {
        Instant nextCodeFrom() {
            return CodeCheck.endOf(step - drift);
        }
    }
}
