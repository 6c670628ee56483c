package dev.tessera.demo;

import dev.tessera.demo.account.Accounts;
import dev.tessera.demo.account.Deed;
import dev.tessera.demo.account.Session;
import dev.tessera.demo.account.StoreException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The code page: the second step of a log-in.
final class CodeActions {
    private final Accounts accounts;
    private final CodeWords words;
    private final AttemptLog log;
    private final InstantSource clock;

    CodeActions(Accounts accounts, CodeWords words, AttemptLog log, InstantSource clock) {
        this.accounts = accounts;
        this.words = words;
        this.log = log;
        this.clock = clock;
    }

    List<Route<?>> routes() {
        return List.of(
                Route.get("/code", Session.CodeDue.class, (session, _) -> show(session)),
                Route.post("/code", Session.CodeDue.class, this::check));
    }

    private Reply show(Session.CodeDue session) throws StoreException {
        var page = page(session, clock, Map.of("notice", words.whenFresh(session.person())));
        return words.untilFresh(session.person()).map(page::untilNextCode).orElse(page);
    }

    private Reply check(Session.CodeDue session, Exchange exchange) throws StoreException {
        var person = session.person();
        var outcome = accounts.codeLogIn().attempt(person, exchange.form().text("code"));
        var event = CodeWords.event(outcome);
        if (event.isPresent()) {
            log.attempt(Deed.own(event.get(), person, exchange.address()));
        }
        var refusal = words.refusal(outcome, person);
        return refusal.isPresent()
                ? refusal.get()
                        .on(page(session, clock, Map.of("error", refusal.get().text())))
                : signIn(session);
    }

    private Reply signIn(Session.CodeDue session) throws StoreException {
        return accounts.sessions()
                .rise(session, Session.Stage.SIGNED_IN, clock.instant())
                .map(risen -> Reply.seeOther("/account").withToken(risen.token()))
                .orElseGet(() -> Reply.seeOther("/login"));
    }

    /// @param said an `error` or a `notice`
    static Reply page(Session.CodeDue session, InstantSource clock, Map<String, String> said) {
        var model = new HashMap<String, Object>(said);
        model.put("title", "Enter your code");
        model.put("userName", session.person().userName());
        model.put("serverTime", TimeText.time(clock.instant()));
        return Reply.page("code", model);
    }
}
