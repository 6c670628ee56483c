package dev.tessera.demo;

import dev.tessera.demo.account.Token;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What goes back to the browser.
///
/// @param status of HTTP
/// @param headers beside those that every reply has
/// @param token for the cookie, when a session begins or rises
record Reply(int status, Body body, Map<String, String> headers, Optional<Token> token) {
    private static final String SECONDS = "seconds";

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

    /// The same page with the time until another code counted down.
    Reply untilNextCode(Duration wait) {
        return counting(wait, "The next code is ready now.");
    }

    /// Where the page says how long to wait, a script counts it down, and then says something else.
    private Reply counting(Duration wait, String over) {
        if (!(body instanceof Body.Page(var template, var model))) {
            return this;
        }
        var counted = new HashMap<String, Object>(model);
        counted.put(SECONDS, Long.toString(TimeText.seconds(wait)));
        counted.put("left", TimeText.wait(wait));
        counted.put("over", over);
        return new Reply(status, new Body.Page(template, counted), headers, token);
    }

    /// Whether a script of ours is to run on the page.
    boolean isCounting() {
        return body instanceof Body.Page page && page.model().containsKey(SECONDS);
    }

    /// Status 429, with the time to wait for programs; the page says it to people.
    Reply tooMany(Duration wait) {
        return counting(wait, "You can try again now.")
                .withStatus(429)
                .withHeader("Retry-After", Long.toString(Math.max(1, wait.toSeconds())));
    }
}
