package dev.tessera.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tessera.crypto.Key;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxTest {
    @TempDir
    private Path folder;

    @Test
    void afterOneWasRemovedTheNextTakesANewNumber() throws IOException, MailException {
        var outbox = outbox();
        outbox.deliver(mail("first"));
        outbox.deliver(mail("second"));
        Files.delete(folder.resolve("0001-zoe@example.org.eml"));
        outbox.deliver(mail("third"));
        assertThat(subjects()).containsExactlyInAnyOrder("second", "third");
        assertThat(folder.resolve("0003-zoe@example.org.eml")).exists();
    }

    @Test
    void ofManyAtOnceNoneIsLost() throws IOException, InterruptedException, ExecutionException {
        var outbox = outbox();
        Parallel.run(50, i -> {
            outbox.deliver(mail("mail " + i));
            return i;
        });
        assertThat(subjects()).hasSize(50).doesNotHaveDuplicates();
    }

    @Test
    void aFolderThatIsGoneTakesNoMail() throws IOException {
        var outbox = outbox();
        Files.delete(folder);
        assertThatThrownBy(() -> outbox.deliver(mail("lost")))
                .isInstanceOf(MailException.class)
                .hasMessageContaining(folder.toString());
    }

    private Outbox outbox() throws IOException {
        try (var key = Key.copyOf(new byte[32])) {
            return new Outbox(folder, key);
        }
    }

    private List<String> subjects() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(OutboxTest::read).map(Mail::subject).toList();
        }
    }

    private static Mail read(Path file) {
        try {
            return Mail.parse(Files.readString(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Mail mail(String subject) {
        return new Mail("no-reply@localhost", "Zoe", "zoe@example.org", subject, FakeClock.START, "text\n");
    }
}
