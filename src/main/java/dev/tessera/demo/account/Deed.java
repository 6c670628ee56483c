package dev.tessera.demo.account;

import java.util.Optional;

/// Something that was done, for the logs.
///
/// @param detail such as the title of a role, or empty; never anything secret, nor anything that somebody typed
/// @param subject whose account it is about; empty if nobody knows
/// @param actor who did it; empty if it was somebody who had not yet proved to be anybody
/// @param address where it came from
public record Deed(AuditEvent event, String detail, Optional<Person> subject, Optional<Person> actor, String address) {

    /// By somebody to the own account.
    public static Deed own(AuditEvent event, Person person, String address) {
        return new Deed(event, "", Optional.of(person), Optional.of(person), address);
    }

    /// By nobody in particular, at an account that may not even exist.
    public static Deed outside(AuditEvent event, Optional<Person> subject, String address) {
        return new Deed(event, "", subject, Optional.empty(), address);
    }

    /// By somebody to the account of somebody else.
    public static Deed by(Person actor, AuditEvent event, Person subject, String address) {
        return new Deed(event, "", Optional.of(subject), Optional.of(actor), address);
    }

    /// The same with a detail.
    public Deed with(String newDetail) {
        return new Deed(event, newDetail, subject, actor, address);
    }
}
