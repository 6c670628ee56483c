package dev.tessera.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;

/// An e-mail in the form of RFC 5322, plain text in UTF-8.
///
/// @param from the sender's address
/// @param toName of the receiver
/// @param toAddress of the receiver
/// @param text lines ended by `\n`
record Mail(String from, String toName, String toAddress, String subject, Instant sentAt, String text) {
    private static final String WORD_START = "=?UTF-8?B?";
    private static final String WORD_END = "?=";

    /// The message. Names and subject are encoded words (RFC 2047), so nothing in them can begin a header of its own.
    String format() {
        return String.join(
                        "\r\n",
                        "From: " + word("Tessera demonstration") + " <" + from + ">",
                        "To: " + word(toName) + " <" + toAddress + ">",
                        "Subject: " + word(subject),
                        "Date: " + DateTimeFormatter.RFC_1123_DATE_TIME.format(sentAt.atOffset(ZoneOffset.UTC)),
                        "MIME-Version: 1.0",
                        "Content-Type: text/plain; charset=utf-8",
                        "Content-Transfer-Encoding: 8bit",
                        "",
                        "")
                + text.replace("\n", "\r\n");
    }

    /// Reads back what [#format()] wrote.
    static Mail parse(String message) {
        int end = message.indexOf("\r\n\r\n");
        var headers = new HashMap<String, String>();
        for (String line : message.substring(0, end).split("\r\n")) {
            int colon = line.indexOf(": ");
            headers.put(line.substring(0, colon), line.substring(colon + 2));
        }
        var from = headers.getOrDefault("From", "");
        var to = headers.getOrDefault("To", "");
        int address = to.lastIndexOf(" <");
        return new Mail(
                from.substring(from.lastIndexOf('<') + 1, from.length() - 1),
                unword(to.substring(0, address)),
                to.substring(address + 2, to.length() - 1),
                unword(headers.getOrDefault("Subject", "")),
                Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(headers.getOrDefault("Date", ""))),
                message.substring(end + 4).replace("\r\n", "\n"));
    }

    /// Hides the text: it holds a one-time link.
    @Override
    public String toString() {
        return "Mail[to " + toAddress + "]";
    }

    private static String word(String text) {
        return WORD_START + Base64.getEncoder().encodeToString(text.getBytes(UTF_8)) + WORD_END;
    }

    private static String unword(String word) {
        var base64 = word.substring(WORD_START.length(), word.length() - WORD_END.length());
        return new String(Base64.getDecoder().decode(base64), UTF_8);
    }
}
