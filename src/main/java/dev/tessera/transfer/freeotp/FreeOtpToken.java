package dev.tessera.transfer.freeotp;

import dev.tessera.transfer.Draft;
import dev.tessera.transfer.Encoded;
import dev.tessera.transfer.Fields;
import dev.tessera.transfer.Kind;
import dev.tessera.transfer.SecretTexts;
import dev.tessera.transfer.UnusableEntryException;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// The JSON of one token, the same in all of them.
final class FreeOtpToken {
    private static final String STEAM = "Steam";

    private FreeOtpToken() {}

    /// All but the secret. What the person has changed wins over what the link said.
    static Draft names(Draft draft, Fields token) throws UnusableEntryException {
        draft.issuer(first(token, "issuerAlt", "issuerExt", "issuerInt"))
                .accountName(first(token, "labelAlt", "label"));
        return draft.kind(Kind.parse(token.text("type")))
                .algorithm(token.text("algo"))
                .digits(token.number("digits"))
                .period(token.number("period"))
                .counter(counter(token));
    }

    /// All of a token that holds its secret. FreeOTP+ shows Steam's codes for that issuer, whatever the digits say.
    static void whole(Draft draft, Fields token) throws UnusableEntryException {
        names(draft, token);
        if (Kind.parse(token.text("type")) == Kind.TOTP && isOfSteam(token)) {
            draft.kind(Kind.STEAM);
        }
        var secret = token.node("secret");
        if (!secret.isArray() && !secret.isNull() && !secret.isMissingNode()) {
            throw new UnusableEntryException("secret is not a sequence of bytes");
        }
        draft.secret(SecretTexts.take(secret.isArray() ? bytes(token) : new byte[0]));
    }

    private static byte[] bytes(Fields token) throws UnusableEntryException {
        return Encoded.numbers(token.node("secret"))
                .orElseThrow(() -> new UnusableEntryException("secret is not a sequence of bytes"));
    }

    /// The stored number is the factor of the next code. Some versions count one back from the first.
    private static OptionalLong counter(Fields token) throws UnusableEntryException {
        var counter = token.number("counter");
        return counter.isPresent() ? OptionalLong.of(Math.max(0, counter.getAsLong())) : counter;
    }

    private static boolean isOfSteam(Fields token) {
        return Stream.of("issuerExt", "issuerInt")
                .anyMatch(name -> token.text(name).equals(STEAM));
    }

    private static String first(Fields token, String... names) {
        return Stream.of(names)
                .map(token::text)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }
}
