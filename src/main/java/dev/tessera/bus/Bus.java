package dev.tessera.bus;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.DBusSigHandler;
import org.freedesktop.dbus.matchrules.DBusMatchRule;
import org.freedesktop.dbus.matchrules.DBusMatchRuleBuilder;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.messages.Error;
import org.freedesktop.dbus.messages.MethodCall;

/// A connection to a message bus, for calls one after the other and for listening. Its threads are daemons that wait
/// for the socket or for work, and wake for nothing else.
///
/// It cannot pass file descriptors: the JDK's sockets cannot.
public final class Bus implements AutoCloseable {
    /// Any object of the service.
    public static final String ANY_PATH = "";

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /// In milliseconds. The library tries each half second, for ten of them; but a bus that is not there does not come.
    private static final int ONE_ATTEMPT = 500;

    private static final At DAEMON = new At("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus");

    /// The library tells at each connection how it was made, and calls it fatal when a bus ends, which [#isOpen()]
    /// says. Held, since a logger that nobody holds forgets its level.
    private static final List<Logger> LIBRARY = List.of(
            Logger.getLogger("org.freedesktop.dbus"),
            Logger.getLogger("org.freedesktop.dbus.connections.base.IncomingMessageThread"));

    static {
        LIBRARY.getFirst().setLevel(Level.WARNING);
        LIBRARY.getLast().setLevel(Level.OFF);
    }

    private final DBusConnection connection;
    private final String partner;

    private Bus(DBusConnection connection, String partner) {
        this.connection = connection;
        this.partner = partner;
    }

    /// @param address as `DBUS_SESSION_BUS_ADDRESS` gives it
    /// @param partner how a person calls who is spoken with, to begin a sentence
    /// @throws BusException if nobody answers there
    public static Bus at(String address, String partner) throws BusException {
        try {
            var connection = DBusConnectionBuilder.forAddress(address)
                    .withShared(false)
                    .transportConfig()
                    .withTimeout(ONE_ATTEMPT)
                    .back()
                    .build();
            return new Bus(connection, partner);
        } catch (DBusException | IllegalStateException e) {
            throw new BusException("The message bus of this computer cannot be reached.", e);
        }
    }

    /// Where to call, or whom to listen to.
    ///
    /// @param service the bus name
    /// @param path of the object
    public record At(String service, String path, String type) {}

    /// Calls and waits for the answer, five seconds at most.
    ///
    /// @param signature of the arguments, in the notation of D-Bus
    /// @param arguments paths as text, [Typed] where the type is left open
    /// @return the values that are answered: paths as text, arrays as lists, structures as arrays of objects
    public Object[] call(At at, String member, String signature, Object... arguments) throws BusException {
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
                            Values.outgoing(arguments));
            connection.sendMessage(call);
            var reply = call.getReply(PATIENCE.toMillis());
            if (reply == null) {
                throw new BusException(partner + " does not respond.");
            }
            if (reply instanceof Error error) {
                throw new BusException(partner + " refused: " + error.getName() + ".");
            }
            return Values.incoming(reply.getParameters());
        } catch (DBusException e) {
            throw notUnderstood(e);
        } catch (DBusExecutionException e) {
            throw new BusException("The message bus of this computer has stopped.", e);
        }
    }

    /// Waits for a signal that an action brings about.
    ///
    /// @return what the signal says
    public Object[] await(At at, String signal, Duration patience, Action action) throws BusException {
        var arrived = new CompletableFuture<Object[]>();
        var rule = rule(at, signal);
        DBusSigHandler<DBusSignal> handler = message -> {
            try {
                arrived.complete(Values.incoming(message.getParameters()));
            } catch (DBusException e) {
                arrived.completeExceptionally(e);
            }
        };
        add(rule, handler);
        try {
            action.run();
            return arrived.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new BusException(partner + " is still waiting for an answer.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BusException("Waiting was interrupted.", e);
        } catch (ExecutionException e) {
            throw notUnderstood(e);
        } finally {
            remove(rule, handler);
        }
    }

    /// What brings a signal about.
    @FunctionalInterface
    public interface Action {
        void run() throws BusException;
    }

    /// Calls `listener` with the values of each such signal from now on, one after the other, on a thread of the bus.
    /// A signal that somebody else sends in the name of the service is left out: on the bus of the system, any user
    /// may try. Calls nothing any more once the bus is closed or lost.
    public void listen(At at, String signal, Consumer<Object[]> listener) throws BusException {
        add(rule(at, signal), message -> {
            try {
                if (isSentBy(at.service(), message)) {
                    listener.accept(Values.incoming(message.getParameters()));
                }
            } catch (BusException | DBusException _) {
                // Not a signal of that service: nobody has its name, or it is not made like one.
            }
        });
    }

    private boolean isSentBy(String service, DBusSignal message) throws BusException {
        return call(DAEMON, "GetNameOwner", "s", service)[0].equals(message.getSource());
    }

    /// Whether anything can still arrive.
    public boolean isOpen() {
        return connection.isConnected();
    }

    private static DBusMatchRule rule(At at, String signal) {
        var rule = DBusMatchRuleBuilder.create()
                .withType("signal")
                .withInterface(at.type())
                .withMember(signal);
        return (at.path().equals(ANY_PATH) ? rule : rule.withPath(at.path())).build();
    }

    private void add(DBusMatchRule rule, DBusSigHandler<DBusSignal> handler) throws BusException {
        try {
            var _ = connection.addGenericSigHandler(rule, handler);
        } catch (DBusException | DBusExecutionException e) {
            throw new BusException(partner + " cannot be listened to.", e);
        }
    }

    private void remove(DBusMatchRule rule, DBusSigHandler<DBusSignal> handler) {
        try {
            connection.removeGenericSigHandler(rule, handler);
        } catch (DBusException | DBusExecutionException _) {
            // The bus is gone, and the handler with it.
        }
    }

    private BusException notUnderstood(Exception e) {
        return new BusException(partner + " sent something that cannot be understood.", e);
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
