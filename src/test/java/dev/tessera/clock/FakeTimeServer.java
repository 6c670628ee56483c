package dev.tessera.clock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// A time server on loopback that tells the time of this computer, or as much later as it is told to, by packets of its
/// own making; and whatever else a server may do to a packet.
public final class FakeTimeServer implements AutoCloseable {
    private static final long EPOCH = 2_208_988_800L;

    private final DatagramSocket socket;
    private final Supplier<Instant> time;
    private final UnaryOperator<byte[]> change;
    private final AtomicInteger asked = new AtomicInteger();

    private FakeTimeServer(Supplier<Instant> time, UnaryOperator<byte[]> change) {
        this.time = time;
        this.change = change;
        try {
            socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().name("fake-time-server").start(this::serve);
    }

    /// One whose time is so much later than this computer's.
    public static FakeTimeServer ahead(Duration ahead) {
        return telling(() -> Instant.now().plus(ahead));
    }

    /// One that tells this time.
    public static FakeTimeServer telling(Supplier<Instant> time) {
        return new FakeTimeServer(time, packet -> packet);
    }

    /// One that sends what `change` makes of a right answer; nothing if that is empty.
    public static FakeTimeServer sending(UnaryOperator<byte[]> change) {
        return new FakeTimeServer(Instant::now, change);
    }

    /// One that never answers.
    public static FakeTimeServer silent() {
        return sending(_ -> new byte[0]);
    }

    /// One that asks to be left alone.
    public static FakeTimeServer unwilling(String code) {
        return sending(packet -> {
            packet[1] = 0;
            System.arraycopy(code.getBytes(StandardCharsets.US_ASCII), 0, packet, 12, 4);
            return packet;
        });
    }

    public TimeServer address() {
        return new TimeServer(socket.getLocalAddress().getHostAddress(), socket.getLocalPort());
    }

    /// How often it was asked.
    public int asked() {
        return asked.get();
    }

    private void serve() {
        try {
            while (true) {
                var question = new DatagramPacket(new byte[48], 48);
                socket.receive(question);
                asked.incrementAndGet();
                var answer = change.apply(answer(question.getData()));
                if (answer.length > 0) {
                    socket.send(new DatagramPacket(answer, answer.length, question.getSocketAddress()));
                }
            }
        } catch (IOException _) {
            // closed: the test is over
        }
    }

    private byte[] answer(byte[] question) {
        var packet = ByteBuffer.allocate(48);
        packet.put((byte) (0 << 6 | 4 << 3 | 4)); // all is well, version 4, a server
        packet.put((byte) 2).put((byte) 6).put((byte) -20);
        packet.putInt(1 << 8).putInt(1 << 8); // 4 ms each
        packet.putInt(0x7f000001);
        packet.putLong(stamp(now().minusSeconds(60)));
        packet.put(question, 40, 8);
        packet.putLong(stamp(now()));
        packet.putLong(stamp(now()));
        return packet.array();
    }

    private Instant now() {
        return time.get();
    }

    private static long stamp(Instant time) {
        return ((time.getEpochSecond() + EPOCH) << 32) | (((long) time.getNano() << 32) / 1_000_000_000L);
    }

    @Override
    public void close() {
        socket.close();
    }
}
