package dev.tessera.walk;

import dev.tessera.demo.DemoOptions;
import dev.tessera.demo.DemoServer;
import dev.tessera.demo.FirstAccounts;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;

/// The demo login side with the person who was invited to it, over real HTTP.
final class LoginSide implements AutoCloseable {
    private final DemoServer server;
    private final FirstAccounts accounts;
    private final Visitor visitor = new Visitor();
    private final String password;

    private LoginSide(DemoServer server, FirstAccounts accounts) {
        this.server = server;
        this.accounts = accounts;
        byte[] random = new byte[12];
        new SecureRandom().nextBytes(random);
        password = HexFormat.of().formatHex(random);
    }

    /// @throws IOException if it cannot start
    static LoginSide start() throws IOException {
        var server = DemoServer.start(DemoOptions.standard());
        return new LoginSide(
                server,
                server.firstAccounts()
                        .orElseThrow(() -> new AssertionError("a new data folder has its first accounts")));
    }

    URI address() {
        return server.address();
    }

    String userName() {
        return accounts.invitedUserName();
    }

    /// Follows the invitation and sets a password.
    Page acceptInvitation() throws IOException {
        var page = visitor.open(accounts.invitation());
        return visitor.fill(page, "newPassword", password);
    }

    /// User name and password; the page that follows.
    Page logIn() throws IOException {
        var page = visitor.open(address().resolve("/login"));
        return visitor.fill(page, "username", userName(), "password", password);
    }

    /// A code on a page that asks for one; the page that follows.
    Page type(String code, Page page) throws IOException {
        return visitor.fill(page, "code", code);
    }

    @Override
    public void close() {
        visitor.close();
        server.close();
    }
}
