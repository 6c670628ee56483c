package dev.tessera.demo.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tessera.crypto.Hkdf;
import dev.tessera.crypto.Key;
import dev.tessera.otp.Base32;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Codes on paper for the day on which the authenticator is lost. Each of the ten counts once in place of a code. The
/// database has their keyed hashes; a slow hash is not needed, for nobody guesses 80 random bits.
public final class RecoveryCodes {
    private static final int COUNT = 10;
    private static final int BYTES = 10;
    private static final int GROUP = 4;
    private static final int SIGNS = 16;

    private final Database database;
    private final CodeLogIn codeLogIn;
    private final Audit audit;
    private final Key key;
    private final SecureRandom random;
    private final InstantSource clock;

    /// @param key for the hashes
    RecoveryCodes(
            Database database, CodeLogIn codeLogIn, Audit audit, Key key, SecureRandom random, InstantSource clock) {
        this.database = database;
        this.codeLogIn = codeLogIn;
        this.audit = audit;
        this.key = key;
        this.random = random;
        this.clock = clock;
    }

    /// What is left of them.
    ///
    /// @param left how many were not used yet
    /// @param madeAt when they were made; empty if there are none
    public record Left(int left, Optional<Instant> madeAt) {}

    /// Makes ten new ones; those before are worth nothing any more.
    ///
    /// @return the codes, to be shown once: they are secret, and stored nowhere in this form
    /// @throws StoreException also if the authenticator was taken away meanwhile, for which they would stand in
    public List<String> make(Deed deed) throws StoreException {
        var personId = deed.subject().orElseThrow().id();
        var codes = new ArrayList<String>();
        for (int i = 0; i < COUNT; i++) {
            byte[] bytes = new byte[BYTES];
            random.nextBytes(bytes);
            codes.add(Base32.encode(bytes));
        }
        long now = clock.millis();
        boolean done = database.transactionIf(sql -> {
            if (!waitForTurn(sql, personId)) {
                return false;
            }
            sql.update("DELETE FROM recovery_code WHERE person_id = ?", personId);
            for (var code : codes) {
                sql.update(
                        "INSERT INTO recovery_code (person_id, code_hash, made_at) VALUES (?, ?, ?)",
                        personId,
                        hash(personId, code),
                        now);
            }
            audit.write(sql, deed);
            return true;
        });
        if (!done) {
            throw new StoreException("there is no authenticator for which recovery codes could be made");
        }
        return codes.stream().map(RecoveryCodes::grouped).toList();
    }

    /// Changes nothing, but holds the factor's row until the end, so that two makings, or one and a reset, come one
    /// after the other.
    private static boolean waitForTurn(Sql sql, String personId) throws SQLException {
        return sql.update("UPDATE factor SET attempts = attempts WHERE person_id = ?", personId) == 1;
    }

    /// How many somebody has left.
    public Left left(Person person) throws StoreException {
        return database.run(sql -> sql.first(
                        "SELECT COUNT(*) - COUNT(used_at) AS unused, MIN(made_at) AS made_at FROM recovery_code"
                                + " WHERE person_id = ?",
                        row -> {
                            int unused = row.getInt("unused");
                            long madeAt = row.getLong("made_at");
                            return new Left(
                                    unused,
                                    row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(madeAt)));
                        },
                        person.id()))
                .orElseThrow(() -> new AssertionError("a count has a row"));
    }

    /// Checks one in place of a code, under the same limit of attempts: it is counted before it is looked at.
    ///
    /// @return as for a code; [CodeLogIn.Outcome.Malformed] is not counted
    public CodeLogIn.Outcome attempt(Person person, String typed) throws StoreException {
        var code = canonical(typed);
        if (code.length() != SIGNS || !code.chars().allMatch(RecoveryCodes::isBase32)) {
            return new CodeLogIn.Outcome.Malformed();
        }
        var refused = codeLogIn.reserve(person);
        if (refused.isPresent()) {
            return refused.get();
        }
        boolean isGood = database.transactionIf(sql -> {
            boolean one = sql.update(
                            "UPDATE recovery_code SET used_at = ?"
                                    + " WHERE person_id = ? AND code_hash = ? AND used_at IS NULL",
                            clock.millis(),
                            person.id(),
                            hash(person.id(), code))
                    == 1;
            if (one) {
                AttemptLimit.CODES.forgive(sql, person.id());
            }
            return one;
        });
        return isGood ? new CodeLogIn.Outcome.Accepted() : new CodeLogIn.Outcome.Wrong();
    }

    private String hash(String personId, String code) {
        return HexFormat.of().formatHex(Hkdf.hmac(key, (personId + '\n' + code).getBytes(UTF_8)));
    }

    /// People copy with and without dashes, and in small letters.
    private static String canonical(String typed) {
        return typed.replaceAll("[ -]", "").toUpperCase(Locale.ROOT);
    }

    private static boolean isBase32(int c) {
        return (c >= 'A' && c <= 'Z') || (c >= '2' && c <= '7');
    }

    private static String grouped(String code) {
        return code.replaceAll("(.{" + GROUP + "})(?!$)", "$1-");
    }
}
