package dev.tessera.bus;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.freedesktop.dbus.connections.transports.AbstractTransport;
import org.freedesktop.dbus.connections.transports.TransportBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.messages.Message;
import org.freedesktop.dbus.messages.MethodCall;
import org.freedesktop.dbus.messages.MethodReturn;
import org.jspecify.annotations.Nullable;

/// Another program on the bus: it answers calls and sends signals, message by message.
public final class TestService implements AutoCloseable {
    private final AbstractTransport transport;
    private final Function<Call, Optional<Typed>> answers;
    private final Map<Long, CompletableFuture<Object[]>> pending = new ConcurrentHashMap<>();

    private TestService(AbstractTransport transport, Function<Call, Optional<Typed>> answers) {
        this.transport = transport;
        this.answers = answers;
    }

    /// What it is called with.
    public record Call(String path, String member, List<Object> arguments) {}

    /// A program without a name.
    public static TestService start(String address) throws IOException {
        return start(address, _ -> Optional.empty());
    }

    /// @param answers what it answers; a call without an answer is refused
    public static TestService start(String address, Function<Call, Optional<Typed>> answers) throws IOException {
        try {
            var service = new TestService(TransportBuilder.create(address).build(), answers);
            Thread.ofPlatform().daemon().name("test-service").start(service::run);
            service.callBus("Hello", "");
            return service;
        } catch (DBusException e) {
            throw new IOException(e);
        }
    }

    /// Takes a name, which nobody else must have.
    public void take(String name) throws IOException {
        if (((Number) callBus("RequestName", "su", name, 4)[0]).intValue() != 1) {
            throw new IOException("somebody else has the name " + name);
        }
    }

    /// The bus has taken the signal when this returns.
    ///
    /// @param type the interface
    public void signal(String path, String type, String member, String signature, Object... values) throws IOException {
        try {
            var factory = transport.getMessageFactory();
            write(factory.createSignal(null, path, type, member, signature, Values.outgoing(values)));
        } catch (DBusException e) {
            throw new IOException(e);
        }
        callBus("GetId", "");
    }

    /// Calls the bus itself.
    public Object[] callBus(String member, String signature, Object... arguments) throws IOException {
        var name = "org.freedesktop.DBus";
        try {
            var call = transport
                    .getMessageFactory()
                    .createMethodCall(
                            name,
                            "/org/freedesktop/DBus",
                            name,
                            member,
                            (byte) 0,
                            signature.isEmpty() ? null : signature,
                            arguments);
            var answer = new CompletableFuture<Object[]>();
            pending.put(call.getSerial(), answer);
            write(call);
            return answer.orTimeout(20, TimeUnit.SECONDS).join();
        } catch (DBusException e) {
            throw new IOException(e);
        }
    }

    private void run() {
        try {
            while (true) {
                @Nullable Message message = transport.readMessage();
                if (message instanceof MethodCall call) {
                    write(answer(call));
                } else if (message instanceof MethodReturn answer) {
                    var waiting = pending.remove(answer.getReplySerial());
                    if (waiting != null) {
                        waiting.complete(Values.incoming(answer.getParameters()));
                    }
                }
            }
        } catch (IOException | DBusException e) {
            // The bus has ended, or this has.
            pending.values().forEach(waiting -> waiting.completeExceptionally(e));
        }
    }

    private Message answer(MethodCall call) throws DBusException {
        var factory = transport.getMessageFactory();
        var answer =
                answers.apply(new Call(call.getPath(), call.getName(), List.of(Values.incoming(call.getParameters()))));
        return answer.isPresent()
                ? factory.createMethodReturn(
                        call,
                        answer.get().signature(),
                        Values.outgoing(answer.get().value()))
                : factory.createError(call, new DBusExecutionException("there is no such thing"));
    }

    private synchronized void write(Message message) throws IOException {
        transport.writeMessage(message);
    }

    @Override
    public void close() throws IOException {
        transport.close();
    }
}
