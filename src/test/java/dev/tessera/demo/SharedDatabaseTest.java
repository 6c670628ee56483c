package dev.tessera.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tessera.demo.account.Accounts;
import dev.tessera.demo.account.PostgresAddress;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Several servers on one PostgreSQL database.
class SharedDatabaseTest {
    @TempDir
    private Path folder;

    @Test
    void ofManyThatStartAtTheSameMomentOneMakesTheFirstAccounts()
            throws IOException, InterruptedException, ExecutionException {
        var database = PostgresCluster.running().newDatabase();
        var servers = Parallel.run(4, _ -> start(database, folder.resolve("data")));
        try {
            assertThat(servers)
                    .filteredOn(server -> server.firstAccounts().isPresent())
                    .hasSize(1);
            assertThat(new Browser(servers.getFirst().address())
                            .get(Walk.path(servers.getLast().outbox()))
                            .body())
                    .as("one key, one outbox, one mail")
                    .containsOnlyOnce("Complete the registration");
        } finally {
            servers.forEach(DemoServer::close);
        }
    }

    @Test
    void aSessionOfOneIsASessionOfTheOthersAndSoIsItsEnd() throws IOException {
        try (var walk = Walk.on(Databases.POSTGRESQL);
                var second = walk.second()) {
            var browser = walk.browser();
            Walk.typeCode(browser, walk.code(walk.enrolAndReachCodePage(browser)));
            var there = new Browser(second.address());
            var cookie = String.valueOf(browser.cookie());
            there.setCookie(cookie.replace(
                    "login-" + walk.server.address().getPort(),
                    "login-" + second.address().getPort()));
            assertThat(there.get("/account").body()).contains("Your account");
            assertThat(there.submit("/logout-everywhere", Map.of()).statusCode())
                    .as("its forms are taken as well")
                    .isEqualTo(200);
            assertThat(browser.get("/account").uri().getPath()).isEqualTo("/login");
        }
    }

    @Test
    void aServerWithAnotherKeyIsRefused() throws IOException {
        var database = PostgresCluster.running().newDatabase();
        start(database, folder.resolve("one")).close();
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> start(database, folder.resolve("other")).close())
                .withMessageContaining("copy the file server.key");
    }

    @Test
    void whatWasRefusedIsToldWithoutUserAndPassword() throws IOException {
        var cluster = PostgresCluster.running();
        var wrong = PostgresAddress.parse(
                cluster.bareUrl() + "?user=nobody-here", Map.of(), Optional.of("hidden-password"));
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> start(wrong, folder).close())
                .withMessageContaining("SQL state 28P01")
                .satisfies(failure -> {
                    var trace = new StringWriter();
                    failure.printStackTrace(new PrintWriter(trace));
                    assertThat(trace + wrong.toString()).doesNotContain("nobody-here", "hidden-password");
                });
    }

    @Test
    void userAndPasswordMayComeFromTheEnvironmentOrAFile() throws IOException {
        var cluster = PostgresCluster.running();
        var byEnvironment = Map.of("PGUSER", "tests", "PGPASSWORD", cluster.password());
        start(PostgresAddress.parse(cluster.bareUrl(), byEnvironment, Optional.empty()), folder.resolve("data"))
                .close();
        var byFile = Map.of("PGUSER", "tests", "PGPASSWORD", "wrong");
        start(PostgresAddress.parse(cluster.bareUrl(), byFile, Optional.of(cluster.password())), folder.resolve("data"))
                .close();
    }

    @Test
    void aDatabaseElsewhereNeedsADataFolderForTheKey() throws IOException {
        var options = DemoOptions.standard()
                .withDatabase(PostgresAddress.parse("jdbc:postgresql://127.0.0.1/x", Map.of(), Optional.empty()));
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> DemoServer.start(options).close())
                .withMessageContaining("needs a data folder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "jdbc:h2:mem:x", "jdbc:postgresql://127.0.0.1:port/x?password=hidden", "postgresql://"})
    void anAddressInAnotherFormIsNotRepeated(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PostgresAddress.parse(url, Map.of(), Optional.empty()))
                .withMessageContaining("jdbc:postgresql://127.0.0.1:5432/login")
                .withNoCause();
    }

    @Test
    void afterTheDatabaseEndedAllConnectionsItGoesOn() throws IOException {
        try (var walk = Walk.on(Databases.POSTGRESQL)) {
            var browser = walk.browser();
            walk.register(browser);
            // All but the one that ends them.
            walk.store.text("SELECT COUNT(pg_terminate_backend(pid)) FROM pg_stat_activity"
                    + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
            int tries = 0;
            while (walk.logIn(browser, walk.invited(), Walk.PASSWORD).statusCode() == 500) {
                assertThat(tries++).as("a dead connection fails once at most").isLessThan(16);
            }
            assertThat(browser.page()).contains("Set up your authenticator");
        }
    }

    private static DemoServer start(PostgresAddress database, Path data) throws IOException {
        var options = DemoOptions.standard().withData(data).withDatabase(database);
        return DemoServer.start(
                options,
                new Accounts.Setup(Walk.CHEAP, 1, options.clock(), new SecureRandom(), UnaryOperator.identity()));
    }
}
