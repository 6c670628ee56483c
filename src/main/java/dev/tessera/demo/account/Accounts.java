package dev.tessera.demo.account;

import dev.tessera.crypto.Argon2id;
import dev.tessera.crypto.Key;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/// All of the login side but its pages, over one data folder: the database and, beside it, the server's key.
public final class Accounts implements AutoCloseable {
    private final Database database;
    private final ServerKey serverKey;
    private final Passwords passwords;
    private final Audit audit;
    private final People people;
    private final Founding founding;
    private final RoleChanges roleChanges;
    private final Resets resets;
    private final Sessions sessions;
    private final PasswordLogIn passwordLogIn;
    private final PasswordChange passwordChange;
    private final Invitations invitations;
    private final Enrolments enrolments;
    private final CodeLogIn codeLogIn;
    private final RecoveryCodes recoveryCodes;

    /// What differs between the product and its tests.
    ///
    /// @param passwordCost of each password check
    /// @param window time steps before and after the current one whose codes are accepted, 0 to 2
    /// @param store what each database connection goes through
    public record Setup(
            Argon2id passwordCost,
            int window,
            InstantSource clock,
            SecureRandom random,
            UnaryOperator<DataSource> store) {}

    private Accounts(Database database, ServerKey serverKey, Setup setup) {
        var random = setup.random();
        var clock = setup.clock();
        var seeds = new SeedSafe(serverKey.derive("seeds at rest"), random);
        var check = new CodeCheck(setup.window());
        this.database = database;
        this.serverKey = serverKey;
        audit = new Audit(database, clock);
        passwords = new Passwords(setup.passwordCost(), random);
        people = new People(database, audit);
        roleChanges = new RoleChanges(database, audit);
        resets = new Resets(database, audit, clock);
        sessions = new Sessions(database, audit, random, clock);
        passwordLogIn = new PasswordLogIn(
                database, people, passwords, serverKey.derive("subjects of password attempts"), clock);
        passwordChange = new PasswordChange(database, people, passwords, audit, random);
        invitations = new Invitations(database, passwords, audit, random, clock);
        founding = new Founding(database, invitations, audit);
        enrolments = new Enrolments(database, seeds, check, audit, random, clock);
        codeLogIn = new CodeLogIn(database, seeds, check, audit, clock);
        recoveryCodes = new RecoveryCodes(
                database, codeLogIn, audit, serverKey.derive("recovery codes at rest"), random, clock);
    }

    /// Opens the data folder, which must exist.
    ///
    /// @param elsewhere where the database is; empty for one in the data folder
    /// @throws IOException if the key file cannot be used, or the database is of a server with another key
    /// @throws StoreException if the database cannot be used, or another server has it open
    public static Accounts open(Path folder, Optional<PostgresAddress> elsewhere, Setup setup)
            throws IOException, StoreException {
        var serverKey = ServerKey.open(folder.resolve("server.key"), setup.random());
        var database = Database.open(elsewhere.map(Engine::postgres).orElseGet(() -> Engine.h2(folder)), setup.store());
        boolean isOpen = false;
        try {
            requireSameKey(database, serverKey);
            isOpen = true;
        } finally {
            if (!isOpen) {
                database.close();
                serverKey.close();
            }
        }
        return new Accounts(database, serverKey, setup);
    }

    /// The first server's key is that of all: with another one no seed could be opened.
    private static void requireSameKey(Database database, ServerKey serverKey) throws IOException, StoreException {
        var fingerprint = serverKey.fingerprint();
        try {
            database.run(sql -> sql.update(
                    "INSERT INTO server (id, key_fingerprint) SELECT 1, CAST(? AS VARCHAR(64))"
                            + " WHERE NOT EXISTS (SELECT 1 FROM server)",
                    fingerprint));
        } catch (StoreException e) {
            if (!e.isDuplicate()) { // another server was first
                throw e;
            }
        }
        var first = database.run(
                sql -> sql.first("SELECT key_fingerprint FROM server WHERE id = 1", row -> row.getString(1)));
        if (!first.equals(Optional.of(fingerprint))) {
            throw new IOException("the database belongs to a server with another key; copy the file server.key from "
                    + "the data"
                    + " folder of the first server into this one");
        }
    }

    /// What happened.
    public Audit audit() {
        return audit;
    }

    /// Filling an empty database.
    public Founding founding() {
        return founding;
    }

    /// Granting and taking roles.
    public RoleChanges roleChanges() {
        return roleChanges;
    }

    /// Taking away lost authenticators.
    public Resets resets() {
        return resets;
    }

    /// The people.
    public People people() {
        return people;
    }

    /// The sessions.
    public Sessions sessions() {
        return sessions;
    }

    /// User name and password.
    public PasswordLogIn passwordLogIn() {
        return passwordLogIn;
    }

    /// Given passwords and their change.
    public PasswordChange passwordChange() {
        return passwordChange;
    }

    /// One-time links.
    public Invitations invitations() {
        return invitations;
    }

    /// Setting up the second factor.
    public Enrolments enrolments() {
        return enrolments;
    }

    /// Codes.
    public CodeLogIn codeLogIn() {
        return codeLogIn;
    }

    /// Codes on paper.
    public RecoveryCodes recoveryCodes() {
        return recoveryCodes;
    }

    /// A key for one purpose outside of this package.
    public Key key(String purpose) {
        return serverKey.derive(purpose);
    }

    @Override
    public void close() {
        passwords.close();
        database.close();
        serverKey.close();
    }
}
