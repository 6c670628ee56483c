package dev.tessera.demo.account;

import dev.tessera.crypto.Argon2id;
import dev.tessera.otp.Credential;
import dev.tessera.otp.OtpParameters;
import dev.tessera.otp.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// Many people with one password, each with an authenticator, written where a server will find them.
public final class Crowd {
    public static final String PASSWORD = "seven quiet lighthouses";

    private Crowd() {}

    /// One of them.
    public record Member(String userName, Credential credential) {}

    /// @param cost of each password check
    public static List<Member> make(Path folder, Optional<PostgresAddress> database, int count, Argon2id cost)
            throws Exception {
        Files.createDirectories(folder);
        var random = new SecureRandom();
        var engine = database.map(Engine::postgres).orElseGet(() -> Engine.h2(folder));
        var members = new ArrayList<Member>();
        try (var key = ServerKey.open(folder.resolve("server.key"), random);
                var store = Database.open(engine, UnaryOperator.identity());
                var passwords = new Passwords(cost, random)) {
            var seeds = new SeedSafe(key.derive("seeds at rest"), random);
            var hash = passwords.hash(PASSWORD);
            store.transaction(sql -> {
                People.found(sql, "Crowd");
                for (int i = 0; i < count; i++) {
                    var person = People.newcomer("Crowd", "Member " + i, "member" + i + "@example.org", Set.of());
                    byte[] bytes = new byte[20];
                    random.nextBytes(bytes);
                    var seed = Secret.copyOf(bytes);
                    var factor = UUID.randomUUID().toString();
                    People.insert(sql, person);
                    sql.update("UPDATE person SET password_hash = ? WHERE id = ?", hash, person.id());
                    sql.update(
                            "INSERT INTO factor (id, person_id, sealed_seed, last_step, drift, seen_drift, attempts,"
                                    + " blocked_until, confirmed_at, last_used_at) VALUES (?, ?, ?, 0, 0, 0, 0, 0, 0, 0)",
                            factor,
                            person.id(),
                            seeds.seal(seed, person.id(), factor));
                    members.add(new Member(person.userName(), new Credential(seed, OtpParameters.Totp.standard())));
                }
                return count;
            });
        }
        return members;
    }
}
