package dev.tessera.clock;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.apache.commons.net.ntp.NtpV3Impl;
import org.apache.commons.net.ntp.NtpV3Packet;
import org.apache.commons.net.ntp.TimeStamp;

/// Asks one server for the time by SNTP (RFC 5905 section 14, with the checks of RFC 4330 section 5).
///
/// What is sent says nothing of this computer: in the place of its own time stands a random number, which the answer
/// must repeat. `NTPUDPClient` of commons-net sends the time instead, does not tell what it has sent, and takes what
/// anybody sends; so its packets are used here, and not itself.
final class Sntp {
    /// How often it is asked: a packet may get lost.
    private static final int TRIES = 2;

    private static final Duration PATIENCE = Duration.ofMillis(1500);
    private static final int LENGTH = 48;
    private static final int VERSION = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final LocalClock clock;

    Sntp(LocalClock clock) {
        this.clock = clock;
    }

    /// Takes three seconds at the most once the name is known.
    Answer ask(TimeServer server) {
        try {
            return ask(server, InetAddress.getByName(server.host()));
        } catch (UnknownHostException _) {
            return useless(server, Answer.Reason.UNKNOWN_NAME);
        }
    }

    private Answer ask(TimeServer server, InetAddress address) {
        Answer answer = useless(server, Answer.Reason.SILENT);
        for (int tries = 0; tries < TRIES; tries++) {
            answer = askOnce(server, address);
            boolean again = answer instanceof Answer.Useless useless
                    && (useless.reason() == Answer.Reason.SILENT || useless.reason() == Answer.Reason.FOREIGN);
            if (!again) {
                return answer; // who asks to be left alone is left alone
            }
        }
        return answer;
    }

    private Answer askOnce(TimeServer server, InetAddress address) {
        try (var socket = new DatagramSocket()) {
            // Connected: the system drops what others send, and tells that nobody listens.
            socket.connect(new InetSocketAddress(address, server.port()));
            long sign = RANDOM.nextLong();
            long start = clock.nanos().getAsLong();
            var asked = clock.instant();
            socket.send(question(sign));
            boolean foreign = false;
            while (true) {
                var left = PATIENCE.minus(clock.since(start));
                var received = left.isPositive() ? receive(socket, left) : Optional.<NtpV3Packet>empty();
                var taken = clock.since(start);
                if (received.isEmpty()) {
                    return useless(server, foreign ? Answer.Reason.FOREIGN : Answer.Reason.SILENT);
                }
                if (received.get().getOriginateTimeStamp().ntpValue() == sign) {
                    return new SntpReply(received.get()).toAnswer(server, asked, taken);
                }
                foreign = true; // the true one may still come
            }
        } catch (IOException _) {
            return useless(server, Answer.Reason.UNREACHABLE); // nobody listens there, or there is no network
        }
    }

    private static DatagramPacket question(long sign) {
        var packet = new NtpV3Impl();
        packet.setMode(NtpV3Packet.MODE_CLIENT);
        packet.setVersion(VERSION);
        packet.setTransmitTime(new TimeStamp(sign));
        return packet.getDatagramPacket();
    }

    /// The next packet; empty if none comes in time.
    private static Optional<NtpV3Packet> receive(DatagramSocket socket, Duration left) throws IOException {
        var bytes = new DatagramPacket(new byte[LENGTH], LENGTH);
        socket.setSoTimeout((int) Math.max(1, left.toMillis()));
        try {
            socket.receive(bytes);
        } catch (SocketTimeoutException _) {
            return Optional.empty();
        }
        // What is shorter is left empty, and has no sign that we know.
        var packet = new NtpV3Impl();
        if (bytes.getLength() == LENGTH) {
            packet.setDatagramPacket(bytes);
        }
        return Optional.of(packet);
    }

    private static Answer useless(TimeServer server, Answer.Reason reason) {
        return new Answer.Useless(server, reason, "");
    }
}
