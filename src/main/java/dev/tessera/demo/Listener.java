package dev.tessera.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

/// Jetty: on the loopback interface, or with TLS on any other.
final class Listener {
    private static final int LARGEST_HEADER = 8192;
    /// A strong reference: the logging system forgets the level of a logger that nobody holds.
    private static final Logger JETTY_LOG = Logger.getLogger("org.eclipse.jetty");

    private final Network network;
    private final Server server;
    private final ServerConnector connector;

    private Listener(Network network, Server server, ServerConnector connector) {
        this.network = network;
        this.server = server;
        this.connector = connector;
    }

    /// Takes the port, so that the address is known before anything is served.
    ///
    /// @throws IOException if the port is taken, or the keystore cannot be used
    static Listener open(Network network) throws IOException {
        JETTY_LOG.setLevel(Level.WARNING);
        var server = new Server(new VirtualThreadPool());
        var configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setRequestHeaderSize(LARGEST_HEADER);
        // The gate knows the names; Jetty would want each of them in the certificate, also behind a proxy.
        configuration.addCustomizer(new SecureRequestCustomizer(false));
        var connector = new ServerConnector(server, 1, 1, protocols(network, configuration));
        connector.setHost(network.listen());
        connector.setPort(network.port());
        if (network.sharesPort()) {
            sharePort(connector);
        }
        server.addConnector(connector);
        try {
            connector.open();
        } catch (IOException e) {
            throw new IOException(
                    "port " + network.port()
                            + " of this computer is taken or not allowed; choose another, or 0 for any",
                    e);
        }
        return new Listener(network, server, connector);
    }

    /// The system spreads the connections over all who listen.
    private static void sharePort(ServerConnector connector) throws IOException {
        try (var channel = ServerSocketChannel.open()) {
            if (!channel.supportedOptions().contains(StandardSocketOptions.SO_REUSEPORT)) {
                throw new IOException("on this system servers cannot share a port; give each its own");
            }
        }
        connector.setReusePort(true);
    }

    private static ConnectionFactory[] protocols(Network network, HttpConfiguration configuration) throws IOException {
        var http = new HttpConnectionFactory(configuration);
        return network.keystore().isEmpty()
                ? new ConnectionFactory[] {http}
                : new ConnectionFactory[] {
                    new SslConnectionFactory(tls(network.keystore().get()), http.getProtocol()), http
                };
    }

    /// TLS 1.2 and 1.3 with the keystore's key.
    private static SslContextFactory.Server tls(Network.Keystore keystore) throws IOException {
        var tls = new SslContextFactory.Server();
        tls.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        try (var file = Files.newInputStream(keystore.file());
                var lines = Files.lines(keystore.passwordFile())) {
            var password = lines.findFirst().orElse("");
            var store = KeyStore.getInstance("PKCS12");
            store.load(file, password.toCharArray());
            tls.setKeyStore(store);
            tls.setKeyStorePassword(password);
        } catch (GeneralSecurityException | UncheckedIOException e) {
            throw new IOException(keystore.file() + " is not a usable PKCS #12 keystore", e);
        } catch (IOException e) {
            throw new IOException(
                    "the keystore or its password file cannot be read, or the password is wrong; check "
                            + keystore.file() + " and " + keystore.passwordFile(),
                    e);
        }
        return tls;
    }

    int port() {
        return connector.getLocalPort();
    }

    URI address() {
        return network.address(port());
    }

    void serve(Handler handler) {
        server.setHandler(handler);
        server.setErrorHandler(SiteHandler.errors());
        LifeCycle.start(server);
    }

    void close() {
        connector.close();
        LifeCycle.stop(server);
    }
}
