package dev.tessera.demo.account;

/// Somebody with an account, read afresh with each request.
///
/// @param id random, never reused
/// @param userName the e-mail address in lower case, with which the person logs in
/// @param mustChangePassword whether the password was given by the server and not chosen
public record Person(
        String id, String organisation, String userName, String fullName, Role role, boolean mustChangePassword) {}
