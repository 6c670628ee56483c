package dev.tessera.agent;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.tessera.agent.Question.Verb;
import dev.tessera.agent.Reply.Outcome;
import dev.tessera.crypto.Passphrase;
import dev.tessera.otp.Base32;
import dev.tessera.session.VaultSession;
import dev.tessera.socket.SocketPlace;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Over real sockets, on a real vault.
@Timeout(120)
class AgentTest {
    private static final int MANY = 1000;

    @TempDir
    private Path temp;

    private Path folder;
    private OpenedVault vault;
    private Agent agent;

    @BeforeEach
    void open() throws IOException {
        folder = temp.resolve("run");
        vault = new OpenedVault(temp.resolve("my.tessera"));
        agent = vault.agent(folder, Seat.WINDOW).orElseThrow();
    }

    @AfterEach
    void close() {
        agent.close();
        vault.close();
    }

    @Test
    void theCodeOfTheOneThatFitsIsGiven() {
        var reply = ask(Verb.CODE, "pexip").orElseThrow();
        assertThat(reply.outcome()).isEqualTo(Outcome.GIVEN);
        assertThat(reply.offers()).singleElement().satisfies(offer -> {
            assertThat(offer.code()).isEqualTo("287082");
            assertThat(offer.validFrom()).isEqualTo(30);
            assertThat(offer.validUntil()).isEqualTo(60);
            assertThat(offer.secondsLeft(59_000)).isEqualTo(1);
            assertThat(offer.issuer()).isEqualTo("Pexip");
            assertThat(offer.accountName()).isEqualTo("ann@example.org");
            assertThat(offer.kind()).isEqualTo(new Kind("totp", "SHA1", 6, 30));
        });
    }

    @Test
    void severalThatFitAreNamedWithoutCodes() {
        var reply = ask(Verb.CODE, "git").orElseThrow();
        assertThat(reply.outcome()).isEqualTo(Outcome.SEVERAL);
        assertThat(reply.offers()).extracting(Offer::issuer).containsExactly("GitHub", "GitHub Enterprise");
        assertThat(reply.offers()).extracting(Offer::code).containsOnly("");
    }

    @Test
    void namesAreToldWithoutCodes() {
        var all = ask(Verb.NAMES, "").orElseThrow();
        assertThat(all.outcome()).isEqualTo(Outcome.NAMED);
        assertThat(all.offers()).hasSize(4).extracting(Offer::code).containsOnly("");
        var one = ask(Verb.NAMES, "pexip").orElseThrow();
        assertThat(one.offers()).extracting(Offer::issuer, Offer::code).containsExactly(tuple("Pexip", ""));
        var byId = ask(Verb.CODE, one.offers().getFirst().id()).orElseThrow();
        assertThat(byId.offers()).extracting(Offer::code).containsExactly("287082");
    }

    @Test
    void whatFitsNothingIsSaid() {
        assertThat(ask(Verb.CODE, "nobody").orElseThrow().outcome()).isEqualTo(Outcome.NOTHING);
        assertThat(ask(Verb.CODES, "nobody").orElseThrow().outcome()).isEqualTo(Outcome.NOTHING);
    }

    @Test
    void aCounterIsNeverMovedOnByAsking() throws IOException {
        byte[] before = Files.readAllBytes(vault.file);
        var reply = ask(Verb.CODE, "bank").orElseThrow();
        assertThat(reply.outcome()).isEqualTo(Outcome.COUNTER_BASED);
        var all = ask(Verb.CODES, "").orElseThrow();
        assertThat(List.of(reply.offers().getFirst(), all.offers().getLast()))
                .extracting(Offer::issuer, Offer::code)
                .containsOnly(tuple("Bank", ""));
        assertThat(all.offers())
                .hasSize(4)
                .filteredOn(offer -> offer.code().isEmpty())
                .hasSize(1);
        assertThat(Files.readAllBytes(vault.file)).isEqualTo(before);
    }

    @Test
    void noSecretGoesOverTheSocket() throws IOException {
        for (var verb : List.of(Verb.CODE, Verb.CODES, Verb.NAMES)) {
            for (var query : List.of("", "pexip", "bank")) {
                var said = new String(raw(new Question(verb, query).bytes()), ISO_8859_1);
                assertThat(said)
                        .isNotEmpty()
                        .doesNotContain(OpenedVault.SECRET)
                        .doesNotContain("a secret")
                        .doesNotContain(Base32.encode(OpenedVault.SECRET.getBytes(US_ASCII)));
            }
        }
    }

    @Test
    void lockedItGivesNothingAndIsLockedOnce() {
        assertThat(ask(Verb.LOCK, "").orElseThrow().outcome()).isEqualTo(Outcome.LOCKED);
        assertThat(vault.locked).hasValue(1);
        assertThat(ask(Verb.CODE, "pexip")).isEmpty();
        assertThat(ask(Verb.CODES, "")).isEmpty();
    }

    @Test
    void itDoesNotEndBeforeItHasSaidThatItIsLocked() throws Exception {
        agent.close();
        var endedBefore = new AtomicBoolean();
        var ending = new AtomicReference<Thread>();
        Runnable lock = () -> {
            // As the process ends, beside the thread that answers.
            ending.set(Thread.ofPlatform().start(() -> agent.close()));
            endedBefore.set(joined(ending.get(), Duration.ofMillis(500)));
        };
        agent = Agent.open(Optional.of(folder), Seat.WINDOW, vault.file, () -> vault.open, OpenedVault.CODES, lock)
                .orElseThrow();
        assertThat(ask(Verb.LOCK, "").orElseThrow().outcome()).isEqualTo(Outcome.LOCKED);
        assertThat(endedBefore).isFalse();
        assertThat(joined(ending.get(), Duration.ofSeconds(20))).isTrue();
        assertThat(socket(Seat.WINDOW)).doesNotExist();
    }

    private static boolean joined(Thread thread, Duration limit) {
        try {
            return thread.join(limit);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whoIsThereAndDoesNotAnswerIsNotNobody() throws Exception {
        agent.close();
        for (var verb : Verb.values()) {
            assertThat(ask(verb, "pexip")).as("nobody").isEmpty();
        }
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket(Seat.WINDOW))); // and takes no call
            for (var verb : Verb.values()) {
                var question = new Question(verb, "pexip");
                assertThatExceptionOfType(NoAnswerException.class)
                        .isThrownBy(() -> AgentClient.ask(folder, vault.file, Seat.WINDOW, question, 100));
            }
            try (var _ = vault.agent(folder, Seat.AGENT).orElseThrow()) {
                assertThat(ask(Verb.CODE, "pexip")).as("the other one answers").isPresent();
            }
        }
    }

    @Test
    void whoHangsUpInsteadOfLockingIsNotNobodyEither() {
        agent.close();
        Runnable fault = () -> {
            throw new IllegalStateException("it cannot be locked");
        };
        try (var _ = Agent.open(
                        Optional.of(folder), Seat.WINDOW, vault.file, () -> vault.open, OpenedVault.CODES, fault)
                .orElseThrow()) {
            assertThatExceptionOfType(NoAnswerException.class)
                    .isThrownBy(() -> AgentClient.ask(folder, vault.file, Seat.WINDOW, new Question(Verb.LOCK, "")));
        }
    }

    @Test
    void aSessionThatIsWipedGivesNothingEither() {
        vault.session.close(); // as if it came first, before the agent is told
        assertThat(ask(Verb.CODE, "pexip")).isEmpty();
    }

    @Test
    void whatIsLockedWhileACodeIsMadeIsNotGiven() {
        var asked = new int[1];
        var codes = new Codes(() -> asked[0]++ == 0 ? Optional.of(vault.session) : Optional.empty(), OpenedVault.CODES);
        assertThat(codes.about(new Question(Verb.CODE, "pexip"))).isEmpty();
        assertThat(asked[0]).isEqualTo(2);
    }

    @Test
    void whatOthersHaveSavedIsKnownAtOnce() throws IOException {
        try (var passphrase = Passphrase.copyOf(OpenedVault.PASSPHRASE.toCharArray());
                var other = VaultSession.unlock(vault.file, passphrase, OpenedVault.CLOCK)) {
            other.add(OpenedVault.timed("New", "ann", OpenedVault.SECRET));
        }
        assertThat(ask(Verb.CODE, "new").orElseThrow().offers())
                .extracting(Offer::code)
                .containsExactly("287082");
    }

    @Test
    void aVaultWhoseFileHasGoneIsStillOpen() throws IOException {
        Files.delete(vault.file);
        assertThat(ask(Verb.CODE, "pexip").orElseThrow().outcome()).isEqualTo(Outcome.GIVEN);
    }

    @Test
    void itsOwnerAloneReachesTheSocket() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket(Seat.WINDOW))))
                .isEqualTo("rw-------");
    }

    @Test
    void eachSeatIsTakenOnce() {
        assertThat(vault.agent(folder, Seat.WINDOW)).isEmpty();
        try (var _ = vault.agent(folder, Seat.AGENT).orElseThrow()) {
            assertThat(ask(Verb.CODE, "pexip")).isPresent();
            agent.close();
            assertThat(ask(Verb.CODE, "pexip")).as("the other one is asked").isPresent();
        }
        assertThat(ask(Verb.CODE, "pexip")).isEmpty();
        agent = vault.agent(folder, Seat.WINDOW).orElseThrow();
        assertThat(ask(Verb.CODE, "pexip")).isPresent();
    }

    @Test
    void closedItLeavesNoSocket() {
        agent.close();
        assertThat(socket(Seat.WINDOW)).doesNotExist();
    }

    @Test
    void aSocketThatNobodyListensAtIsReplaced() throws IOException {
        var socket = socket(Seat.AGENT);
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket)); // closing leaves the file, as a kill does
        }
        assertThat(socket).exists();
        agent.close();
        assertThat(ask(Verb.CODE, "pexip")).as("nobody").isEmpty();
        try (var _ = vault.agent(folder, Seat.AGENT).orElseThrow()) {
            assertThat(ask(Verb.CODE, "pexip")).isPresent();
        }
    }

    @Test
    void aFolderThatOthersMayEnterIsNotUsed() throws IOException {
        var open = Files.createDirectory(temp.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(vault.agent(open, Seat.AGENT)).isEmpty();
    }

    @Test
    void aThousandAtOnceGetEachItsOwnCode() throws Exception {
        vault.session.edit(content -> {
            var filled = content;
            for (int i = 0; i < MANY; i++) {
                var account = OpenedVault.timed("Site" + i, "ann", "a secret of %08d".formatted(i));
                filled = filled.with(dev.tessera.vault.Entry.create(account, OpenedVault.CLOCK.instant()));
            }
            return filled;
        });
        var now = OpenedVault.CLOCK.instant();
        var right = IntStream.range(0, MANY)
                .mapToObj(i -> OpenedVault.timed("", "", "a secret of %08d".formatted(i))
                        .credential()
                        .codeAt(now)
                        .text())
                .toList();
        assertThat(Set.copyOf(right)).as("nearly all differ").hasSizeGreaterThan(MANY * 9 / 10);
        var begin = new CountDownLatch(1);
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = IntStream.range(0, MANY)
                    .mapToObj(i -> clients.submit(() -> {
                        begin.await();
                        var question = new Question(Verb.CODE, "site" + i);
                        return AgentClient.ask(folder, vault.file, Seat.WINDOW, question, 10_000);
                    }))
                    .toList();
            begin.countDown();
            assertThat(asked.stream().map(AgentTest::code).toList()).isEqualTo(right);
        }
    }

    private static String code(Future<Optional<Reply>> asked) {
        try {
            return asked.get().orElseThrow().offers().getFirst().code();
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatIsNoQuestionIsHungUpOn() throws IOException {
        byte[] question = new Question(Verb.CODE, "pexip").bytes();
        for (int length = 0; length < question.length; length++) {
            assertThat(raw(Arrays.copyOf(question, length)))
                    .as("%d bytes", length)
                    .isEmpty();
        }
        for (int place : new int[] {0, 4, 5}) {
            byte[] changed = question.clone();
            changed[place] = 9;
            assertThat(raw(changed)).as("byte %d", place).isEmpty();
        }
        assertThat(raw("GET / HTTP/1.0\r\n\r\n".getBytes(US_ASCII))).isEmpty();
        assertThat(ask(Verb.CODE, "pexip")).isPresent();
    }

    @Test
    void whatIsNoReplyIsNone() throws IOException {
        byte[] reply = raw(new Question(Verb.CODE, "pexip").bytes());
        assertThat(Reply.read(reply).outcome()).isEqualTo(Outcome.GIVEN);
        for (int length = 0; length < reply.length; length++) {
            byte[] part = Arrays.copyOf(reply, length);
            assertThatThrownBy(() -> Reply.read(part)).as("%d bytes", length).isInstanceOf(IOException.class);
        }
        reply[0] = 99;
        assertThatThrownBy(() -> Reply.read(reply)).isInstanceOf(IOException.class);
    }

    @Test
    void aQuestionComesBackAsItWas() throws IOException {
        for (var verb : Verb.values()) {
            var question = new Question(verb, "käse 🔑");
            assertThat(Question.read(new ByteArrayInputStream(question.bytes())))
                    .isEqualTo(question);
        }
    }

    @Test
    void whatIsAskedAndGivenIsHidden() {
        assertThat(new Question(Verb.CODE, "hunter2").toString()).doesNotContain("hunter2");
        assertThat(ask(Verb.CODE, "pexip").toString()).doesNotContain("287082");
    }

    private Optional<Reply> ask(Verb verb, String query) {
        try {
            return AgentClient.ask(folder, vault.file, new Question(verb, query));
        } catch (NoAnswerException e) {
            throw new AssertionError(e);
        }
    }

    private Path socket(Seat seat) {
        return SocketPlace.of(folder, vault.file, seat.use()).socket();
    }

    /// What comes back for these bytes.
    private byte[] raw(byte[] sent) throws IOException {
        try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(socket(Seat.WINDOW)))) {
            channel.write(ByteBuffer.wrap(sent));
            channel.shutdownOutput();
            return Channels.newInputStream(channel).readAllBytes();
        } catch (SocketException _) {
            return new byte[0]; // it did not even read all of it
        }
    }
}
