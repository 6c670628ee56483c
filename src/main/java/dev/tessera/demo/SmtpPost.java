package dev.tessera.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.NoSuchProviderException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Properties;

/// Sends mail by SMTP, each in a connection of its own. Mail holds one-time links, so a server elsewhere must offer
/// STARTTLS and a certificate of its name. One on this computer is not asked for it: nobody is between, and its
/// certificate is seldom one of `localhost`.
final class SmtpPost implements Post {
    private static final String PATIENCE = Long.toString(Duration.ofSeconds(10).toMillis());

    private final Network.MailServer server;
    private final Session session;

    SmtpPost(Network.MailServer server) {
        this.server = server;
        var properties = new Properties();
        properties.put("mail.smtp.connectiontimeout", PATIENCE);
        properties.put("mail.smtp.timeout", PATIENCE);
        properties.put("mail.smtp.writetimeout", PATIENCE);
        properties.put("mail.smtp.allow8bitmime", "true");
        properties.put("mail.smtp.starttls.enable", Boolean.toString(!server.isHere()));
        properties.put("mail.smtp.starttls.required", Boolean.toString(!server.isHere()));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        session = Session.getInstance(properties);
    }

    @Override
    public void deliver(Mail mail) throws MailException {
        try (var transport = connect()) {
            var message = new MimeMessage(
                    session, new ByteArrayInputStream(mail.format().getBytes(UTF_8)));
            transport.sendMessage(message, new Address[] {new InternetAddress(mail.toAddress(), true)});
        } catch (MessagingException e) {
            throw new MailException(
                    "the mail server " + server.host() + ":" + server.port() + " did not accept the mail", e);
        }
    }

    private Transport connect() throws MessagingException {
        var transport = transport();
        transport.connect(server.host(), server.port(), null, null);
        return transport;
    }

    private Transport transport() {
        try {
            return session.getTransport("smtp");
        } catch (NoSuchProviderException e) {
            throw new AssertionError("the provider is packed with this program", e);
        }
    }
}
