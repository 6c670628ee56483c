package dev.tessera.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.stream.Collectors;

/// An e-mail in the form of RFC 5322, plain text in UTF-8.
///
/// @param from the sender's address
/// @param toName of the receiver
/// @param toAddress of the receiver
/// @param text lines ended by `\n`
record Mail(String from, String toName, String toAddress, String subject, Instant sentAt, String text) {
    private static final String WORD_START = "=?UTF-8?B?";
    private static final String WORD_END = "?=";
    /// Bytes in one encoded word: with the longest header's name before it a line keeps to RFC 2047's 76 characters.
    private static final int WORD_BYTES = 39;

    private static final String FOLD = "\r\n ";

    /// The message. Names and subject are encoded words (RFC 2047), so nothing in them can begin a header of its own.
    String format() {
        return String.join(
                        "\r\n",
                        "From: " + words("Tessera demonstration") + FOLD + "<" + from + ">",
                        "To: " + words(toName) + FOLD + "<" + toAddress + ">",
                        "Subject: " + words(subject),
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
        for (String line : message.substring(0, end).replace(FOLD, " ").split("\r\n")) {
            int colon = line.indexOf(": ");
            headers.put(line.substring(0, colon), line.substring(colon + 2));
        }
        var from = headers.getOrDefault("From", "");
        var to = headers.getOrDefault("To", "");
        int address = to.lastIndexOf(" <");
        return new Mail(
                from.substring(from.lastIndexOf('<') + 1, from.length() - 1),
                unwords(to.substring(0, address)),
                to.substring(address + 2, to.length() - 1),
                unwords(headers.getOrDefault("Subject", "")),
                Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(headers.getOrDefault("Date", ""))),
                message.substring(end + 4).replace("\r\n", "\n"));
    }

    /// Hides the text: it holds a one-time link.
    @Override
    public String toString() {
        return "Mail[to " + toAddress + "]";
    }

    /// As many encoded words as the text takes, each of whole characters.
    private static String words(String text) {
        var words = new ArrayList<String>();
        var part = new StringBuilder();
        for (int c : text.codePoints().toArray()) {
            if ((part + Character.toString(c)).getBytes(UTF_8).length > WORD_BYTES) {
                words.add(word(part.toString()));
                part.setLength(0);
            }
            part.appendCodePoint(c);
        }
        words.add(word(part.toString()));
        return String.join(FOLD, words);
    }

    private static String word(String text) {
        return WORD_START + Base64.getEncoder().encodeToString(text.getBytes(UTF_8)) + WORD_END;
    }

    private static String unwords(String words) {
        return Arrays.stream(words.split(" ")).map(Mail::unword).collect(Collectors.joining());
    }

    private static String unword(String word) {
        var base64 = word.substring(WORD_START.length(), word.length() - WORD_END.length());
        return new String(Base64.getDecoder().decode(base64), UTF_8);
    }
}
