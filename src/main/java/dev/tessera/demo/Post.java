package dev.tessera.demo;

/// Who takes the server's mail: its own outbox, or a mail server.
@FunctionalInterface
interface Post {
    /// Takes a mail.
    ///
    /// @throws MailException if it was not taken
    void deliver(Mail mail) throws MailException;
}
