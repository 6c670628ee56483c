package dev.tessera.demo.account;

/// What a person may do in the own organisation, and nowhere else. Somebody can have several roles; everybody is a
/// Member.
public enum Role {
    /// Sees the own account.
    MEMBER("Member", "Sees their own account."),
    /// Reads the people and the audit log of the organisation.
    ADMIN("Admin", "Sees the people and the audit log."),
    /// Does what an Admin does; grants and takes roles, invites, asks for resets.
    ACCESS_ADMIN("Access Admin", "Invites people, grants and removes roles, asks for resets."),
    /// Carries out or declines the resets that others asked for.
    SUPPORT("Support", "Carries out or declines the resets that others asked for.");

    private final String title;
    private final String duty;

    Role(String title, String duty) {
        this.title = title;
        this.duty = duty;
    }

    /// The name for people.
    public String title() {
        return title;
    }

    /// One sentence for people about what it allows.
    public String duty() {
        return duty;
    }

    /// Its column in the table of people.
    ///
    /// @throws IllegalArgumentException for a Member, who has no column: everybody is one
    String column() {
        return switch (this) {
            case MEMBER -> throw new IllegalArgumentException("everybody is a Member");
            case ADMIN -> "is_admin";
            case ACCESS_ADMIN -> "is_access_admin";
            case SUPPORT -> "is_support";
        };
    }

    /// The column of the role that somebody needs, beside that of an Access Admin, to grant or take this one: never
    /// more than the granter has.
    String granterColumn() {
        return this == SUPPORT ? SUPPORT.column() : ACCESS_ADMIN.column();
    }
}
