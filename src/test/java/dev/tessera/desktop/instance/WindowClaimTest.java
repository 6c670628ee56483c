package dev.tessera.desktop.instance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.socket.SocketFolder;
import dev.tessera.socket.SocketPlace;
import java.io.IOException;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Over real sockets, in one process; two processes are in `TwoStartsTest`.
class WindowClaimTest {
    private static final Call CALL = new Call(List.of("otpauth://totp/a?secret=JBSWY3DPEHPK3PXP"), true);

    @TempDir
    private Path temp;

    private Path folder;
    private Path vault;
    private final BlockingQueue<Call> calls = new LinkedBlockingQueue<>();
    private final List<WindowClaim> claims = new ArrayList<>();

    @BeforeEach
    void layOut() throws IOException {
        folder = temp.resolve("run");
        vault = Files.createFile(temp.resolve("my.tessera"));
    }

    @AfterEach
    void close() {
        claims.forEach(WindowClaim::close);
    }

    @Test
    void theFirstTakesWhatTheSecondWasGiven() throws Exception {
        assertThat(first(vault).isListening()).isTrue();
        assertThat(claim(vault, CALL)).isEmpty();
        assertThat(calls.poll(10, TimeUnit.SECONDS)).isEqualTo(CALL);
        assertThat(claim(vault, new Call(List.of(), false))).isEmpty();
        assertThat(calls.poll(10, TimeUnit.SECONDS)).isEqualTo(new Call(List.of(), false));
    }

    @Test
    void eachVaultHasAWindowOfItsOwn() {
        first(vault);
        assertThat(first(temp.resolve("other.tessera")).isListening()).isTrue();
        assertThat(calls).isEmpty();
    }

    @Test
    void aVaultHasOneWindowByWhateverName() throws IOException {
        first(vault);
        var link = Files.createSymbolicLink(temp.resolve("link"), vault);
        var folderLink = Files.createSymbolicLink(temp.resolve("folder"), temp);
        for (var name : List.of(link, folderLink.resolve("my.tessera"), temp.resolve("run/../my.tessera"))) {
            assertThat(claim(name, CALL)).as(name.toString()).isEmpty();
        }
    }

    @Test
    void aVaultThatIsYetToBeMadeHasOneWindow() throws IOException {
        var folderLink = Files.createSymbolicLink(temp.resolve("folder"), temp);
        first(temp.resolve("new/folder/new.tessera"));
        assertThat(claim(folderLink.resolve("new/folder/new.tessera"), CALL)).isEmpty();
        Files.createDirectories(temp.resolve("new/folder"));
        Files.createFile(temp.resolve("new/folder/new.tessera"));
        assertThat(claim(temp.resolve("new/folder/new.tessera"), CALL)).isEmpty();
    }

    @Test
    void itsOwnerAloneReachesTheSocket() throws IOException {
        first(vault);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket())))
                .isEqualTo("rw-------");
        assertThat(names()).as("nothing tells the vault's name").noneMatch(name -> name.contains("my"));
    }

    @Test
    void closedItLeavesNoSocketAndTheNextIsFirst() throws IOException {
        first(vault).close();
        assertThat(names()).allMatch(name -> name.endsWith(".lock"));
        assertThat(first(vault).isListening()).isTrue();
    }

    @Test
    void whatIsNoCallIsIgnored() throws Exception {
        first(vault);
        assertThat(answer("GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(-1);
        assertThat(answer(new byte[0])).isEqualTo(-1);
        assertThat(calls).isEmpty();
        assertThat(claim(vault, CALL)).isEmpty();
        assertThat(calls.poll(10, TimeUnit.SECONDS)).isEqualTo(CALL);
    }

    @Test
    void linksThatAreTooLongGetAWindowOfTheirOwn() {
        var tooLong = new Call(List.of("otpauth:" + "x".repeat(Call.MOST_BYTES)), true);
        try (var alone = claim(vault, tooLong).orElseThrow()) {
            assertThat(alone.isListening()).isTrue();
        }
        first(vault);
        assertThat(claim(vault, tooLong).orElseThrow().isListening()).isFalse();
        assertThat(calls).isEmpty();
    }

    @Test
    void whereTheWindowIsClosingThereIsANewOne() {
        var closing = WindowClaim.claim(Optional.of(folder), vault, CALL, _ -> false);
        claims.add(closing.orElseThrow());
        assertThat(claim(vault, CALL)).isPresent();
    }

    @Test
    void whoeverListensAndSaysNothingIsNotWaitedForLong() throws IOException {
        SocketFolder.open(folder);
        try (var silent = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            silent.bind(UnixDomainSocketAddress.of(SocketPlace.of(folder, vault).socket()));
            assertThat(claim(vault, CALL).orElseThrow().isListening()).isFalse();
            assertThat(Files.exists(SocketPlace.of(folder, vault).socket())).isTrue();
        }
    }

    @Test
    void aFileInThePlaceOfTheSocketIsReplaced() throws IOException {
        SocketFolder.open(folder);
        Files.writeString(SocketPlace.of(folder, vault).socket(), "no socket");
        assertThat(first(vault).isListening()).isTrue();
        assertThat(claim(vault, CALL)).isEmpty();
    }

    @Test
    void aFolderThatOthersMayEnterIsNotUsed() throws IOException {
        for (var rights : List.of("rwxr-xr-x", "rwxrwxrwx", "rwx--x---")) {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(rights));
            assertThat(first(vault).isListening()).as(rights).isFalse();
            assertThat(names()).isEmpty();
        }
    }

    @Test
    void aLinkOrAFileInThePlaceOfTheFolderIsNotUsed() throws IOException {
        var elsewhere = Files.createDirectory(temp.resolve("elsewhere"));
        Files.setPosixFilePermissions(elsewhere, PosixFilePermissions.fromString("rwx------"));
        Files.createSymbolicLink(folder, elsewhere);
        assertThat(first(vault).isListening()).isFalse();
        folder = vault;
        assertThat(first(vault).isListening()).isFalse();
    }

    @Test
    void whereNoSocketFitsTheWindowOpensAllTheSame() {
        folder = temp.resolve("a".repeat(120));
        assertThat(first(vault).isListening()).isFalse();
        assertThat(WindowClaim.claim(Optional.empty(), vault, CALL, calls::add)).isPresent();
    }

    @Test
    void aWindowIsFoundByTheVaultThatItShowsNow() throws Exception {
        var other = temp.resolve("other.tessera");
        var moved = first(vault);
        moved.moveTo(other);
        assertThat(claim(other, CALL)).isEmpty();
        assertThat(calls.poll(10, TimeUnit.SECONDS)).isEqualTo(CALL);
        assertThat(first(vault).isListening())
                .as("the first vault is free again")
                .isTrue();
        moved.moveTo(vault);
        assertThat(moved.isListening()).as("it has a window already").isFalse();
        assertThat(calls).as("which is not called for that").isEmpty();
    }

    @Test
    void theFolderIsThatOfTheLogInOrElseOfTheState() {
        assertThat(SocketFolder.of(Map.of("XDG_RUNTIME_DIR", temp.toString()), "/state"))
                .contains(temp.resolve("tessera"));
        for (var runtime : List.of("", "relative", temp.resolve("missing").toString())) {
            assertThat(SocketFolder.of(Map.of("XDG_RUNTIME_DIR", runtime), "/state"))
                    .contains(Path.of("/state/windows"));
        }
        assertThat(SocketFolder.of(Map.of(), null)).isEmpty();
    }

    private WindowClaim first(Path file) {
        return claim(file, new Call(List.of(), true)).orElseThrow();
    }

    private Optional<WindowClaim> claim(Path file, Call call) {
        var claim = WindowClaim.claim(Optional.of(folder), file, call, calls::add);
        claim.ifPresent(claims::add);
        return claim;
    }

    private Path socket() {
        return SocketPlace.of(folder, vault).socket();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /// The byte that comes back, or -1 where the window hangs up.
    private int answer(byte[] sent) throws IOException {
        try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(socket()))) {
            channel.write(ByteBuffer.wrap(sent));
            channel.shutdownOutput();
            return Channels.newInputStream(channel).read();
        } catch (SocketException _) {
            return -1; // it did not even read all of it
        }
    }
}
