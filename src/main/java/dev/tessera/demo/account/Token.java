package dev.tessera.demo.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/// 256 random bits that stand in a cookie or a one-time link. The database sees their hash alone.
public final class Token {
    private static final int BYTES = 32;
    private static final int SIGNS = 43;

    private final String text;

    private Token(String text) {
        this.text = text;
    }

    /// A new one.
    public static Token random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /// Reads what a browser sent; empty unless it has the form of a token.
    public static Optional<Token> parse(String text) {
        boolean formed = text.length() == SIGNS && text.chars().allMatch(Token::isBase64Url);
        return formed ? Optional.of(new Token(text)) : Optional.empty();
    }

    /// The text for the cookie or the link: a secret.
    public String text() {
        return text;
    }

    /// The SHA-256 as hexadecimal digits. No salt is needed: there is nothing to guess in 256 random bits.
    String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("SHA-256 is part of every JDK", e);
        }
    }

    @Override
    public String toString() {
        return "Token[hidden]";
    }

    private static boolean isBase64Url(int c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    }
}
