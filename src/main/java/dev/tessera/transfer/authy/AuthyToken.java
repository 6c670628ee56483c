package dev.tessera.transfer.authy;

import dev.tessera.otp.Secret;
import dev.tessera.transfer.Draft;
import dev.tessera.transfer.Encoded;
import dev.tessera.transfer.Fields;
import dev.tessera.transfer.LabelParts;
import dev.tessera.transfer.SecretTexts;
import dev.tessera.transfer.UnusableEntryException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/// One account, by whichever names the app, the server or a script gives its parts.
final class AuthyToken {
    private static final String[] SEALED = {"encryptedSecret", "encrypted_seed", "encryptedSeed"};
    private static final String[] PLAIN = {"decryptedSecret", "decryptedSeed", "decrypted_seed", "secret"};

    /// Of Authy's own accounts.
    private static final String[] SEED = {"secretSeed", "secret_seed"};

    private static final long USUAL_ITERATIONS = 1000;
    private static final long MAX_ITERATIONS = 10_000_000;
    private static final Set<String> NO_SERVICE = Set.of("", "authenticator", "authy", "other", "unknown");

    private final Fields fields;

    AuthyToken(Fields fields) {
        this.fields = fields;
    }

    /// Whether an element of a list is such an account: other programs have a `secret`, too.
    static boolean isMeant(Fields element) {
        return element.hasAll("secret", "uri")
                || Stream.of("encryptedSecret", "encrypted_seed", "decryptedSecret", "decryptedSeed", "secretSeed")
                        .anyMatch(element::has);
    }

    boolean isSealed() {
        return find(SEALED).isPresent()
                && find(PLAIN).isEmpty()
                && find(SEED).isEmpty()
                && fields.find("uri").isEmpty();
    }

    boolean isAuthysOwn() {
        return find(SEED).isPresent();
    }

    /// How often the passphrase is hashed; nothing where the number is out of all bounds.
    OptionalLong iterations() {
        try {
            long number = fields.number("key_derivation_iterations")
                    .orElse(fields.number("keyDerivationIterations").orElse(USUAL_ITERATIONS));
            return number >= 1 && number <= MAX_ITERATIONS ? OptionalLong.of(number) : OptionalLong.empty();
        } catch (UnusableEntryException _) {
            return OptionalLong.empty(); // Told when the account is read.
        }
    }

    /// The text whose bytes are the salt.
    String salt() throws UnusableEntryException {
        return fields.find("salt").orElseThrow(() -> new UnusableEntryException("salt is missing"));
    }

    /// Zeros, unless there is one.
    byte[] iv() throws UnusableEntryException {
        var hex = find("unique_iv", "uniqueIv");
        try {
            byte[] iv = hex.isPresent() ? HexFormat.of().parseHex(hex.get()) : new byte[16];
            if (iv.length != 16) {
                throw new UnusableEntryException("unique_iv has " + iv.length + " bytes; it must have 16");
            }
            return iv;
        } catch (IllegalArgumentException _) {
            throw new UnusableEntryException("unique_iv is not hexadecimal");
        }
    }

    byte[] box() throws UnusableEntryException {
        return find(SEALED)
                .flatMap(Encoded::base64)
                .orElseThrow(() -> new UnusableEntryException("the encrypted secret is not Base64"));
    }

    /// Where a secret comes from: one that is sealed may need what only the reading of its entry may ask for.
    @FunctionalInterface
    interface SecretSource {
        Secret get() throws UnusableEntryException;
    }

    SecretSource plainSecret() {
        return () -> {
            var seed = find(SEED);
            return seed.isPresent()
                    ? SecretTexts.hex(seed.get())
                    : SecretTexts.base32(
                            find(PLAIN).orElseThrow(() -> new UnusableEntryException("secret is missing")));
        };
    }

    /// Reads all of it; its link wins, if a script made one.
    void read(Draft draft, SecretSource secret) throws UnusableEntryException {
        names(draft);
        var link = fields.find("uri").filter(uri -> uri.contains("://"));
        if (link.isPresent()) {
            draft.link(link.get());
            return;
        }
        boolean own = isAuthysOwn();
        var digits = fields.number("digits");
        draft.digits(digits.isEmpty() && own ? OptionalLong.of(7) : digits);
        draft.period(own ? OptionalLong.of(10) : fields.number("period"));
        draft.secret(secret.get());
    }

    /// The name under which the account was added, for it tells issuer and account apart; else the one that is shown.
    private void names(Draft draft) {
        var original = find("originalName", "original_name").orElse("");
        var shown = fields.text("name");
        var service = serviceOf(shown)
                .or(() -> Optional.of(find("accountType", "account_type").orElse(""))
                        .filter(type -> !NO_SERVICE.contains(type.toLowerCase(Locale.ROOT)))
                        .map(AuthyToken::capitalised));
        var issuer = find("originalIssuer", "original_issuer", "issuer").orElse("");
        boolean saysMore = !original.isEmpty() && !original.equalsIgnoreCase(issuer);
        var parts = LabelParts.of(saysMore || shown.isEmpty() ? original : shown, issuer);
        if (parts.issuer().isEmpty() && service.isPresent()) {
            parts = new LabelParts(service.get(), parts.accountName());
        }
        draft.issuer(parts.issuer()).accountName(withoutService(parts));
    }

    /// `Service` of `Service: account` and of `Service - account`.
    private static Optional<String> serviceOf(String shown) {
        int dash = shown.indexOf(" - ");
        int colon = shown.indexOf(": ");
        int end = colon >= 0 ? colon : dash;
        return end > 0 ? Optional.of(shown.substring(0, end).strip()) : Optional.empty();
    }

    private static String withoutService(LabelParts parts) {
        var lead = parts.issuer() + " - ";
        var name = parts.accountName();
        return !parts.issuer().isEmpty() && name.regionMatches(true, 0, lead, 0, lead.length())
                ? name.substring(lead.length())
                : name;
    }

    private static String capitalised(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private Optional<String> find(String... names) {
        return Stream.of(names).flatMap(name -> fields.find(name).stream()).findFirst();
    }
}
