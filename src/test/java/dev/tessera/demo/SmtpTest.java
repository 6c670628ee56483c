package dev.tessera.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.subethamail.smtp.helper.SimpleMessageListener;
import org.subethamail.smtp.server.SMTPServer;

/// With a real mail server on the loopback interface.
class SmtpTest {
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final SMTPServer mailServer = SMTPServer.port(0)
            .bindAddress(InetAddress.getLoopbackAddress())
            .simpleMessageListener(new Listening())
            .build();

    private record Received(String from, String to, String text) {}

    private final class Listening implements SimpleMessageListener {
        @Override
        public boolean accept(String from, String recipient) {
            return !recipient.startsWith("refused@");
        }

        @Override
        public void deliver(String from, String recipient, InputStream data) throws IOException {
            received.add(new Received(from, recipient, new String(data.readAllBytes(), StandardCharsets.UTF_8)));
        }
    }

    @AfterEach
    void close() {
        mailServer.stop();
    }

    @Test
    void anInvitationIsSentAndItsLinkWorks() throws IOException {
        try (var walk = walk()) {
            var amira = walk.browser();
            walk.signIn(amira, walk.first.administrator());
            invite(amira, "Zoë Grün", "zoe@example.org");
            assertThat(amira.text("notice")).contains("zoe@example.org");
            assertThat(received).hasSize(1);
            assertThat(received.getFirst().to()).isEqualTo("zoe@example.org");
            var mail = Mail.parse(received.getFirst().text().replaceFirst("(?s)^.*?(?=From: )", ""));
            assertThat(mail.from()).isEqualTo("no-reply@localhost");
            assertThat(mail.toName()).isEqualTo("Zoë Grün");
            assertThat(mail.text()).contains("Hello Zoë Grün,");
            var link = mail.text().replaceAll("(?s).*http://[^/]+(/invitation\\S+).*", "$1");
            var zoe = walk.browser();
            assertThat(zoe.get(link).body()).contains("Welcome, Zoë Grün");
            assertThat(walk.browser().get(Walk.path(walk.server.outbox())).body())
                    .as("what is sent is not kept")
                    .doesNotContain("zoe@example.org");
        }
    }

    @Test
    void aServerHereWhoseCertificateNobodyKnowsTakesTheMail() throws MailException {
        var offering = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .enableTLS()
                .simpleMessageListener(new Listening())
                .build();
        offering.start();
        try {
            var post = new SmtpPost(new Network.MailServer("localhost", offering.getPortAllocated()));
            post.deliver(new Mail("no-reply@localhost", "Zoe", "zoe@example.org", "Hello", FakeClock.START, "text\n"));
            assertThat(received).extracting(Received::to).containsExactly("zoe@example.org");
        } finally {
            offering.stop();
        }
    }

    @Test
    void aResetsLinkIsSentToThePerson() {
        try (var walk = walk()) {
            var reset = new ResetOf(walk);
            assertThat(reset.carryOut().statusCode()).isEqualTo(200);
            assertThat(received.getLast().to()).isEqualTo("jonas@example.org");
            var link = received.getLast().text().replaceAll("(?s).*http://[^/]+(/reset\\S+).*", "$1");
            assertThat(walk.browser().get(link).body()).contains("Your authenticator was reset");
        }
    }

    @Test
    void whatTheMailServerRefusesIsToldAndAReinvitationWorks() {
        try (var walk = walk()) {
            var amira = walk.browser();
            walk.signIn(amira, walk.first.administrator());
            assertThat(invite(amira, "Zoe", "refused@example.org").statusCode()).isEqualTo(502);
            assertThat(amira.page()).contains("The e-mail could not be sent");
            assertThat(invite(amira, "Zoe", "zoe@example.org").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void withoutAMailServerNobodyIsReset() {
        try (var walk = walk()) {
            var reset = new ResetOf(walk);
            mailServer.stop();
            assertThat(reset.carryOut().statusCode()).isEqualTo(502);
            assertThat(reset.jonas.get("/account").uri().getPath()).isEqualTo("/account");
        }
    }

    @Test
    void noLinkIsInTheLogOfAFailure() throws IOException {
        try (var walk = walk()) {
            var amira = walk.browser();
            walk.signIn(amira, walk.first.administrator());
            invite(amira, "Zoe", "refused@example.org");
            assertThat(Files.readString(walk.folder().resolve("attempts.log"))).doesNotContain("token=");
        }
    }

    @Test
    void aServerThatIsNotHereMustSpeakTls() {
        assertThat(new Network.MailServer("mail.example.org", 25).isHere()).isFalse();
        assertThat(new Network.MailServer("127.0.0.1.example.org", 25).isHere()).isFalse();
        assertThat(new Network.MailServer("127.0.0.1", 25).isHere()).isTrue();
        assertThat(new Network.MailServer("localhost", 25).isHere()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mail", "mail:", ":25", "mail:0", "mail:65536", "mail:x", "a b:25", "mail/x:25"})
    void whatIsNoHostAndPortIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Network.MailServer.parse(text));
    }

    /// Jonas, for whom Amira asked for a reset.
    private static final class ResetOf {
        private final Browser nils;
        private final Browser jonas;
        private final String id;

        ResetOf(Walk walk) {
            var amira = walk.browser();
            walk.signIn(amira, walk.first.administrator());
            nils = walk.browser();
            walk.signIn(nils, walk.first.support());
            jonas = walk.browser();
            walk.signIn(jonas, walk.first.earlierUser());
            amira.get("/reset-request?id=" + walk.idOf("jonas@example.org"));
            amira.submit("/reset-request", Map.of("reason", "Lost", "priority", "NORMAL"));
            id = walk.store.text("SELECT id FROM reset_request");
        }

        java.net.http.HttpResponse<String> carryOut() {
            nils.get("/resets");
            return nils.submit("/resets/carry-out", Map.of("id", id));
        }
    }

    private Walk walk() {
        mailServer.start();
        var network = new Network(
                0,
                "127.0.0.1",
                List.of(),
                Optional.empty(),
                Optional.of(new Network.MailServer("127.0.0.1", mailServer.getPortAllocated())),
                false);
        return new Walk(DemoOptions.standard().withNetwork(network), Walk.CHEAP);
    }

    private static java.net.http.HttpResponse<String> invite(Browser by, String name, String address) {
        by.get("/invite");
        return by.submit("/invite", Map.of("fullName", name, "email", address, "role", "MEMBER"));
    }
}
