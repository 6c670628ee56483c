package dev.tessera.presence;

/// Tells when the person has left the computer, as far as the computer knows.
public interface Presence extends AutoCloseable {

    /// What this desktop tells. On Windows and macOS it is nothing, so far.
    static Presence ofThisDesktop() {
        return LinuxPresence.ofThisSession();
    }

    /// Listens wherever it does not listen yet, or no longer. Where nobody is there to listen to, nothing is told:
    /// that is no failure, for there are computers without. It tries once, and never again by itself. It may wait
    /// for seconds until others answer.
    void listen(Listener listener);

    /// Tells nothing any more, and listens to nobody again.
    @Override
    void close();

    /// Who is told, on a thread of the presence. One event may be told more than once.
    interface Listener {
        /// The session was locked, or its screen saver has come on.
        void sessionLocked();

        /// The computer sleeps within moments; it does not wait for the listener.
        void aboutToSleep();
    }
}
