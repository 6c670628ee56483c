package dev.tessera.walk;

import dev.tessera.cli.Launchers;
import dev.tessera.cli.Terminal;
import dev.tessera.demo.DemoOptions;
import dev.tessera.demo.DemoServer;
import dev.tessera.demo.FirstAccounts;
import dev.tessera.demo.Network;
import dev.tessera.demo.account.PostgresAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/// Starts the demo login side for the command line, tells how to use it, and stays until the process is ended.
final class DemoLauncher {
    private DemoLauncher() {}

    static int start(Launchers.DemoRequest request, Terminal terminal) throws IOException {
        if (request.manner() == Launchers.DemoManner.WALK) {
            LoginWalk.run(request.issuer(), terminal.out());
            return 0;
        }
        var options = DemoOptions.standard().withNetwork(network(request));
        if (request.data().isPresent()) {
            options = options.withData(request.data().get());
        }
        if (request.database().isPresent()) {
            options = options.withDatabase(database(request.database().get()));
        }
        if (request.issuer().isPresent()) {
            options = options.withIssuer(request.issuer().get());
        }
        var server = DemoServer.start(options);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "demo-close"));
        var told = facts(server);
        terminal.out().println(request.manner() == Launchers.DemoManner.TELL_JSON ? json(told) : prose(told));
        terminal.out().flush();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private static Network network(Launchers.DemoRequest request) throws IOException {
        var reach = request.reach();
        try {
            return new Network(
                    request.port(),
                    reach.listen().orElse("127.0.0.1"),
                    reach.hosts(),
                    reach.keystore()
                            .flatMap(file ->
                                    reach.keystorePassword().map(password -> new Network.Keystore(file, password))),
                    reach.smtp().map(Network.MailServer::parse),
                    reach.sharesPort());
        } catch (IllegalArgumentException e) {
            throw new IOException("the demo login server cannot be reached like that: " + e.getMessage(), e);
        }
    }

    private static PostgresAddress database(Launchers.DemoDatabase database) throws IOException {
        var password = database.passwordFile().isPresent()
                ? Optional.of(firstLine(database.passwordFile().get()))
                : Optional.<String>empty();
        try {
            return PostgresAddress.parse(database.url(), System.getenv(), password);
        } catch (IllegalArgumentException e) {
            throw new IOException("the database cannot be reached like that: " + e.getMessage(), e);
        }
    }

    private static String firstLine(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.findFirst().orElse("");
        } catch (IOException | UncheckedIOException e) {
            throw new IOException("the file with the database's password cannot be read: " + file, e);
        }
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
        facts.put("supportUserName", accounts.support().userName());
        facts.put("supportPassword", accounts.support().password());
        facts.put("otherAdministratorUserName", accounts.otherAdministrator().userName());
        facts.put("otherAdministratorPassword", accounts.otherAdministrator().password());
        facts.put("earlierUserName", accounts.earlierUser().userName());
        facts.put("earlierUserPassword", accounts.earlierUser().password());
    }

    private static String prose(Map<String, String> facts) {
        var lines = new StringBuilder("The demo login server runs at " + facts.get("address") + "\nIts outbox: "
                + facts.get("outbox") + "\n");
        if (facts.containsKey("invitation")) {
            lines.append("Open this invitation to begin: ").append(facts.get("invitation"));
            lines.append(line("Administrator", "administratorUserName", "administratorPassword", facts))
                    .append(line("Support, for carrying out resets", "supportUserName", "supportPassword", facts))
                    .append(line("User from before two-factor log-in", "earlierUserName", "earlierUserPassword", facts))
                    .append(line(
                            "Administrator of another organisation",
                            "otherAdministratorUserName",
                            "otherAdministratorPassword",
                            facts))
                    .append('\n');
        }
        return lines.append("Press Ctrl+C to stop it.").toString();
    }

    private static String line(String who, String userName, String password, Map<String, String> facts) {
        return "\n" + who + ": " + facts.get(userName) + ", first password " + facts.get(password);
    }

    /// Addresses, user names and random passwords hold no sign that JSON would want escaped.
    private static String json(Map<String, String> facts) {
        return facts.entrySet().stream()
                .map(fact -> "\"" + fact.getKey() + "\":\"" + fact.getValue() + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }
}
