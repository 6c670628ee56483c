package dev.tessera.demo;

import dev.tessera.demo.account.Accounts;
import dev.tessera.demo.account.Session;
import java.net.URI;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/// Wires the pages of one server.
final class Site {
    private final DemoOptions options;
    private final SecureRandom random;
    private final Accounts accounts;
    private final Outbox outbox;
    private final URI address;
    private final Inviting inviting;

    Site(DemoOptions options, SecureRandom random, Accounts accounts, Outbox outbox, URI address) {
        this.options = options;
        this.random = random;
        this.accounts = accounts;
        this.outbox = outbox;
        this.address = address;
        this.inviting = new Inviting(accounts, outbox, address, options.issuer(), options.clock());
    }

    Inviting inviting() {
        return inviting;
    }

    SiteHandler handler(AttemptLog log) {
        var gate = new Gate(accounts.key("form tokens"), address.getPort());
        var cookies = new Cookies(address.getPort());
        var router = new Router(gate, cookies, accounts.sessions(), random, routes(log));
        return new SiteHandler(router, new Pages(options.issuer()), gate, cookies);
    }

    /// Everything that can be asked for.
    List<Route<?>> routes(AttemptLog log) {
        var enrolment = new EnrolmentActions(accounts, options.issuer(), log, options.clock());
        var routes = new ArrayList<Route<?>>();
        routes.addAll(new LogInActions(accounts, enrolment, log, options.clock()).routes());
        routes.addAll(new PasswordActions(accounts, enrolment, log).routes());
        routes.addAll(enrolment.routes());
        routes.addAll(new CodeActions(accounts, log, options.clock()).routes());
        routes.addAll(new AccountActions(accounts, inviting, log).routes());
        routes.add(outbox.route());
        routes.add(asset("/style.css", "style.css", "text/css;charset=utf-8"));
        routes.add(asset("/icon.svg", "icon.svg", "image/svg+xml"));
        return List.copyOf(routes);
    }

    private static Route<?> asset(String path, String resource, String type) {
        var text = Pages.resource(resource);
        return Route.get(path, Session.class, (_, _) -> Reply.asset(type, text));
    }
}
