package dev.tessera.demo;

import dev.tessera.crypto.Argon2id;
import dev.tessera.demo.account.Accounts;
import dev.tessera.demo.account.BusyException;
import dev.tessera.demo.account.StoreException;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The running login side.
public final class DemoServer implements AutoCloseable {
    /// The least that OWASP's password storage page names for Argon2id: 19 MiB, 2 passes, 1 lane.
    private static final Argon2id PASSWORD_COST = new Argon2id(19_456, 2, 1);

    private final Cleanup cleanup;
    private final URI address;
    private final URI outbox;
    private final Optional<FirstAccounts> firstAccounts;
    private final SiteHandler handler;

    private DemoServer(
            Cleanup cleanup, URI address, URI outbox, Optional<FirstAccounts> firstAccounts, SiteHandler handler) {
        this.cleanup = cleanup;
        this.address = address;
        this.outbox = outbox;
        this.firstAccounts = firstAccounts;
        this.handler = handler;
    }

    /// Starts it, and makes the first accounts where there are none.
    ///
    /// @throws IOException if the port is taken or the data folder cannot be used; the message says which
    public static DemoServer start(DemoOptions options) throws IOException {
        return start(
                options,
                new Accounts.Setup(
                        PASSWORD_COST,
                        options.window(),
                        options.clock(),
                        new SecureRandom(),
                        UnaryOperator.identity()));
    }

    /// The same with another password cost, randomness or store.
    static DemoServer start(DemoOptions options, Accounts.Setup setup) throws IOException {
        var cleanup = new Cleanup();
        boolean started = false;
        try {
            var server = start(options, setup, cleanup);
            started = true;
            return server;
        } catch (StoreException e) {
            throw failure(options, e);
        } catch (BusyException e) {
            throw new AssertionError("nobody else logs in yet", e);
        } catch (MailException e) {
            throw new AssertionError("the first mail stays in the outbox", e);
        } finally {
            if (!started) {
                cleanup.run();
            }
        }
    }

    /// What the driver says may name the user, so it goes no further.
    private static IOException failure(DemoOptions options, StoreException e) {
        return options.database().isPresent()
                ? new IOException("the database cannot be used: " + e.getMessage()
                        + "; check its address, the user and the password, and that the user may create tables")
                : new IOException("the database in the data folder cannot be used; another server may have it open", e);
    }

    private static DemoServer start(DemoOptions options, Accounts.Setup setup, Cleanup cleanup)
            throws IOException, StoreException, BusyException, MailException {
        if (options.database().isPresent() && options.data() == null) {
            throw new IOException("with a database elsewhere it needs a data folder, which keeps the server's key");
        }
        var listener = Listener.open(options.network());
        cleanup.add(listener::close);
        var folder = PrivateFolder.open(options.data());
        cleanup.add(folder::close);
        var accounts = Accounts.open(folder.path(), options.database(), setup);
        cleanup.add(accounts::close);
        var outbox = new Outbox(folder.path().resolve("outbox"), accounts.key("address of the outbox page"));
        var site = new Site(options, setup.random(), accounts, outbox, listener.address());
        var firstAccounts = new FirstStart(accounts, site.firstInviting()).run();
        var log = new AttemptLog(folder.path().resolve("attempts.log"), accounts.audit(), options.clock());
        var handler = site.handler(log, listener.port());
        listener.serve(handler);
        cleanup.add(listener::close); // before the store closes; once more at the end does no harm
        return new DemoServer(
                cleanup, listener.address(), listener.address().resolve(outbox.path()), firstAccounts, handler);
    }

    /// Where it listens, such as `http://127.0.0.1:8080/`.
    public URI address() {
        return address;
    }

    /// The page with the mail that it sent: a secret, for there are one-time links on it.
    public URI outbox() {
        return outbox;
    }

    /// The accounts of a first start, with their passwords; empty if the data folder held people already.
    public Optional<FirstAccounts> firstAccounts() {
        return firstAccounts;
    }

    /// Everything that it answers to.
    List<Route<?>> routes() {
        return handler.routes();
    }

    /// Ends all connections, closes the database, and removes a temporary data folder.
    @Override
    public void close() {
        cleanup.run();
    }
}
