package dev.tessera.demo;

import dev.tessera.demo.account.Token;
import java.util.Optional;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/// The one cookie. Browsers keep one jar for all ports of a host, so the port is part of its name: two servers on
/// one machine do not log each other's people out.
final class Cookies {
    private final String name;
    private final String attributes;

    /// @param port of the address that people know, which several servers may have in common
    /// @param isSecure whether there is TLS: then the cookie is for it alone, and no other host or path can set it
    Cookies(int port, boolean isSecure) {
        this.name = (isSecure ? "__Host-" : "") + "login-" + port;
        this.attributes = "; Path=/; HttpOnly; SameSite=Strict" + (isSecure ? "; Secure" : "");
    }

    Optional<Token> read(Request request) {
        return Request.getCookies(request).stream()
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst()
                .flatMap(cookie -> Token.parse(cookie.getValue()));
    }

    void write(Response response, Token token) {
        response.getHeaders().put("Set-Cookie", name + "=" + token.text() + attributes);
    }
}
