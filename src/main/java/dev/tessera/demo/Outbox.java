package dev.tessera.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.tessera.crypto.Hkdf;
import dev.tessera.crypto.Key;
import dev.tessera.demo.account.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Mail that lands in a folder, one `.eml` file each, and on a page.
///
/// Mail holds one-time links, so the page has an address that nobody can guess, known to whoever started the server.
final class Outbox implements Post {
    /// Of an address that may have 254 characters, so many in the name of a file, which may have 255 with the rest.
    private static final int LONGEST_NAME = 100;

    private final Path folder;
    private final String path;

    Outbox(Path folder, Key key) throws IOException {
        this.folder = folder;
        byte[] mac = Hkdf.hmac(key, "address of the outbox page".getBytes(UTF_8));
        this.path = "/outbox/" + Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
        PrivateFolder.create(folder);
    }

    /// The path of the page: a secret.
    String path() {
        return path;
    }

    Route<?> route() {
        return Route.get(path, Session.class, (_, _) -> page());
    }

    @Override
    public void deliver(Mail mail) throws MailException {
        try {
            int number = files().stream().mapToInt(Outbox::number).max().orElse(0) + 1;
            while (!isWritten(mail, number)) {
                number++;
            }
        } catch (IOException e) {
            throw new MailException("the outbox in " + folder + " did not accept the mail", e);
        }
    }

    /// Writes a new file, and none that is there.
    private boolean isWritten(Mail mail, int number) throws IOException {
        var address = mail.toAddress().replaceAll("[^a-z0-9@.-]", "_");
        var name = address.substring(0, Math.min(address.length(), LONGEST_NAME));
        var file = folder.resolve(String.format(Locale.ROOT, "%04d-%s.eml", number, name));
        try {
            Files.writeString(file, mail.format(), CREATE_NEW, WRITE);
            return true;
        } catch (FileAlreadyExistsException _) { // another mail took the number meanwhile
            return false;
        }
    }

    private static int number(Path file) {
        var digits = file.getFileName().toString().replaceFirst("-.*$", "");
        return digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : 0;
    }

    private Reply page() {
        var mails = newestFirst().map(Outbox::read).map(Outbox::model).toList();
        return Reply.page(
                "outbox", Map.of("title", "Outbox", "mails", mails, "isWide", true, "folder", folder.toString()));
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".eml")).toList();
        }
    }

    private Stream<Path> newestFirst() {
        try {
            return files().stream()
                    .sorted(Comparator.comparingInt(Outbox::number).reversed());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Mail read(Path file) {
        try {
            return Mail.parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> model(Mail mail) {
        var paragraphs = mail.text().lines().filter(line -> !line.isBlank()).map(Outbox::paragraph);
        return Map.of(
                "to", mail.toName() + " <" + mail.toAddress() + ">",
                "subject", mail.subject(),
                "sentAt", TimeText.dayAndTime(mail.sentAt()),
                "paragraphs", paragraphs.collect(Collectors.toList()));
    }

    private static Map<String, Object> paragraph(String line) {
        if (!line.matches("https?://\\S+")) {
            return Map.of("text", line);
        }
        var label = line.contains("/reset?") ? "Set up a new authenticator" : "Complete the registration";
        return Map.of("link", line, "label", label);
    }
}
