package dev.tessera.demo.account;

import dev.tessera.otp.Secret;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// The second step of a log-in: the code.
public final class CodeLogIn {
    private final Database database;
    private final SeedSafe seeds;
    private final CodeCheck check;
    private final Audit audit;
    private final InstantSource clock;

    CodeLogIn(Database database, SeedSafe seeds, CodeCheck check, Audit audit, InstantSource clock) {
        this.database = database;
        this.seeds = seeds;
        this.check = check;
        this.audit = audit;
        this.clock = clock;
    }

    /// What came of a code.
    public sealed interface Outcome {
        /// Right, and used up by this.
        record Accepted() implements Outcome {}

        /// Two codes showed how far the clock is off; both are used up.
        ///
        /// @param drift more than 0 if the device is ahead
        record Learned(Duration drift) implements Outcome {}

        /// Not six ASCII digits; not counted as an attempt.
        record Malformed() implements Outcome {}

        /// Of no step nearby.
        record Wrong() implements Outcome {}

        /// Right by a clock that is further off than the window, and not accepted for it.
        ///
        /// @param drift more than 0 if the device is ahead
        record ClockOff(Duration drift) implements Outcome {}

        /// Right once, but a code of this step or a later one was accepted before.
        record Used() implements Outcome {}

        /// Not looked at: too many wrong ones before.
        record Blocked(Instant until) implements Outcome {}

        /// Not looked at: so many wrong ones that the factor is off.
        record SwitchedOff() implements Outcome {}

        /// Not looked at: the authenticator was taken away meanwhile.
        record Gone() implements Outcome {}
    }

    /// What a person's factor looks like from outside.
    ///
    /// @param freshFrom when the next code that can be accepted is current; in the past if that is now
    /// @param drift how far the device was off at the last code; more than 0 if it is ahead
    /// @param allowance by how much the window was moved at a resynchronisation
    public record Factor(
            Instant confirmedAt, Instant lastUsedAt, Instant freshFrom, Duration drift, Duration allowance) {}

    /// Checks a code. First the attempt is counted, then the code is looked at, then one conditional statement uses it
    /// up.
    public Outcome attempt(Person person, String typed) throws StoreException {
        if (!CodeCheck.isFormed(typed)) {
            return new Outcome.Malformed();
        }
        var refused = reserve(person);
        if (refused.isPresent()) {
            return refused.get();
        }
        var stored = stored(person.id());
        if (stored.isEmpty()) {
            return new Outcome.Gone();
        }
        try (Secret seed =
                seeds.open(stored.get().sealedSeed(), person.id(), stored.get().id())) {
            return check(stored.get(), seed, typed);
        }
    }

    private Outcome check(Stored stored, Secret seed, String typed) throws StoreException {
        var now = clock.instant();
        long current = CodeCheck.stepAt(now);
        var step = check.matchingStep(seed, typed, current + stored.drift());
        var far = check.farStep(seed, typed, current); // always, so that the time of the answer tells nothing
        if (step.isPresent()) {
            return useUp(stored.id(), step.getAsLong(), now) ? new Outcome.Accepted() : new Outcome.Used();
        }
        if (far.isEmpty()) {
            return new Outcome.Wrong();
        }
        if (far.getAsLong() <= stored.lastStep()) {
            return new Outcome.Used();
        }
        spoil(stored, far.getAsLong());
        return new Outcome.ClockOff(CodeCheck.drift(far.getAsLong(), current));
    }

    /// Two consecutive codes that were not used yet show how far the device's clock is off (RFC 6238 section 6). Both
    /// are used up; from then on the window lies around the device's time. Nobody is logged in by this.
    ///
    /// @param deed to be written with it, of the person
    public Outcome resynchronise(String first, String second, Deed deed) throws StoreException {
        var person = deed.subject().orElseThrow();
        if (!CodeCheck.isFormed(first) || !CodeCheck.isFormed(second)) {
            return new Outcome.Malformed();
        }
        var refused = reserve(person);
        if (refused.isPresent()) {
            return refused.get();
        }
        var stored = stored(person.id());
        if (stored.isEmpty()) {
            return new Outcome.Gone();
        }
        long current = CodeCheck.stepAt(clock.instant());
        try (Secret seed =
                seeds.open(stored.get().sealedSeed(), person.id(), stored.get().id())) {
            var found = check.secondOf(seed, first, second, current);
            if (found.isEmpty()) {
                return new Outcome.Wrong();
            }
            return learn(stored.get().id(), found.getAsLong(), current, deed)
                    ? new Outcome.Learned(CodeCheck.drift(found.getAsLong(), current))
                    : new Outcome.Used();
        }
    }

    /// Burns both codes, but only if neither was used: the first is later than the last that was.
    private boolean learn(String factorId, long second, long current, Deed deed) throws StoreException {
        long seen = second - current;
        long allowance = Math.abs(seen) <= check.window() ? 0 : seen;
        return database.transactionIf(sql -> {
            audit.write(sql, deed);
            return sql.update(
                            "UPDATE factor SET last_step = ?, drift = ?, seen_drift = ?, attempts = 0,"
                                    + " blocked_until = 0 WHERE id = ? AND last_step < ?",
                            second,
                            allowance,
                            seen,
                            factorId,
                            second - 1)
                    == 1;
        });
    }

    /// The factor of a person, if one is set up.
    public Optional<Factor> factorOf(Person person) throws StoreException {
        return database.run(sql -> sql.first(
                "SELECT confirmed_at, last_used_at, last_step, drift, seen_drift FROM factor WHERE person_id = ?",
                row -> new Factor(
                        Instant.ofEpochMilli(row.getLong("confirmed_at")),
                        Instant.ofEpochMilli(row.getLong("last_used_at")),
                        CodeCheck.endOf(row.getLong("last_step") - row.getLong("seen_drift")),
                        CodeCheck.drift(row.getLong("seen_drift"), 0),
                        CodeCheck.drift(row.getLong("drift"), 0)),
                person.id()));
    }

    /// Counts an attempt at the second step of a log-in, whatever it is made with.
    ///
    /// @return why it may not be looked at; empty if it may
    Optional<Outcome> reserve(Person person) throws StoreException {
        var now = clock.instant();
        if (database.run(sql -> AttemptLimit.CODES.reserve(sql, person.id(), now))) {
            return Optional.empty();
        }
        return Optional.of(stored(person.id()).map(CodeLogIn::refusal).orElseGet(Outcome.Gone::new));
    }

    /// The one statement on which it rests that a code counts once: of any number at once, one changes the row.
    private boolean useUp(String factorId, long step, Instant now) throws StoreException {
        return database.run(sql -> sql.update(
                        "UPDATE factor SET last_step = ?, seen_drift = ?, last_used_at = ?, attempts = 0,"
                                + " blocked_until = 0 WHERE id = ? AND last_step < ?"
                                + " AND NOT EXISTS (SELECT 1 FROM told_code t WHERE t.factor_id = factor.id AND t.step = ?)",
                        step,
                        step - CodeCheck.stepAt(now),
                        now.toEpochMilli(),
                        factorId,
                        step,
                        step)
                == 1);
    }

    /// To be told that a clock is off is to be told that a code is right at another time: that code then logs nobody in
    /// at any time, or a guesser would learn what to type later. Those of steps that are over are forgotten.
    private void spoil(Stored stored, long step) throws StoreException {
        try {
            database.run(sql -> {
                sql.update("DELETE FROM told_code WHERE factor_id = ? AND step <= ?", stored.id(), stored.lastStep());
                return sql.update(
                        "INSERT INTO told_code (factor_id, step) SELECT f.id, CAST(? AS BIGINT) FROM factor f"
                                + " WHERE f.id = ?"
                                + " AND NOT EXISTS (SELECT 1 FROM told_code t WHERE t.factor_id = f.id AND t.step = ?)",
                        step,
                        stored.id(),
                        step);
            });
        } catch (StoreException e) {
            if (!e.isDuplicate()) { // another request was told the same: that is as good
                throw e;
            }
        }
    }

    private static Outcome refusal(Stored stored) {
        return AttemptLimit.CODES.isExhausted(stored.attempts())
                ? new Outcome.SwitchedOff()
                : new Outcome.Blocked(stored.blockedUntil());
    }

    private Optional<Stored> stored(String personId) throws StoreException {
        return database.run(sql -> sql.first(
                "SELECT id, sealed_seed, last_step, drift, attempts, blocked_until FROM factor WHERE person_id = ?",
                Stored::read,
                personId));
    }

    private record Stored(String id, String sealedSeed, long lastStep, long drift, int attempts, Instant blockedUntil) {
        static Stored read(ResultSet row) throws SQLException {
            return new Stored(
                    row.getString("id"),
                    row.getString("sealed_seed"),
                    row.getLong("last_step"),
                    row.getLong("drift"),
                    row.getInt("attempts"),
                    Instant.ofEpochMilli(row.getLong("blocked_until")));
        }
    }
}
