package dev.tessera.demo;

import dev.tessera.demo.account.Token;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// What goes back to the browser.
///
/// @param status of HTTP
/// @param headers beside those that every reply has
/// @param token for the cookie, when a session begins or rises
record Reply(int status, Body body, Map<String, String> headers, Optional<Token> token) {

    /// A page to be rendered, another place to go to, or a file.
    sealed interface Body {
        record Page(String template, Map<String, ?> model) implements Body {}

        record Place(String path) implements Body {}

        record Asset(String type, String text) implements Body {}
    }

    static Reply page(String template, Map<String, ?> model) {
        return new Reply(200, new Body.Page(template, model), Map.of(), Optional.empty());
    }

    /// A page that says one thing: what went wrong, and what to do next.
    static Reply message(int status, String title, String text) {
        return page("message", Map.of("title", title, "text", text)).withStatus(status);
    }

    /// Sends the browser to a path of this server, with GET.
    static Reply seeOther(String path) {
        return new Reply(303, new Body.Place(path), Map.of(), Optional.empty());
    }

    static Reply asset(String type, String text) {
        return new Reply(200, new Body.Asset(type, text), Map.of(), Optional.empty());
    }

    Reply withStatus(int newStatus) {
        return new Reply(newStatus, body, headers, token);
    }

    Reply withToken(Token newToken) {
        return new Reply(status, body, headers, Optional.of(newToken));
    }

    Reply withHeader(String name, String value) {
        return new Reply(status, body, Map.of(name, value), token);
    }

    /// Status 429, with the time to wait for programs; the page says it to people.
    Reply tooMany(Duration wait) {
        return withStatus(429).withHeader("Retry-After", Long.toString(Math.max(1, wait.toSeconds())));
    }
}
