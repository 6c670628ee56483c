package dev.tessera.demo;

import java.io.IOException;
import java.net.URI;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

/// Jetty on the loopback interface, and on no other: there is no TLS here.
final class Listener {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int LARGEST_HEADER = 8192;
    /// A strong reference: the logging system forgets the level of a logger that nobody holds.
    private static final Logger JETTY_LOG = Logger.getLogger("org.eclipse.jetty");

    private final Server server;
    private final ServerConnector connector;

    private Listener(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /// Takes the port, so that the address is known before anything is served.
    ///
    /// @throws IOException if the port is taken
    static Listener open(int port) throws IOException {
        JETTY_LOG.setLevel(Level.WARNING);
        var server = new Server(new VirtualThreadPool());
        var configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setRequestHeaderSize(LARGEST_HEADER);
        var connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration));
        connector.setHost(LOOPBACK);
        connector.setPort(port);
        server.addConnector(connector);
        try {
            connector.open();
        } catch (IOException e) {
            throw new IOException(
                    "port " + port + " of this computer is taken or not allowed; choose another, or 0 for any", e);
        }
        return new Listener(server, connector);
    }

    URI address() {
        return URI.create("http://" + LOOPBACK + ":" + connector.getLocalPort() + "/");
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
