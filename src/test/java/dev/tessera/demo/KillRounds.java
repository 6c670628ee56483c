package dev.tessera.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.otp.Base32;
import dev.tessera.otp.Credential;
import dev.tessera.otp.OtpParameters;
import dev.tessera.otp.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/// A server process that is killed without warning while people log in and invite others, and is started again on the
/// same data, again and again.
///
/// After each kill, whatever was answered must be there: who was invited, and who was logged in. Of all who typed one
/// code before and after the kill, one at most is let in.
final class KillRounds implements AutoCloseable {
    private static final String AMIRA = "amira@example.org";
    private static final String JONAS = "jonas@example.org";
    /// Less than five with those after the kill, so that each code is looked at.
    private static final int TOGETHER = 3;
    private static final int AFTERWARDS = 2;
    private static final long LONGEST_LOAD_NANOS = 200_000_000;

    private final RandomGenerator random = new Random();
    private final FakeClock clock = new FakeClock();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Path folder;
    private final Optional<String> database;
    private final int port;
    private OtherServer server;
    private final Browser amira;
    private final Credential jonas;
    private int invited;
    private int accepted;

    /// @param folder for the server's data
    /// @param database the address of PostgreSQL; empty for H2
    KillRounds(Path folder, Optional<String> database) throws IOException {
        this.folder = folder;
        this.database = database;
        port = PostgresCluster.freePort();
        server = start();
        var first = server.facts();
        amira = browser();
        var amirasCredential = enrol(amira, AMIRA, first.get(0));
        jonas = enrol(browser(), JONAS, first.get(1));
        clock.nextStep();
        server.setClock(clock.instant());
        logIn(amira, AMIRA);
        assertThat(Walk.typeCode(amira, code(amirasCredential)).body()).contains("Your account");
    }

    /// What was answered in all rounds, and was there afterwards.
    record Told(int kills, int invitations, int logIns) {}

    Told run(int kills) throws IOException, InterruptedException, ExecutionException {
        for (int kill = 1; kill <= kills; kill++) {
            clock.advance(Duration.ofSeconds(60));
            server.setClock(clock.instant());
            round(kill);
        }
        return new Told(kills, invited, accepted);
    }

    private void round(int kill) throws IOException, InterruptedException, ExecutionException {
        var waiting = new ArrayList<Browser>();
        for (int i = 0; i < TOGETHER + AFTERWARDS; i++) {
            var one = browser();
            logIn(one, JONAS);
            waiting.add(one);
        }
        var code = code(jonas);
        int before = invited;
        var in = new ArrayList<Browser>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var inviting = threads.submit(this::inviteUntilKilled);
            var typing = new ArrayList<Future<Boolean>>();
            long load = random.nextLong(LONGEST_LOAD_NANOS);
            LockSupport.parkNanos(load / 2);
            for (var one : waiting.subList(0, TOGETHER)) {
                typing.add(threads.submit(() -> isLetIn(one, code)));
            }
            LockSupport.parkNanos(load / 2);
            server.kill();
            invited = inviting.get();
            for (int i = 0; i < TOGETHER; i++) {
                if (typing.get(i).get()) {
                    in.add(waiting.get(i));
                }
            }
        }
        server = start();
        for (var one : in) {
            assertThat(one.get("/account").body())
                    .as("who was logged in before kill %d", kill)
                    .contains("Your account");
        }
        int letIn = in.size();
        for (var one : waiting.subList(TOGETHER, TOGETHER + AFTERWARDS)) {
            letIn += isLetIn(one, code) ? 1 : 0;
        }
        assertThat(letIn).as("let in by one code around kill %d", kill).isLessThanOrEqualTo(1);
        accepted += letIn;
        var people = amira.get("/people").body();
        for (int number = before + 1; number <= invited; number++) {
            assertThat(people).as("after kill %d", kill).contains(address(number));
        }
        // One more may have been written before it could be answered.
        invited += people.contains(address(invited + 1)) ? 1 : 0;
        assertThat(people).doesNotContain(address(invited + 1));
    }

    /// @return the number of the last invitation that was answered
    private int inviteUntilKilled() {
        int last = invited;
        try {
            while (true) {
                amira.get("/invite");
                var fields = Map.of("fullName", "Guest", "email", address(last + 1), "role", "MEMBER");
                if (!amira.submit("/invite", fields).body().contains("on its way to " + address(last + 1))) {
                    throw new IllegalStateException("not invited: " + amira.page());
                }
                last++;
            }
        } catch (UncheckedIOException _) { // the server is gone
            return last;
        }
    }

    private static boolean isLetIn(Browser browser, String code) {
        try {
            return browser.post("/code", Map.of("code", code))
                    .headers()
                    .firstValue("Location")
                    .equals(Optional.of("/account"));
        } catch (UncheckedIOException _) { // the server is gone: nobody knows
            return false;
        }
    }

    private static String address(int number) {
        return "guest-" + number + "-@example.org";
    }

    private Credential enrol(Browser browser, String userName, String firstPassword) {
        browser.get("/login");
        browser.submit("/login", Map.of("username", userName, "password", firstPassword));
        browser.submit("/new-password", Map.of("newPassword", Walk.PASSWORD));
        var credential = new Credential(
                Secret.copyOf(Base32.decode(browser.text("secret").replace(" ", ""))), OtpParameters.Totp.standard());
        var page = browser.submit("/enrol/verify", Map.of("code", code(credential)));
        assertThat(page.body()).contains("Your authenticator is set up");
        return credential;
    }

    private static void logIn(Browser browser, String userName) {
        browser.get("/login");
        var page = browser.submit("/login", Map.of("username", userName, "password", Walk.PASSWORD));
        assertThat(page.body()).contains("Enter your code");
    }

    private String code(Credential credential) {
        return credential.codeAt(clock.instant()).text();
    }

    private Browser browser() {
        return new Browser(URI.create("http://127.0.0.1:" + port + "/"), client);
    }

    private OtherServer start() throws IOException {
        return OtherServer.start(folder, port, database, clock.instant(), Walk.CHEAP);
    }

    @Override
    public void close() {
        server.close();
        client.close();
    }
}
