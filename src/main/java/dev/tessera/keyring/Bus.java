package dev.tessera.keyring;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.matchrules.DBusMatchRuleBuilder;
import org.freedesktop.dbus.messages.Error;
import org.freedesktop.dbus.messages.MethodCall;

/// A connection to the message bus of the person's session, for calls one after the other.
final class Bus implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /// It tells at each connection how it was made. Held, since a logger that nobody holds forgets its level.
    private static final Logger LIBRARY = Logger.getLogger("org.freedesktop.dbus");

    static {
        LIBRARY.setLevel(Level.WARNING);
    }

    private final DBusConnection connection;

    private Bus(DBusConnection connection) {
        this.connection = connection;
    }

    /// @param address as `DBUS_SESSION_BUS_ADDRESS` gives it
    /// @throws KeyringException if nobody answers there
    static Bus at(String address) throws KeyringException {
        try {
            return new Bus(
                    DBusConnectionBuilder.forAddress(address).withShared(false).build());
        } catch (DBusException | IllegalStateException e) {
            throw new KeyringException("The message bus of this desktop cannot be reached.", e);
        }
    }

    /// Where to call.
    ///
    /// @param service the bus name
    /// @param path of the object
    record At(String service, String path, String type) {}

    /// Calls and waits for the answer, five seconds at most.
    ///
    /// @param signature of the arguments, in the notation of D-Bus
    /// @return the values that are answered
    Object[] call(At at, String member, String signature, Object... arguments) throws KeyringException {
        try {
            MethodCall call = connection
                    .getMessageFactory()
                    .createMethodCall(
                            at.service(),
                            at.path(),
                            at.type(),
                            member,
                            (byte) 0,
                            signature.isEmpty() ? null : signature,
                            arguments);
            connection.sendMessage(call);
            var reply = call.getReply(PATIENCE.toMillis());
            if (reply == null) {
                throw new KeyringException("The keyring of this desktop does not answer.");
            }
            if (reply instanceof Error error) {
                throw new KeyringException("The keyring of this desktop refused: " + error.getName() + ".");
            }
            var values = reply.getParameters();
            return values == null ? new Object[0] : values;
        } catch (DBusException e) {
            throw new KeyringException("The keyring of this desktop sent what cannot be understood.", e);
        }
    }

    /// Waits for a signal that an action brings about.
    ///
    /// @return what the signal says
    Object[] await(At at, String signal, Duration patience, Action action) throws KeyringException {
        var arrived = new CompletableFuture<Object[]>();
        try {
            var rule = DBusMatchRuleBuilder.create()
                    .withType("signal")
                    .withPath(at.path())
                    .withInterface(at.type())
                    .withMember(signal)
                    .build();
            try (var _ = connection.addGenericSigHandler(rule, message -> {
                try {
                    arrived.complete(message.getParameters());
                } catch (DBusException e) {
                    arrived.completeExceptionally(e);
                }
            })) {
                action.run();
                return arrived.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (TimeoutException e) {
            throw new KeyringException("The keyring of this desktop still waits for an answer.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KeyringException("Waiting for the keyring was interrupted.", e);
        } catch (KeyringException e) {
            throw e;
        } catch (ExecutionException e) {
            throw new KeyringException("The keyring of this desktop sent what cannot be understood.", e);
        } catch (Exception e) {
            throw new KeyringException("The keyring of this desktop cannot be listened to.", e);
        }
    }

    interface Action {
        void run() throws KeyringException;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (IOException _) {
            // It is of no further use.
        }
    }
}
