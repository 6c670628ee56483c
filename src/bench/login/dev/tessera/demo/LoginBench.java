package dev.tessera.demo;

import dev.tessera.crypto.Argon2id;
import dev.tessera.demo.account.Crowd;
import dev.tessera.demo.account.PostgresAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// What a log-in takes, whether unknown people are told by the time of the answer, and what kills do. The server is a
/// process of its own; this one plays the browsers, on the same cores.
final class LoginBench {
    private static final Argon2id PRODUCT = new Argon2id(19_456, 2, 1);
    private static final Argon2id NEXT_TO_NONE = new Argon2id(64, 1, 1);
    /// Argon2id is counted apart: with next to none of it, all the rest is seen.
    private static final List<Argon2id> COSTS = List.of(NEXT_TO_NONE, PRODUCT);

    private static final List<String> WHOLE_COMPILER = List.of("-XX:TieredStopAtLevel=4", "-Xmx1g");
    private static final int AT_ONCE = 8;
    private static final int ROUNDS = 6;

    private final FakeClock clock = new FakeClock();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Path folder = Files.createTempDirectory("tessera-bench-");
    private final int port = PostgresCluster.freePort();
    private final Optional<String> database;
    private final Argon2id cost;

    private LoginBench(Optional<String> database, Argon2id cost) throws Exception {
        this.database = database;
        this.cost = cost;
    }

    /// @param arguments `rates`, `alike` or `kills`; `h2` or `postgresql`; how many sessions, samples or kills
    public static void main(String[] arguments) throws Exception {
        int count = Integer.parseInt(arguments[2]);
        boolean isPostgres = arguments[1].equals("postgresql");
        System.out.printf("%s on %s%n", arguments[0], arguments[1]);
        try (var cluster = isPostgres ? PostgresCluster.start(true) : null) {
            switch (arguments[0]) {
                case "rates" -> {
                    for (var cost : COSTS) {
                        new LoginBench(newDatabase(cluster), cost).rates(count);
                    }
                    tellArgon2();
                }
                case "alike" -> {
                    for (var cost : COSTS) {
                        new LoginBench(newDatabase(cluster), cost).alike(count);
                    }
                }
                default -> {
                    var folder = Files.createTempDirectory("tessera-bench-");
                    try (var rounds = new KillRounds(folder.resolve("data"), newDatabase(cluster))) {
                        System.out.println(rounds.run(count));
                    }
                    new PrivateFolder(folder, true).close();
                }
            }
        }
        System.exit(0);
    }

    private static Optional<String> newDatabase(PostgresCluster cluster) throws Exception {
        return cluster == null ? Optional.empty() : Optional.of(cluster.newUrl());
    }

    private static void tellArgon2() {
        byte[] salt = new byte[16];
        byte[] password = new byte[20];
        var nanos = new long[300];
        for (int i = 0; i < nanos.length; i++) {
            nanos[i] = nanosOf(() -> PRODUCT.derive(password, salt, 32));
        }
        tell("Argon2id alone, one after the other", Arrays.copyOfRange(nanos, 100, nanos.length));
    }

    private void rates(int sessions) throws Exception {
        System.out.printf("%d KiB and %d passes a password, %d sessions%n", cost.memoryKib(), cost.iterations(), sessions);
        var members = Crowd.make(folder, address(), sessions, cost);
        try (var server = start()) {
            var browsers = new ArrayList<Browser>();
            for (int i = 0; i < sessions; i++) {
                browsers.add(new Browser(home(), client));
            }
            var passwords = new long[sessions];
            var codes = new long[sessions];
            long whole = nanosOfAll(sessions, i -> {
                var browser = browsers.get(i);
                browser.get("/login");
                var fields = Map.of("username", members.get(i).userName(), "password", Crowd.PASSWORD);
                passwords[i] = nanosOf(() -> require(browser.post("/login", fields), "/code"));
                browser.get("/code");
                codes[i] = nanosOf(() -> require(browser.post("/code", Map.of("code", code(members.get(i)))), "/account"));
                return null;
            });
            tellRate("log-ins", sessions, whole);
            tell("the password of a log-in", passwords);
            tell("the code of a log-in", codes);
            checks(members, browsers, server);
        } finally {
            new PrivateFolder(folder, true).close();
        }
    }

    /// Everybody proves a fresh code once in each round; the first is for the compiler.
    private void checks(List<Crowd.Member> members, List<Browser> browsers, OtherServer server) throws Exception {
        int sessions = members.size();
        var nanos = new long[sessions * (ROUNDS - 1)];
        long whole = 0;
        for (int round = 0; round < ROUNDS; round++) {
            clock.nextStep();
            server.setClock(clock.instant());
            int offset = (round - 1) * sessions;
            long took = nanosOfAll(sessions, i -> {
                var browser = browsers.get(i);
                browser.get("/confirm");
                long one = nanosOf(() -> require(browser.post("/confirm", Map.of("code", code(members.get(i)))), "/account"));
                if (offset >= 0) {
                    nanos[offset + i] = one;
                }
                return null;
            });
            whole += round == 0 ? 0 : took;
        }
        tellRate("code checks, each with the page before it,", nanos.length, whole);
        tell("a code check", nanos);
    }

    /// Somebody unknown, a wrong password and somebody without a password take turns, each time past any pause.
    private void alike(int samples) throws Exception {
        System.out.printf("%d KiB and %d passes a password, %d samples each%n", cost.memoryKib(), cost.iterations(), samples);
        var members = Crowd.make(folder, address(), 1, cost);
        try (var server = start()) {
            var browser = new Browser(home(), client);
            browser.get("/login");
            var wrong = new long[samples];
            var unknown = new long[samples];
            for (int i = -50; i < samples; i++) {
                clock.advance(Duration.ofMinutes(61));
                server.setClock(clock.instant());
                boolean isFirst = i % 2 == 0;
                long a = refused(browser, isFirst ? members.getFirst().userName() : "nobody0@example.org");
                long b = refused(browser, isFirst ? "nobody0@example.org" : members.getFirst().userName());
                if (i >= 0) {
                    wrong[i] = isFirst ? a : b;
                    unknown[i] = isFirst ? b : a;
                }
            }
            tell("a wrong password", wrong);
            tell("an unknown user", unknown);
            System.out.printf("the medians are %.2f %% apart%n", 100.0 * (unknown[samples / 2] - wrong[samples / 2]) / wrong[samples / 2]);
        } finally {
            new PrivateFolder(folder, true).close();
        }
    }

    private static long refused(Browser browser, String userName) {
        return nanosOf(() -> {
            var answer = browser.post("/login", Map.of("username", userName, "password", "a wrong password"));
            if (answer.statusCode() != 403) {
                throw new IllegalStateException("answered by " + answer.statusCode());
            }
        });
    }

    private OtherServer start() throws Exception {
        return OtherServer.start(WHOLE_COMPILER, folder, port, database, clock.instant(), cost);
    }

    private Optional<PostgresAddress> address() {
        return database.map(url -> PostgresAddress.parse(url, Map.of(), Optional.empty()));
    }

    private URI home() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    private String code(Crowd.Member member) {
        return member.credential().codeAt(clock.instant()).text();
    }

    private static void require(HttpResponse<String> answer, String place) {
        if (!answer.headers().firstValue("Location").equals(Optional.of(place))) {
            throw new IllegalStateException("answered by " + answer.statusCode());
        }
    }

    private interface Each {
        Void of(int number) throws Exception;
    }

    private static long nanosOfAll(int times, Each work) throws Exception {
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            long start = System.nanoTime();
            var running = new ArrayList<Future<Void>>();
            for (int i = 0; i < times; i++) {
                int number = i;
                Callable<Void> one = () -> work.of(number);
                running.add(threads.submit(one));
            }
            for (var one : running) {
                one.get();
            }
            return System.nanoTime() - start;
        }
    }

    private static long nanosOf(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }

    private static void tellRate(String what, int count, long nanos) {
        System.out.printf("%-46s %8.1f a second%n", what, count * 1e9 / nanos);
    }

    /// Sorts them.
    private static void tell(String what, long[] nanos) {
        Arrays.sort(nanos);
        System.out.printf(
                "%-46s p50 %7.2f ms  p99 %7.2f ms  p99.9 %7.2f ms%n", what, at(nanos, 0.5), at(nanos, 0.99), at(nanos, 0.999));
    }

    private static double at(long[] sorted, double part) {
        return sorted[Math.min(sorted.length - 1, (int) (sorted.length * part))] / 1e6;
    }
}
