package dev.tessera.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class MailTest {
    private final Mail mail = new Mail(
            "no-reply@login.example.org",
            "Zoë <x>\r\nBcc: y@example.org",
            "zoe@example.org",
            "Grüße\r\n",
            Instant.parse("2026-11-05T04:03:02Z"),
            "one\n\ntwo\n");

    @Test
    void itReadsBackWhatItWrote() {
        assertThat(Mail.parse(mail.format())).isEqualTo(mail);
    }

    @Test
    void nothingInANameOrSubjectBeginsAHeader() {
        var head = mail.format().split("\r\n\r\n", 2)[0].replace("\r\n ", " ");
        assertThat(head.split("\r\n")).hasSize(7).allMatch(line -> line.matches("[A-Z][A-Za-z-]+: [ -~]+"));
        assertThat(head).doesNotContain("Bcc").contains("Date: Thu, 5 Nov 2026 04:03:02 GMT");
    }

    @Test
    void aLongNameOrSubjectIsManyEncodedWordsInShortLines() {
        var longest = new Mail(
                mail.from(), "𝔷öé".repeat(33), "zoe@example.org", "Überraschung ".repeat(8), mail.sentAt(), "text\n");
        var head = longest.format().split("\r\n\r\n", 2)[0];
        assertThat(head.split("\r\n")).hasSizeGreaterThan(12).allMatch(line -> line.length() <= 76);
        assertThat(head.split("[ \r\n]+"))
                .filteredOn(word -> word.startsWith("=?"))
                .allMatch(word -> word.length() <= 75);
        assertThat(Mail.parse(longest.format())).isEqualTo(longest);
    }

    @Test
    void itHidesItsText() {
        assertThat(mail.toString()).isEqualTo("Mail[to zoe@example.org]");
    }
}
