package dev.tessera;

import dev.tessera.cli.Launchers;
import dev.tessera.cli.Terminal;
import dev.tessera.demo.DemoOptions;
import dev.tessera.demo.DemoServer;
import dev.tessera.demo.FirstAccounts;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/// Starts the demo login side for the command line, tells how to use it, and stays until the process is ended.
final class DemoLauncher {
    private DemoLauncher() {}

    static int start(Launchers.DemoRequest request, Terminal terminal) throws IOException {
        var options = DemoOptions.standard().withPort(request.port());
        if (request.data().isPresent()) {
            options = options.withData(request.data().get());
        }
        if (request.issuer().isPresent()) {
            options = options.withIssuer(request.issuer().get());
        }
        var server = DemoServer.start(options);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "demo-close"));
        var told = facts(server);
        terminal.out().println(request.json() ? json(told) : prose(told));
        terminal.out().flush();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private static Map<String, String> facts(DemoServer server) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("address", server.address().toString());
        facts.put("outbox", server.outbox().toString());
        server.firstAccounts().ifPresent(accounts -> addAccounts(accounts, facts));
        return facts;
    }

    private static void addAccounts(FirstAccounts accounts, Map<String, String> facts) {
        facts.put("invitedUserName", accounts.invitedUserName());
        facts.put("invitation", accounts.invitation().toString());
        facts.put("administratorUserName", accounts.administrator().userName());
        facts.put("administratorPassword", accounts.administrator().password());
        facts.put("earlierUserName", accounts.earlierUser().userName());
        facts.put("earlierUserPassword", accounts.earlierUser().password());
    }

    private static String prose(Map<String, String> facts) {
        var lines = new StringBuilder(
                "The demo login side runs at " + facts.get("address") + "\nIts outbox: " + facts.get("outbox") + "\n");
        if (facts.containsKey("invitation")) {
            lines.append("Open this invitation to begin: ").append(facts.get("invitation"));
            lines.append("\nAdministrator: ")
                    .append(facts.get("administratorUserName"))
                    .append(", first password ")
                    .append(facts.get("administratorPassword"));
            lines.append("\nSomebody from before two-factor log-in: ")
                    .append(facts.get("earlierUserName"))
                    .append(", first password ")
                    .append(facts.get("earlierUserPassword"))
                    .append('\n');
        }
        return lines.append("End it with Ctrl+C.").toString();
    }

    /// Addresses, user names and random passwords hold no sign that JSON would want escaped.
    private static String json(Map<String, String> facts) {
        return facts.entrySet().stream()
                .map(fact -> "\"" + fact.getKey() + "\":\"" + fact.getValue() + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }
}
