package dev.tessera.vault.file;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tessera.otp.Credential;
import dev.tessera.otp.HmacAlgorithm;
import dev.tessera.otp.OtpParameters;
import dev.tessera.otp.OtpParameters.Hotp;
import dev.tessera.otp.OtpParameters.Motp;
import dev.tessera.otp.OtpParameters.Steam;
import dev.tessera.otp.OtpParameters.Totp;
import dev.tessera.otp.OtpParameters.Yandex;
import dev.tessera.otp.Secret;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A credential as JSON; secret and PIN are `byte[]`, which Jackson takes from and gives to Base64
/// without making a `String` that nobody could wipe. See docs/vault-format.md, "Kinds".
@SuppressWarnings("ArrayRecordComponent") // a form to be wiped, never compared
record OtpJson(
        @JsonProperty(required = true) String kind,
        @JsonProperty(required = true) byte[] secret,
        @JsonSetter(nulls = Nulls.SET) @Nullable String algorithm,
        @JsonSetter(nulls = Nulls.SET) @Nullable Integer digits,
        @JsonSetter(nulls = Nulls.SET) @Nullable Integer period,
        @JsonSetter(nulls = Nulls.SET) @Nullable Long counter,
        @JsonSetter(nulls = Nulls.SET) byte @Nullable [] pin,
        @RestOfFields Map<String, JsonNode> unknown) {

    static OtpJson of(Credential credential, UnknownFields at) {
        byte[] secret = credential.secret().toByteArray();
        var unknown = at.here();
        return switch (credential.parameters()) {
            case Totp totp ->
                new OtpJson("totp", secret, totp.algorithm().name(), totp.digits(), totp.period(), null, null, unknown);
            case Hotp hotp ->
                new OtpJson(
                        "hotp", secret, hotp.algorithm().name(), hotp.digits(), null, hotp.counter(), null, unknown);
            case Steam _ -> new OtpJson("steam", secret, null, null, null, null, null, unknown);
            case Motp motp ->
                new OtpJson("motp", secret, null, null, null, null, motp.pin().toByteArray(), unknown);
            case Yandex yandex ->
                new OtpJson(
                        "yandex", secret, null, null, null, null, yandex.pin().toByteArray(), unknown);
        };
    }

    /// @throws UnknownKindException if a later release brought the kind
    /// @throws IllegalArgumentException if a value is missing or out of its range
    Credential toCredential(UnknownFields at) {
        at.keep(unknown);
        var credential = new Credential(Secret.copyOf(secret), parameters());
        requireFieldsOf(credential, at);
        return credential;
    }

    /// A field of another kind would be lost at the next save: such an entry is set aside whole.
    private void requireFieldsOf(Credential credential, UnknownFields at) {
        var exact = of(credential, at);
        exact.wipe();
        if (!present().equals(exact.present())) {
            throw new IllegalArgumentException("a field belongs to another kind of code");
        }
    }

    /// Which of the fields that vary with the kind are there.
    private List<Boolean> present() {
        return Stream.of(algorithm, digits, period, counter, pin)
                .map(Objects::nonNull)
                .toList();
    }

    /// Wipes secret and PIN, and so does the writer once they are written.
    void wipe() {
        Arrays.fill(secret, (byte) 0);
        if (pin != null) {
            Arrays.fill(pin, (byte) 0);
        }
    }

    private OtpParameters parameters() {
        return switch (kind) {
            case "totp" -> new Totp(hash(), need(digits, "digits"), need(period, "period"));
            case "hotp" -> new Hotp(hash(), need(digits, "digits"), need(counter, "counter"));
            case "steam" -> new Steam();
            case "motp" -> new Motp(Secret.copyOf(need(pin, "pin")));
            case "yandex" -> new Yandex(Secret.copyOf(need(pin, "pin")));
            default -> throw new UnknownKindException();
        };
    }

    private HmacAlgorithm hash() {
        return HmacAlgorithm.valueOf(need(algorithm, "algorithm"));
    }

    private static <T> T need(@Nullable T value, String name) {
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }
}
