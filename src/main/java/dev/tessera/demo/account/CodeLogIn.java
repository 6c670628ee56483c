package dev.tessera.demo.account;

import dev.tessera.otp.Secret;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// The second step of a log-in: the code.
public final class CodeLogIn {
    private final Database database;
    private final SeedSafe seeds;
    private final CodeCheck check;
    private final InstantSource clock;

    CodeLogIn(Database database, SeedSafe seeds, CodeCheck check, InstantSource clock) {
        this.database = database;
        this.seeds = seeds;
        this.check = check;
        this.clock = clock;
    }

    /// What came of a code.
    public sealed interface Outcome {
        /// Right, and used up by this.
        record Accepted() implements Outcome {}

        /// Not six ASCII digits; not counted as an attempt.
        record Malformed() implements Outcome {}

        /// Of no step in the window.
        record Wrong() implements Outcome {}

        /// Right once, but a code of this step or a later one was accepted before.
        record Used() implements Outcome {}

        /// Not looked at: too many wrong ones before.
        record Blocked(Instant until) implements Outcome {}

        /// Not looked at: so many wrong ones that the factor is off.
        record SwitchedOff() implements Outcome {}
    }

    /// What a person's factor looks like from outside.
    ///
    /// @param freshFrom when the next code that can be accepted is current; in the past if that is now
    public record Factor(Instant confirmedAt, Instant lastUsedAt, Instant freshFrom) {}

    /// Checks a code. First the attempt is counted, then the code is looked at, then one conditional statement uses it
    /// up.
    public Outcome attempt(Session.CodeDue session, String typed) throws StoreException {
        if (!CodeCheck.isFormed(typed)) {
            return new Outcome.Malformed();
        }
        var now = clock.instant();
        var personId = session.person().id();
        if (!database.run(sql -> AttemptLimit.CODES.reserve(sql, personId, now))) {
            return refusal(stored(personId));
        }
        var stored = stored(personId);
        try (Secret seed = seeds.open(stored.sealedSeed(), personId, stored.id())) {
            var step = check.matchingStep(seed, typed, now);
            if (step.isEmpty()) {
                return new Outcome.Wrong();
            }
            return useUp(stored.id(), step.getAsLong(), now) ? new Outcome.Accepted() : new Outcome.Used();
        }
    }

    /// The factor of a person, if one is set up.
    public Optional<Factor> factorOf(Person person) throws StoreException {
        return database.run(sql -> sql.first(
                "SELECT confirmed_at, last_used_at, last_step FROM factor WHERE person_id = ?",
                row -> new Factor(
                        Instant.ofEpochMilli(row.getLong("confirmed_at")),
                        Instant.ofEpochMilli(row.getLong("last_used_at")),
                        CodeCheck.endOf(row.getLong("last_step"))),
                person.id()));
    }

    /// The one statement on which it rests that a code counts once: of any number at once, one changes the row.
    private boolean useUp(String factorId, long step, Instant now) throws StoreException {
        return database.run(sql -> sql.update(
                        "UPDATE factor SET last_step = ?, last_used_at = ?, attempts = 0, blocked_until = 0"
                                + " WHERE id = ? AND last_step < ?",
                        step,
                        now.toEpochMilli(),
                        factorId,
                        step)
                == 1);
    }

    private static Outcome refusal(Stored stored) {
        return AttemptLimit.CODES.isExhausted(stored.attempts())
                ? new Outcome.SwitchedOff()
                : new Outcome.Blocked(stored.blockedUntil());
    }

    private Stored stored(String personId) throws StoreException {
        return database.run(sql -> sql.first(
                        "SELECT id, sealed_seed, attempts, blocked_until FROM factor WHERE person_id = ?",
                        Stored::read,
                        personId))
                .orElseThrow(() -> new StoreException("a person at the code page has no second factor"));
    }

    private record Stored(String id, String sealedSeed, int attempts, Instant blockedUntil) {
        static Stored read(ResultSet row) throws SQLException {
            return new Stored(
                    row.getString("id"),
                    row.getString("sealed_seed"),
                    row.getInt("attempts"),
                    Instant.ofEpochMilli(row.getLong("blocked_until")));
        }
    }
}
