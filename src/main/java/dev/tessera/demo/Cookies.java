package dev.tessera.demo;

import dev.tessera.demo.account.Token;
import java.util.Optional;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/// The one cookie. Browsers keep one jar for all ports of a host, so the port is part of its name: two servers on
/// one machine do not log each other's people out.
final class Cookies {
    private final String name;

    Cookies(int port) {
        this.name = "login-" + port;
    }

    Optional<Token> read(Request request) {
        return Request.getCookies(request).stream()
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst()
                .flatMap(cookie -> Token.parse(cookie.getValue()));
    }

    /// `Secure` and the name prefix `__Host-` need TLS, which a server on the loopback interface does without.
    void write(Response response, Token token) {
        response.getHeaders().put("Set-Cookie", name + "=" + token.text() + "; Path=/; HttpOnly; SameSite=Strict");
    }
}
