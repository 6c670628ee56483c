package dev.tessera.demo;

import dev.tessera.demo.account.Accounts;
import dev.tessera.demo.account.Audit;
import dev.tessera.demo.account.Role;
import dev.tessera.demo.account.Session;
import dev.tessera.demo.account.StoreException;
import java.util.List;
import java.util.Map;

/// What happened in the organisation, for its Admins; the latest first, a page at a time.
final class AuditActions {
    private static final int LINES = 50;
    private static final int LONGEST_ID = 18;

    private final Accounts accounts;

    AuditActions(Accounts accounts) {
        this.accounts = accounts;
    }

    List<Route<?>> routes() {
        return List.of(Route.get("/audit", Session.SignedIn.class, this::show));
    }

    private Reply show(Session.SignedIn session, Exchange exchange) throws StoreException {
        var reader = session.person();
        if (!reader.has(Role.ADMIN)) {
            return SignedInPage.forbidden();
        }
        var lines = accounts.audit().of(reader.organisation(), before(exchange.form()), LINES);
        var model = SignedInPage.model(reader, "Audit log", "/audit");
        model.put("organisation", reader.organisation());
        model.put("log", rows(lines));
        model.put("ofAll", true);
        if (lines.size() == LINES) {
            model.put("olderThan", Long.toString(lines.getLast().id()));
        }
        return Reply.page("audit", model);
    }

    /// The lines as the pages show them.
    static List<Map<String, Object>> rows(List<Audit.Line> lines) {
        return lines.stream().map(AuditActions::row).toList();
    }

    private static Map<String, Object> row(Audit.Line line) {
        boolean byAnother = !line.actor().isEmpty() && !line.actor().equals(line.subject());
        return Map.of(
                "at", TimeText.dayAndTime(line.at()),
                "event", line.event().text(),
                "detail", line.detail(),
                "subject", line.subject(),
                "by", byAnother ? line.actor() : "",
                "address", line.address());
    }

    private static long before(Form form) {
        var text = form.text("before");
        boolean isNumber =
                !text.isEmpty() && text.length() <= LONGEST_ID && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? Long.parseLong(text) : Long.MAX_VALUE;
    }
}
