/// People, passwords, second factors and sessions of the login side, without any HTTP.
///
/// Each promise (a code counts once, an invitation is good once, five attempts and then a pause) is one
/// conditional statement in the database, never a lock in memory or a read followed by a write: so it
/// holds for any number of threads and processes.
///
///     CodeLogIn.Outcome outcome = codes.attempt(session, typed);
package dev.tessera.demo.account;
