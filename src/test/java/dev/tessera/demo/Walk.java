package dev.tessera.demo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.crypto.Argon2id;
import dev.tessera.demo.account.Accounts;
import dev.tessera.demo.account.PostgresAddress;
import dev.tessera.otp.Base32;
import dev.tessera.otp.Credential;
import dev.tessera.otp.OtpParameters;
import dev.tessera.otp.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// A server with a fake clock, and the way through its pages.
///
/// `-Dtessera.database=postgresql` has each walk on a PostgreSQL database of its own.
final class Walk implements AutoCloseable {
    /// Costs little, so that tests are quick; the product's own cost has its own test.
    static final Argon2id CHEAP = new Argon2id(64, 1, 1);

    static final String PASSWORD = "seven quiet lighthouses";

    private static final boolean ON_POSTGRES = "postgresql".equals(System.getProperty("tessera.database"));

    final FakeClock clock;
    final DemoServer server;
    final FirstAccounts first;
    final TamperedStore store = new TamperedStore();

    private final DemoOptions options;
    private Optional<OtherServer> beside = Optional.empty();
    private final Path folder;

    Walk() {
        this(DemoOptions.standard(), CHEAP);
    }

    Walk(DemoOptions asked, Argon2id passwordCost) {
        clock = new FakeClock();
        try {
            options = ON_POSTGRES && asked.database().isEmpty()
                    ? asked.withDatabase(PostgresCluster.running().newDatabase())
                    : asked;
            folder = options.data() == null ? Files.createTempDirectory("tessera-walk-") : options.data();
            server = DemoServer.start(
                    options.withClock(clock).withData(folder),
                    new Accounts.Setup(passwordCost, options.window(), clock, new SecureRandom(), store));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        first = server.firstAccounts().orElseThrow();
    }

    /// A walk on each kind of database.
    static Walk on(Databases databases) throws IOException {
        var cheap = DemoOptions.standard();
        return switch (databases) {
            case H2 -> new Walk(cheap, CHEAP);
            case POSTGRESQL -> new Walk(onNewDatabase(cheap), CHEAP);
            case POSTGRESQL_AND_TWO_PROCESSES -> withAnotherProcess();
        };
    }

    private static DemoOptions onNewDatabase(DemoOptions options) throws IOException {
        return options.withDatabase(PostgresCluster.running().newDatabase());
    }

    /// Both listen on the same port, and the system spreads the connections over them.
    private static Walk withAnotherProcess() throws IOException {
        var url = PostgresCluster.running().newUrl();
        var network = new Network(
                PostgresCluster.freePort(), "127.0.0.1", List.of(), Optional.empty(), Optional.empty(), true);
        var address = PostgresAddress.parse(url, Map.of(), Optional.empty());
        var walk = new Walk(DemoOptions.standard().withNetwork(network).withDatabase(address), CHEAP);
        walk.beside = Optional.of(OtherServer.beside(walk.folder, network.port(), url));
        walk.clock.follow(walk.beside.get()::setClock);
        return walk;
    }

    /// From now on each statement of each process takes this much longer, as over a network.
    void slowDown(long nanos) {
        store.slowDown(nanos);
        beside.ifPresent(other -> other.slowDown(nanos));
    }

    /// Another server over the same data, with an address of its own.
    DemoServer second() throws IOException {
        var same = options.withData(folder).withClock(clock);
        return DemoServer.start(same, new Accounts.Setup(CHEAP, 1, clock, new SecureRandom(), store));
    }

    Browser browser() {
        return new Browser(server.address());
    }

    String invited() {
        return first.invitedUserName();
    }

    static String path(URI address) {
        return address.getRawPath()
                + Optional.ofNullable(address.getRawQuery()).map(q -> "?" + q).orElse("");
    }

    /// Follows the invitation and sets the password.
    void register(Browser browser) {
        browser.get(path(first.invitation()));
        var response = browser.submit("/invitation", Map.of("newPassword", PASSWORD));
        assertThat(response.statusCode()).isEqualTo(200);
    }

    HttpResponse<String> logIn(Browser browser, String userName, String password) {
        browser.get("/login");
        return browser.submit("/login", Map.of("username", userName, "password", password));
    }

    /// The secret that the enrolment page shows.
    static Credential scanned(Browser browser) {
        var bytes = Base32.decode(browser.text("secret").replace(" ", ""));
        return new Credential(Secret.copyOf(bytes), OtpParameters.Totp.standard());
    }

    String code(Credential credential) {
        return credential.codeAt(clock.instant()).text();
    }

    /// The code of `steps` time steps from now.
    String code(Credential credential, int steps) {
        return credential.codeAt(clock.instant().plusSeconds(30L * steps)).text();
    }

    /// The invited person, enrolled, with the enrolment's code just used up.
    Credential enrol(Browser browser) {
        register(browser);
        logIn(browser, invited(), PASSWORD);
        var credential = scanned(browser);
        var response = browser.submit("/enrol/verify", Map.of("code", code(credential)));
        assertThat(response.body()).contains("Your authenticator is set up");
        return credential;
    }

    /// Somebody of the first start, with a password and an authenticator, signed in.
    Credential signIn(Browser browser, FirstAccounts.LogIn user) {
        logIn(browser, user.userName(), user.password());
        browser.submit("/new-password", Map.of("newPassword", PASSWORD));
        return signInFirst(browser, user.userName());
    }

    /// Somebody newly invited by mail, who registers and signs in.
    Credential signInInvited(Browser browser, String userName) {
        var mail = browser.get(path(server.outbox())).body();
        browser.get(newestLink(mail, userName));
        browser.submit("/invitation", Map.of("newPassword", PASSWORD));
        logIn(browser, userName, PASSWORD);
        return signInFirst(browser, userName);
    }

    /// From the enrolment page to the account page.
    private Credential signInFirst(Browser browser, String userName) {
        var credential = scanned(browser);
        browser.submit("/enrol/verify", Map.of("code", code(credential)));
        clock.nextStep();
        logIn(browser, userName, PASSWORD);
        typeCode(browser, code(credential));
        assertThat(browser.page()).contains("Your account");
        return credential;
    }

    /// The latest link that was mailed to somebody; the page shows the newest mail first.
    static String newestLink(String outbox, String userName) {
        var after = outbox.substring(outbox.indexOf("&lt;" + userName + "&gt;"));
        var link = Pattern.compile("href=\"https?://[^/\"]+(/\\w+\\?token=[^\"]+)\"")
                .matcher(after.replace("&#x3D;", "="));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    /// A browser at the code page, with the credential of its person.
    Credential enrolAndReachCodePage(Browser browser) {
        var credential = enrol(browser);
        clock.nextStep();
        logIn(browser, invited(), PASSWORD);
        return credential;
    }

    static HttpResponse<String> typeCode(Browser browser, String code) {
        return browser.submit("/code", Map.of("code", code));
    }

    /// What stands in the address of somebody's page.
    String idOf(String userName) {
        return store.text("SELECT id FROM person WHERE user_name = '" + userName + "'");
    }

    /// What somebody has who has the database; the server ends with it.
    String stored() throws IOException {
        if (options.database().isPresent()) {
            var everything = store.everything();
            assertThat(everything).contains(invited());
            return everything;
        }
        server.close();
        return Files.readString(folder.resolve("login.mv.db"), ISO_8859_1);
    }

    Path folder() {
        return folder;
    }

    /// The lines of the log of attempts.
    List<String> log() throws IOException {
        var lines = new ArrayList<>(Files.readAllLines(folder.resolve("attempts.log")));
        if (beside.isPresent()) {
            lines.addAll(beside.get().log());
        }
        return lines;
    }

    @Override
    public void close() {
        beside.ifPresent(OtherServer::close);
        server.close();
        new PrivateFolder(folder, true).close();
    }
}
