package dev.tessera.agent;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/// A program that knows how an agent is asked, and has nothing but the JDK.
final class Stranger {
    private static final byte[] QUESTION = {'T', 'S', 'A', 'G', 1, 'c', 0, 5, 'p', 'e', 'x', 'i', 'p'};

    private Stranger() {}

    /// @param arguments the socket
    public static void main(String[] arguments) {
        try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(arguments[0]))) {
            System.out.println(answer(channel));
        } catch (IOException _) {
            System.out.println("not connected");
        }
    }

    private static String answer(SocketChannel channel) {
        try {
            channel.write(ByteBuffer.wrap(QUESTION));
            channel.shutdownOutput();
            var said = new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.ISO_8859_1);
            return said.contains("287082") ? "answered: 287082" : said.isEmpty() ? "connected, and hung up on" : said;
        } catch (IOException _) {
            return "connected, and hung up on"; // while the question was being sent
        }
    }
}
