package dev.tessera.demo;

import dev.tessera.demo.account.BusyException;
import dev.tessera.demo.account.Session;
import dev.tessera.demo.account.Sessions;
import dev.tessera.demo.account.StoreException;
import dev.tessera.demo.account.Token;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.server.Request;

/// Takes a request through the [Gate] to the one action that it asks for.
final class Router {
    private static final System.Logger LOG = System.getLogger(Router.class.getName());

    private final Gate gate;
    private final Cookies cookies;
    private final Sessions sessions;
    private final SecureRandom random;
    private final Map<String, Map<String, Route<?>>> routes = new HashMap<>();

    Router(Gate gate, Cookies cookies, Sessions sessions, SecureRandom random, List<Route<?>> routes) {
        this.gate = gate;
        this.cookies = cookies;
        this.sessions = sessions;
        this.random = random;
        for (var route : routes) {
            this.routes.computeIfAbsent(route.path(), _ -> new HashMap<>()).put(route.method(), route);
        }
    }

    /// Everything that it answers to.
    List<Route<?>> routes() {
        return routes.values().stream()
                .flatMap(atPath -> atPath.values().stream())
                .toList();
    }

    /// A reply with the token that its forms and its cookie are for.
    record Routed(Reply reply, Token token, boolean setCookie) {}

    /// Answers every request. What the store could not do is said to have failed, never taken as done.
    Routed answer(Request request) throws IOException {
        var known = cookies.read(request);
        var token = known.orElseGet(() -> Token.random(random));
        Reply reply;
        try {
            reply = admit(request, token, known.isPresent());
        } catch (StoreException e) {
            LOG.log(Level.ERROR, "a request failed: {0}", e.getMessage());
            reply = Reply.message(
                    500,
                    "Something went wrong here",
                    "Nothing was changed. Try again in a moment; it is not your fault.");
        } catch (MailException e) {
            LOG.log(Level.ERROR, "a mail was not sent: {0}", e.getMessage());
            reply = Reply.message(
                    502,
                    "The e-mail could not be sent",
                    "It was not accepted, so nobody has the link. Go back and try again in a moment; if it"
                            + " keeps failing, tell whoever runs this server.");
        } catch (BusyException _) {
            reply = Reply.message(503, "Many people are logging in", "Please wait ten seconds, go back, and try again.")
                    .withHeader("Retry-After", "10");
        }
        return new Routed(reply, reply.token().orElse(token), reply.token().isPresent() || known.isEmpty());
    }

    private Reply admit(Request request, Token token, boolean isKnown)
            throws IOException, StoreException, BusyException, MailException {
        if (!gate.isForUs(request)) {
            return Reply.message(421, "Not this server", "This server does not answer to that name.");
        }
        var atPath = routes.get(request.getHttpURI().getPath());
        if (atPath == null) {
            return Reply.message(404, "There is no such page", "Check the address, or start from the log-in page.");
        }
        var method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
        var route = atPath.get(method);
        if (route == null) {
            return Reply.message(405, "That cannot be done here", "Start from the log-in page.")
                    .withHeader("Allow", String.join(", ", atPath.keySet()));
        }
        var form = method.equals("POST") ? postedForm(request, token) : queryOf(request);
        if (form.isEmpty()) {
            return Reply.message(
                    403,
                    "This page is out of date",
                    "Nothing was changed. Open the page again, and repeat what you did.");
        }
        // What treats everybody as a visitor does without the store: pages about its faults have their style, too.
        boolean isForAll = route.stage() == Session.Visitor.class;
        var session = isKnown && !isForAll ? sessions.find(token) : new Session.Visitor();
        var exchange = new Exchange(form.get(), token, address(request));
        return route.answer(session, exchange).orElseGet(() -> Reply.seeOther(home(session)));
    }

    /// Jetty puts an IPv6 address in brackets, as for a URI; it is counted and written without.
    private static String address(Request request) {
        return Network.withoutBrackets(Request.getRemoteAddr(request));
    }

    private Optional<Form> postedForm(Request request, Token token) throws IOException {
        var form = Gate.readForm(request); // also of a stranger: what is left unread would break the connection
        return gate.isFromUs(request) ? form.filter(fields -> gate.hasFormToken(fields, token)) : Optional.empty();
    }

    private static Optional<Form> queryOf(Request request) {
        var query = request.getHttpURI().getQuery();
        return query == null ? Optional.of(Form.EMPTY) : Form.parse(query);
    }

    /// Where somebody at this stage goes on.
    static String home(Session session) {
        return switch (session) {
            case Session.Visitor() -> "/login";
            case Session.PasswordDue _ -> "/new-password";
            case Session.Enrolling _ -> "/enrol";
            case Session.CodeDue _ -> "/code";
            case Session.SignedIn _ -> "/account";
        };
    }
}
