package dev.tessera.demo;

import dev.tessera.demo.account.Accounts;
import dev.tessera.demo.account.Session;
import java.net.URI;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Wires the pages of one server.
final class Site {
    /// The parts of the one style sheet, in their order.
    private static final List<String> STYLE =
            List.of("style/base.css", "style/forms.css", "style/enrol.css", "style/account.css");

    private final DemoOptions options;
    private final SecureRandom random;
    private final Accounts accounts;
    private final Outbox outbox;
    private final URI address;
    private final Inviting inviting;

    /// @param address of its first page
    Site(DemoOptions options, SecureRandom random, Accounts accounts, Outbox outbox, URI address) {
        this.options = options;
        this.random = random;
        this.accounts = accounts;
        this.outbox = outbox;
        this.address = address;
        this.inviting =
                inviting(options.network().smtp().<Post>map(SmtpPost::new).orElse(outbox));
    }

    /// How the people of the first start are invited: they are examples, to whom nothing is sent.
    Inviting firstInviting() {
        return inviting(outbox);
    }

    private Inviting inviting(Post post) {
        return new Inviting(accounts, post, address, options.issuer(), random, options.clock());
    }

    /// @param port that it listens on
    SiteHandler handler(AttemptLog log, int port) {
        var network = options.network();
        var gate = new Gate(accounts.key("form tokens"), network.authorities(port), network.scheme());
        var cookies = new Cookies(address.getPort(), network.isSecure());
        var router = new Router(gate, cookies, accounts.sessions(), random, routes(log));
        return new SiteHandler(router, new Pages(options.issuer()), gate, cookies);
    }

    /// Everything that can be asked for.
    List<Route<?>> routes(AttemptLog log) {
        var clock = options.clock();
        var words = new CodeWords(accounts, clock);
        var page = new EnrolmentPage(options.issuer(), words, clock);
        var enrolment = new EnrolmentActions(accounts, page, log, clock);
        var routes = new ArrayList<Route<?>>();
        routes.addAll(new LogInActions(accounts, enrolment, log, clock).routes());
        routes.addAll(new PasswordActions(accounts, enrolment, log).routes());
        routes.addAll(new OwnPasswordActions(accounts, log, clock).routes());
        routes.addAll(enrolment.routes());
        routes.addAll(new CodeActions(accounts, words, log, clock).routes());
        routes.addAll(new ClockActions(accounts, words, log, clock).routes());
        routes.addAll(new AccountActions(accounts, log).routes());
        routes.addAll(new AuthenticatorActions(accounts, page, log, clock).routes());
        routes.addAll(new AuditActions(accounts).routes());
        routes.addAll(withFreshCode(words, log));
        routes.add(outbox.route());
        var style = STYLE.stream().map(Pages::resource).collect(Collectors.joining("\n"));
        routes.add(asset("/style.css", "text/css;charset=utf-8", style));
        routes.add(asset("/wait.js", "text/javascript;charset=utf-8", Pages.resource("wait.js")));
        routes.add(asset("/icon.svg", "image/svg+xml", Pages.resource("icon.svg")));
        return List.copyOf(routes);
    }

    /// What needs a code of the last five minutes.
    private List<Route<?>> withFreshCode(CodeWords words, AttemptLog log) {
        var confirming = new ConfirmActions(accounts, words, log, options.clock());
        var routes = new ArrayList<Route<?>>();
        routes.addAll(confirming.routes());
        routes.addAll(new RecoveryActions(accounts, words, confirming, log, options.clock()).routes());
        routes.addAll(new PeopleActions(accounts, confirming, log).routes());
        routes.addAll(new AskResetActions(accounts, confirming, log).routes());
        routes.addAll(new ResetActions(accounts, inviting, confirming, log).routes());
        routes.addAll(new InviteActions(inviting, confirming, log).routes());
        return routes;
    }

    private static Route<?> asset(String path, String type, String text) {
        return Route.get(path, Session.Visitor.class, (_, _) -> Reply.asset(type, text));
    }
}
