package dev.tessera.demo.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The people who have, or were offered, an account.
public final class People {
    /// The columns that [#read(ResultSet)] wants, of a table called `p`.
    static final String COLUMNS =
            "p.id, p.organisation, p.user_name, p.full_name, p.is_admin, p.is_access_admin, p.is_support,"
                    + " p.must_change_password, p.password_hash";

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ADDRESS = 254;
    // No colon: the user name becomes the account name of an otpauth link.
    private static final Pattern ADDRESS = Pattern.compile("[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,63}(\\.[a-z0-9-]{1,63})+");

    private static final String LISTED =
            "SELECT " + COLUMNS + ", f.last_used_at FROM person p LEFT JOIN factor f ON f.person_id = p.id";

    private final Database database;
    private final Audit audit;

    /// @param database where they are kept
    People(Database database, Audit audit) {
        this.database = database;
        this.audit = audit;
    }

    /// A person with what is stored to check the password; `null` before one was set.
    record Known(Person person, @Nullable String passwordHash) {
        @Override
        public String toString() {
            return "Known[" + person + "]";
        }
    }

    /// Whether nobody is here yet.
    public boolean isEmpty() throws StoreException {
        return database.run(sql -> sql.first("SELECT 1 FROM person", row -> row.getInt(1)))
                .isEmpty();
    }

    /// Makes an organisation, if there is none of this name.
    static void found(Sql sql, String organisation) throws SQLException {
        sql.update(
                "INSERT INTO organisation (name, access_admins)"
                        + " SELECT CAST(? AS VARCHAR(100)), 0 WHERE NOT EXISTS (SELECT 1 FROM organisation WHERE name = ?)",
                organisation,
                organisation);
    }

    /// Adds somebody without a password.
    ///
    /// @param deed about it, to which the new person becomes the subject
    /// @return empty if the user name is taken
    public Optional<Person> add(Person person, Deed deed) throws StoreException {
        try {
            database.transaction(sql -> {
                insert(sql, person);
                return audit.write(
                        sql, new Deed(deed.event(), deed.detail(), Optional.of(person), deed.actor(), deed.address()));
            });
        } catch (StoreException e) {
            if (e.isDuplicate()) {
                return Optional.empty();
            }
            throw e;
        }
        return Optional.of(person);
    }

    static void insert(Sql sql, Person person) throws SQLException {
        sql.update(
                "INSERT INTO person (id, organisation, user_name, full_name, is_admin, is_access_admin, is_support,"
                        + " must_change_password, reset_pending) VALUES (?, ?, ?, ?, ?, ?, ?, FALSE, FALSE)",
                person.id(),
                person.organisation(),
                person.userName(),
                person.fullName(),
                person.roles().contains(Role.ADMIN),
                person.roles().contains(Role.ACCESS_ADMIN),
                person.roles().contains(Role.SUPPORT));
        if (person.roles().contains(Role.ACCESS_ADMIN)) {
            sql.update(
                    "UPDATE organisation SET access_admins = access_admins + 1 WHERE name = ?", person.organisation());
        }
    }

    /// Somebody new.
    public static Person newcomer(String organisation, String fullName, String userName, Set<Role> roles) {
        return new Person(UUID.randomUUID().toString(), organisation, normalise(userName), fullName, roles, false);
    }

    /// Somebody as the list of people shows them.
    ///
    /// @param hasRegistered whether there is a password
    /// @param codeLastUsed when a code last counted; empty without an authenticator
    public record Listed(Person person, boolean hasRegistered, Optional<Instant> codeLastUsed) {}

    /// The people of an organisation by their names.
    public List<Listed> of(String organisation) throws StoreException {
        return database.run(sql ->
                sql.all(LISTED + " WHERE p.organisation = ? ORDER BY p.full_name, p.id", People::listed, organisation));
    }

    /// Somebody of an organisation; empty also if the person is of another one.
    public Optional<Listed> find(String organisation, String id) throws StoreException {
        return database.run(
                sql -> sql.first(LISTED + " WHERE p.organisation = ? AND p.id = ?", People::listed, organisation, id));
    }

    private static Listed listed(ResultSet row) throws SQLException {
        long lastUsed = row.getLong("last_used_at");
        var codeLastUsed = row.wasNull() ? Optional.<Instant>empty() : Optional.of(Instant.ofEpochMilli(lastUsed));
        return new Listed(read(row), row.getString("password_hash") != null, codeLastUsed);
    }

    /// Somebody of `organisation` who was invited and has set no password yet.
    public Optional<Person> awaited(String organisation, String userName) throws StoreException {
        return byUserName(userName)
                .filter(known -> known.passwordHash() == null)
                .map(Known::person)
                .filter(person -> person.organisation().equals(organisation));
    }

    Optional<Known> byUserName(String userName) throws StoreException {
        return database.run(sql -> sql.first(
                "SELECT " + COLUMNS + " FROM person p WHERE p.user_name = ?",
                row -> new Known(read(row), row.getString("password_hash")),
                normalise(userName)));
    }

    /// Stores a password that the server made up.
    static void setGivenPassword(Sql sql, String personId, String passwordHash) throws SQLException {
        sql.update(
                "UPDATE person SET password_hash = ?, must_change_password = TRUE WHERE id = ?",
                passwordHash,
                personId);
    }

    /// What is wrong with the name and address of somebody to be invited; empty if nothing is.
    public static Optional<String> objection(String fullName, String userName) {
        if (fullName.isBlank()
                || fullName.length() > LONGEST_NAME
                || fullName.chars().anyMatch(Character::isISOControl)) {
            return Optional.of("Type the person's full name, at most " + LONGEST_NAME + " characters.");
        }
        if (!ADDRESS.matcher(normalise(userName)).matches()) {
            return Optional.of("Type an e-mail address such as ann@example.org.");
        }
        if (normalise(userName).length() > LONGEST_ADDRESS) {
            return Optional.of("Type an e-mail address of at most " + LONGEST_ADDRESS + " characters.");
        }
        return Optional.empty();
    }

    static String normalise(String userName) {
        return userName.strip().toLowerCase(Locale.ROOT);
    }

    static Person read(ResultSet row) throws SQLException {
        return new Person(
                row.getString("id"),
                row.getString("organisation"),
                row.getString("user_name"),
                row.getString("full_name"),
                roles(row),
                row.getBoolean("must_change_password"));
    }

    private static Set<Role> roles(ResultSet row) throws SQLException {
        var roles = EnumSet.noneOf(Role.class);
        for (var role : EnumSet.complementOf(EnumSet.of(Role.MEMBER))) {
            if (row.getBoolean(role.column())) {
                roles.add(role);
            }
        }
        return roles;
    }
}
