package dev.tessera.otpauth;

import dev.tessera.otp.Credential;
import dev.tessera.otp.HmacAlgorithm;
import dev.tessera.otp.OtpParameters;
import dev.tessera.otp.Secret;
import java.util.Optional;

/// Reads a link to one account, to the letter or not at all.
final class LinkReader {
    private static final int STEAM_SIGNS = 5;

    private final RawLink link;
    private final Notes notes = new Notes();
    private final Parameters parameters;

    private LinkReader(RawLink link) throws OtpauthException {
        this.link = link;
        this.parameters = Parameters.parse(link.query(), notes);
    }

    /// Whether `text` is meant as such a link, however well it is made. Links that steer the Steam program
    /// (`steam://run/440`) have a path and are not.
    static boolean isAccountLink(String text) {
        return startsWith(text, "otpauth:")
                || startsWith(text, "apple-otpauth:")
                || startsWith(text, "motp:")
                || (startsWith(text, "steam://") && text.indexOf('/', "steam://".length()) < 0);
    }

    static ReadLink read(String text) throws OtpauthException {
        if (text.length() > PastedText.MAX_LENGTH) {
            throw new OtpauthException(
                    "the text has " + text.length() + " characters; at most " + PastedText.MAX_LENGTH + " are read");
        }
        return new LinkReader(RawLink.of(PastedText.unwrap(text))).read();
    }

    static Optional<String> labelOf(String text) {
        try {
            var link = RawLink.of(PastedText.unwrap(text));
            boolean isNamed = link.scheme().endsWith("otpauth") && !link.query().isEmpty();
            var label = isNamed ? Names.clean(PercentText.decode(link.label()), _ -> {}) : "";
            return Optional.of(label).filter(name -> !name.isEmpty());
        } catch (OtpauthException _) {
            return Optional.empty(); // No link at all, and so without a label.
        }
    }

    private ReadLink read() throws OtpauthException {
        return switch (link.scheme()) {
            case "otpauth", "apple-otpauth" -> otpauth();
            case "motp" -> motp();
            case "steam" -> bareSteam();
            default -> throw new OtpauthException("the link does not begin with otpauth://");
        };
    }

    private ReadLink otpauth() throws OtpauthException {
        return switch (link.type()) {
            case "totp" -> isSteam() ? steam(names(link.label())) : account(totp());
            case "hotp" -> account(hotp());
            case "steam" -> steam(orNamed(names(link.label()), "Steam"));
            case "yaotp", "yandex" -> yandex(orNamed(names(link.label()), "Yandex"));
            default -> throw new OtpauthException("the type is not known; it must be totp, hotp, steam or yaotp");
        };
    }

    private OtpauthUri account(OtpParameters kind) throws OtpauthException {
        return done(names(link.label()), SecretText.fromBase32(parameters), kind);
    }

    private OtpParameters totp() throws OtpauthException {
        var algorithm = Algorithms.read(parameters, notes);
        return new OtpParameters.Totp(algorithm, digits(), (int) NumberParameter.PERIOD.read(parameters, notes));
    }

    private OtpParameters hotp() throws OtpauthException {
        if (parameters.find("encoder").isPresent()) {
            throw new OtpauthException("encoder can be used with totp only");
        }
        if (!parameters.isNamed("counter")) {
            notes.repaired("The link states no counter; it starts at 0.");
        }
        long counter = NumberParameter.COUNTER.read(parameters, notes);
        return new OtpParameters.Hotp(Algorithms.read(parameters, notes), digits(), counter);
    }

    private int digits() throws OtpauthException {
        int digits = (int) NumberParameter.DIGITS.read(parameters, notes);
        if (digits < 6) {
            notes.warn("Codes of " + digits + " digits are easy to guess; 6 digits are usual.");
        }
        return digits;
    }

    /// Steam's links are often written as `totp`: told by the encoder, or by the name and five signs.
    private boolean isSteam() throws OtpauthException {
        var encoder = parameters.find("encoder");
        if (encoder.isPresent()) {
            if (!encoder.get().equalsIgnoreCase("steam")) {
                throw new OtpauthException("encoder is not known; it must be steam");
            }
            return true;
        }
        return parameters.find("digits").filter("5"::equals).isPresent()
                && names(link.label()).issuer().equalsIgnoreCase("Steam");
    }

    private OtpauthUri steam(Label names) throws OtpauthException {
        requireOfSteam("digits", parameters.find("digits").map("5"::equals).orElse(true), STEAM_SIGNS + " characters");
        requireOfSteam("period", parameters.find("period").map("30"::equals).orElse(true), "30 seconds");
        requireOfSteam("algorithm", Algorithms.read(parameters, notes) == HmacAlgorithm.SHA1, "SHA1");
        return done(names, SecretText.fromBase32(parameters), new OtpParameters.Steam());
    }

    private static void requireOfSteam(String parameter, boolean fits, String only) throws OtpauthException {
        if (!fits) {
            throw new OtpauthException(parameter + " does not suit Steam; for Steam it must be " + only);
        }
    }

    /// `steam://SECRET`, without any name.
    private OtpauthUri bareSteam() throws OtpauthException {
        String secret = PercentText.decode(link.head());
        if (secret.isBlank()) {
            throw new OtpauthException("secret is missing");
        }
        return done(new Label("Steam", ""), SecretText.fromBase32(secret), new OtpParameters.Steam());
    }

    private ReadLink yandex(Label names) throws OtpauthException {
        var secret = SecretText.fromBase32(parameters);
        try {
            OtpParameters.Yandex.requireSecret(secret);
        } catch (IllegalArgumentException e) {
            throw new OtpauthException(String.valueOf(e.getMessage()));
        }
        int pinLength = (int) NumberParameter.PIN_LENGTH.read(parameters, notes);
        return withPin(new PinlessUri(PinlessUri.Kind.YANDEX, names, secret, pinLength, notes));
    }

    private ReadLink motp() throws OtpauthException {
        var secret = SecretText.fromHex(parameters);
        return withPin(new PinlessUri(PinlessUri.Kind.MOTP, names(link.head()), secret, 0, notes));
    }

    private ReadLink withPin(PinlessUri pinless) throws OtpauthException {
        var pin = parameters.find("pin");
        return pin.isPresent() ? pinless.withPinParameter(pin.get()) : pinless;
    }

    private Label names(String rawLabel) {
        var label = Label.parse(rawLabel, notes);
        var issuer = parameters.findIssuer(label.issuer()).map(name -> Names.clean(name, notes::repaired));
        return label.withIssuerParameter(issuer, notes);
    }

    /// The kinds that one company alone uses name the issuer by themselves.
    private Label orNamed(Label names, String owner) {
        if (!names.issuer().isEmpty()) {
            return names;
        }
        notes.repaired("The link names no issuer; its type belongs to " + owner + ".");
        return new Label(owner, names.accountName());
    }

    private OtpauthUri done(Label names, Secret secret, OtpParameters kind) {
        SecretText.warnIfShort(secret, notes);
        return notes.uriOf(names, new Credential(secret, kind));
    }

    private static boolean startsWith(String text, String prefix) {
        return text.regionMatches(true, 0, prefix, 0, prefix.length());
    }
}
