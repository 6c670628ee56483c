package dev.tessera.demo.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The people who have, or were offered, an account.
public final class People {
    /// The columns that [#read(ResultSet)] wants, of a table called `p`.
    static final String COLUMNS =
            "p.id, p.organisation, p.user_name, p.full_name, p.role, p.must_change_password, p.password_hash";

    private static final int LONGEST_NAME = 100;
    // No colon: the user name becomes the account name of an otpauth link.
    private static final Pattern ADDRESS = Pattern.compile("[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,63}(\\.[a-z0-9-]{1,63})+");

    private final Database database;

    /// @param database where they are kept
    People(Database database) {
        this.database = database;
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

    /// Adds somebody without a password.
    ///
    /// @return empty if the user name is taken
    public Optional<Person> add(String organisation, String fullName, String userName, Role role)
            throws StoreException {
        var person = new Person(UUID.randomUUID().toString(), organisation, normalise(userName), fullName, role, false);
        try {
            database.run(sql -> sql.update(
                    "INSERT INTO person (id, organisation, user_name, full_name, role, must_change_password)"
                            + " VALUES (?, ?, ?, ?, ?, FALSE)",
                    person.id(),
                    person.organisation(),
                    person.userName(),
                    person.fullName(),
                    person.role().name()));
        } catch (StoreException e) {
            if (e.isDuplicate()) {
                return Optional.empty();
            }
            throw e;
        }
        return Optional.of(person);
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
    void setGivenPassword(String personId, String passwordHash) throws StoreException {
        database.run(sql -> sql.update(
                "UPDATE person SET password_hash = ?, must_change_password = TRUE WHERE id = ?",
                passwordHash,
                personId));
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
                Role.valueOf(row.getString("role")),
                row.getBoolean("must_change_password"));
    }
}
