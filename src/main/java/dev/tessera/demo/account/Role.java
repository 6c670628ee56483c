package dev.tessera.demo.account;

/// What a person may do in the own organisation; each may do what those before it may.
public enum Role {
    /// Sees the own account.
    MEMBER("Member"),
    /// Invites people, with a role no higher than the own.
    ACCESS_ADMIN("Access Admin");

    private final String title;

    Role(String title) {
        this.title = title;
    }

    /// The name for people.
    public String title() {
        return title;
    }

    /// Whether this role may do what `other` may.
    public boolean covers(Role other) {
        return compareTo(other) >= 0;
    }
}
