package dev.tessera.demo.account;

import java.util.Set;

/// Somebody with an account, read afresh with each request.
///
/// @param id random, never reused
/// @param userName the e-mail address in lower case, with which the person logs in
/// @param roles those that were granted; [Role#MEMBER] is never among them, because everybody is one
/// @param mustChangePassword whether the password was given by the server and not chosen
public record Person(
        String id, String organisation, String userName, String fullName, Set<Role> roles, boolean mustChangePassword) {
    public Person {
        roles = Set.copyOf(roles);
    }

    /// Whether this person may do what a role allows.
    public boolean has(Role role) {
        return switch (role) {
            case MEMBER -> true;
            case ADMIN -> roles.contains(Role.ADMIN) || roles.contains(Role.ACCESS_ADMIN);
            case ACCESS_ADMIN, SUPPORT -> roles.contains(role);
        };
    }

    /// Whether this person may grant and take a role: an Access Admin who has it, too.
    public boolean mayGrant(Role role) {
        return has(Role.ACCESS_ADMIN) && has(role);
    }
}
