package dev.tessera.otpauth;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tessera.otp.Base32;
import dev.tessera.otp.Credential;
import dev.tessera.otp.NotBase32Exception;
import dev.tessera.otp.Secret;
import java.util.List;
import java.util.OptionalInt;

/// A link to an account whose codes need a PIN that the link does not hold. There is no code before the
/// person has typed it: [#withPin(char[])] makes the account.
public final class PinlessUri implements ReadLink {

    /// The kinds of codes that need a PIN.
    public enum Kind {
        YANDEX("Yandex"),
        MOTP("mOTP");

        private final String shownName;

        Kind(String shownName) {
            this.shownName = shownName;
        }

        /// As people know it: `Yandex`, `mOTP`.
        public String shownName() {
            return shownName;
        }
    }

    private final Kind kind;
    private final Label names;
    private final Secret secret;
    private final int pinLength;
    private final Notes notes;

    /// @param pinLength 0 when the link does not tell
    PinlessUri(Kind kind, Label names, Secret secret, int pinLength, Notes notes) {
        this.kind = kind;
        this.names = names;
        this.secret = secret;
        this.pinLength = pinLength;
        this.notes = notes;
    }

    public Kind kind() {
        return kind;
    }

    /// Who asks for the codes; empty when unknown.
    public String issuer() {
        return names.issuer();
    }

    /// The account there; empty when unknown.
    public String accountName() {
        return names.accountName();
    }

    /// How many digits the PIN has, where the link tells.
    public OptionalInt pinLength() {
        return pinLength == 0 ? OptionalInt.empty() : OptionalInt.of(pinLength);
    }

    /// As [OtpauthUri#repairs()].
    public List<String> repairs() {
        return notes.repairs();
    }

    /// The account with this PIN. Whether it is the right one shows only at the site.
    ///
    /// @param pin not kept; the caller wipes it
    /// @throws OtpauthException if it cannot be a PIN of this kind
    public OtpauthUri withPin(char[] pin) throws OtpauthException {
        Pins.require(kind, pin);
        if (pinLength != 0 && pin.length != pinLength) {
            throw new OtpauthException("pin has " + pin.length + " digits; the link says it has " + pinLength);
        }
        return notes.uriOf(names, new Credential(secret, Pins.parameters(kind, pin)));
    }

    /// A PIN out of a link: mOTP writes it as it is; Yandex's is digits, as they are or in Base32. No Base32
    /// of digits is made of digits alone, so that the two cannot be mixed up.
    OtpauthUri withPinParameter(String value) throws OtpauthException {
        return withPin(
                (kind == Kind.MOTP || Pins.isDigits(value.toCharArray()) ? value : fromBase32(value)).toCharArray());
    }

    private static String fromBase32(String value) throws OtpauthException {
        try {
            return new String(Base32.decodeTyped(value), UTF_8);
        } catch (NotBase32Exception _) {
            throw new OtpauthException("pin is neither digits nor Base32-encoded digits");
        }
    }

    @Override
    public String toString() {
        return "PinlessUri[" + kind.shownName + ", hidden]";
    }
}
