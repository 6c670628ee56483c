package dev.tessera.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tessera.demo.account.Accounts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoServerTest {
    @Test
    void aTemporaryFolderIsRemovedAtClose() throws IOException {
        Path folder;
        try (var server = DemoServer.start(DemoOptions.standard())) {
            var page = new Browser(server.address())
                    .get(Walk.path(server.outbox()))
                    .body();
            folder = Path.of(page.replaceAll("(?s).*class=\"path\">([^<]+)/outbox<.*", "$1"));
            assertThat(folder.resolve("login.mv.db")).exists();
        }
        assertThat(folder).doesNotExist();
    }

    @Test
    void theProductsPasswordHashesCost19MebibytesAndTwoPasses(@TempDir Path folder) throws Exception {
        try (var server = DemoServer.start(DemoOptions.standard().withData(folder))) {
            assertThat(server.firstAccounts()).isPresent();
        }
        var database = Files.readString(folder.resolve("login.mv.db"), java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(database).contains("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void aDataFolderIsKeptAndItsFirstPasswordsAreToldOnce(@TempDir Path folder) throws IOException {
        var data = folder.resolve("a/new/one");
        String userName;
        String password;
        try (var server = DemoServer.start(DemoOptions.standard().withData(data))) {
            var user = server.firstAccounts().orElseThrow().earlierUser();
            userName = user.userName();
            password = user.password();
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                .isEqualTo("rwx------");
        try (var server = DemoServer.start(DemoOptions.standard().withData(data))) {
            assertThat(server.firstAccounts()).isEmpty();
            var browser = new Browser(server.address());
            browser.get("/login");
            browser.submit("/login", Map.of("username", userName, "password", password));
            assertThat(browser.page()).contains("Choose your own password");
        }
    }

    @Test
    void aFirstStartThatFailsMidwayIsBegunAnew(@TempDir Path folder) throws IOException {
        for (int statement = 1; ; statement++) {
            var data = folder.resolve(Integer.toString(statement));
            var store = new TamperedStore();
            store.failAt(statement);
            try (var started = start(data, store)) {
                assertThat(started.firstAccounts()).isPresent();
                break;
            } catch (IOException _) { // the failure that was asked for
                assertThat(store.repair()).isTrue();
            }
            try (var again = start(data, store)) {
                assertThat(again.firstAccounts())
                        .as("after statement " + statement)
                        .isPresent();
            }
        }
    }

    private static DemoServer start(Path data, TamperedStore store) throws IOException {
        var options = DemoOptions.standard().withData(data);
        return DemoServer.start(options, new Accounts.Setup(Walk.CHEAP, 1, options.clock(), new SecureRandom(), store));
    }

    @Test
    void firstPasswordsAreRandom() throws IOException {
        try (var one = DemoServer.start(DemoOptions.standard());
                var other = DemoServer.start(DemoOptions.standard())) {
            var passwords = Set.of(
                    one.firstAccounts().orElseThrow().administrator().password(),
                    one.firstAccounts().orElseThrow().earlierUser().password(),
                    other.firstAccounts().orElseThrow().administrator().password(),
                    other.firstAccounts().orElseThrow().earlierUser().password());
            assertThat(passwords).allMatch(text -> text.matches("([a-z2-9]{5}-){4}[a-z2-9]{5}"));
        }
    }

    @Test
    void aFirstPasswordIsChangedAtFirstUseAndLeadsIntoTheEnrolment() {
        try (var walk = new Walk()) {
            var user = walk.first.earlierUser();
            var browser = walk.browser();
            walk.logIn(browser, user.userName(), user.password());
            assertThat(browser.page()).contains("Choose your own password");
            assertThat(browser.get("/enrol").uri().getPath()).isEqualTo("/new-password");
            assertThat(browser.submit("/new-password", Map.of("newPassword", user.password()))
                            .statusCode())
                    .isEqualTo(422);
            browser.submit("/new-password", Map.of("newPassword", Walk.PASSWORD));
            assertThat(browser.page()).contains("Set up your authenticator", "<svg id=\"qr\"");
            assertThat(walk.logIn(walk.browser(), user.userName(), user.password())
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void theIssuerIsInThePagesAndInTheQrCode() {
        try (var walk = new Walk(DemoOptions.standard().withIssuer("Åse & Co"), Walk.CHEAP)) {
            var browser = walk.browser();
            walk.register(browser);
            walk.logIn(browser, walk.invited(), Walk.PASSWORD);
            assertThat(browser.page()).contains("<span>Åse &amp; Co</span>", "<svg id=\"qr\"");
        }
    }

    @Test
    void itListensOnTheLoopbackInterfaceAlone() throws IOException {
        try (var server = DemoServer.start(DemoOptions.standard())) {
            var others = NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                    .collect(Collectors.toList());
            others.add(InetAddress.getByName("127.0.0.2"));
            for (var address : others) {
                assertThatExceptionOfType(IOException.class)
                        .as(address.toString())
                        .isThrownBy(() -> new Socket(address, server.address().getPort()).close());
            }
        }
    }

    @Test
    void aTakenPortIsNamed() throws IOException {
        try (var first = DemoServer.start(DemoOptions.standard())) {
            int port = first.address().getPort();
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> DemoServer.start(DemoOptions.standard().withPort(port))
                            .close())
                    .withMessageContaining("port " + port);
        }
    }

    @Test
    void aDatabaseThatAnotherProcessHasOpenIsSaidToBe(@TempDir Path folder) throws IOException {
        var options = DemoOptions.standard().withData(folder);
        DemoServer.start(options).close();
        try (var file = FileChannel.open(folder.resolve("login.mv.db"), StandardOpenOption.WRITE);
                var lock = file.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> DemoServer.start(options).close())
                    .withMessageContaining("another server may have it open");
        }
    }

    @Test
    void aKeyFileThatOthersMayReadIsRefused(@TempDir Path folder) throws IOException {
        var options = DemoOptions.standard().withData(folder);
        DemoServer.start(options).close();
        Files.setPosixFilePermissions(folder.resolve("server.key"), PosixFilePermissions.fromString("rw-r-----"));
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> DemoServer.start(options).close())
                .withMessageContaining("0600");
    }

    @Test
    void whatItTellsHidesThePasswords() {
        try (var walk = new Walk()) {
            assertThat(walk.first.toString())
                    .contains(walk.first.administrator().userName())
                    .doesNotContain(walk.first.administrator().password(), "token");
        }
    }

    @Test
    void optionsOutOfRangeAreNamed() {
        var options = DemoOptions.standard();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options.withPort(65_536))
                .withMessage("port is 65536; it must be 0 to 65535");
        assertThatIllegalArgumentException().isThrownBy(() -> options.withIssuer("a:b"));
        assertThatIllegalArgumentException().isThrownBy(() -> options.withIssuer(" "));
        assertThatIllegalArgumentException().isThrownBy(() -> options.withWindow(3));
    }
}
