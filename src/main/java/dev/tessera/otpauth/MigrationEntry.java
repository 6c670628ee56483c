package dev.tessera.otpauth;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tessera.otp.Credential;
import dev.tessera.otp.HmacAlgorithm;
import dev.tessera.otp.OtpParameters;
import dev.tessera.otp.Secret;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// One account of a migration export as it stands there, before its numbers are understood.
final class MigrationEntry implements AutoCloseable {
    static final int SECRET = 1;
    static final int NAME = 2;
    static final int ISSUER = 3;
    static final int ALGORITHM = 4;
    static final int DIGITS = 5;
    static final int TYPE = 6;
    static final int COUNTER = 7;
    static final int PERIOD_SECONDS = 30;

    private byte[] secret = {};
    private String name = "";
    private String issuer = "";
    private long algorithm;
    private long digits;
    private long type;
    private long counter;
    private final Notes notes = new Notes();
    private final List<String> unnamed = new ArrayList<>();

    private MigrationEntry() {}

    static MigrationEntry read(ByteBuffer message) throws OtpauthException {
        var entry = new MigrationEntry();
        var reader = new ProtobufReader(message);
        while (reader.hasNext()) {
            entry.take(reader.next());
        }
        return entry;
    }

    private void take(ProtobufReader.Field field) throws OtpauthException {
        switch (field.number()) {
            case SECRET -> secret = field.asBytes();
            case NAME -> name = Names.clean(new String(field.asBytes(), UTF_8), notes::repaired);
            case ISSUER -> issuer = Names.clean(new String(field.asBytes(), UTF_8), notes::repaired);
            case ALGORITHM -> algorithm = field.asNumber();
            case DIGITS -> digits = field.asNumber();
            case TYPE -> type = field.asNumber();
            case COUNTER -> counter = field.asNumber();
            default -> {} // the unique id, and what later versions add
        }
    }

    /// How a person finds the account: `issuer (name)`, or what there is of it.
    String label() {
        if (issuer.isEmpty() || name.isEmpty()) {
            return issuer.isEmpty() && name.isEmpty() ? "an account without a name" : issuer + name;
        }
        return issuer + " (" + name + ")";
    }

    OtpauthUri toUri() throws OtpauthException {
        if (secret.length == 0 || secret.length > Secret.MAX_LENGTH) {
            throw new OtpauthException(
                    "secret has " + secret.length + " bytes; it must have 1 to " + Secret.MAX_LENGTH);
        }
        var parameters = parameters();
        sayWhatWasUnnamed();
        var credential = new Credential(Secret.copyOf(secret), parameters);
        SecretText.warnIfShort(credential.secret(), notes);
        return notes.uriOf(names(), credential);
    }

    private OtpParameters parameters() throws OtpauthException {
        var hash = hash();
        int signs = signs();
        return switch (Math.clamp(type, -1, 3)) {
            case 0 -> {
                unnamed.add("time-based codes");
                yield new OtpParameters.Totp(hash, signs, PERIOD_SECONDS);
            }
            case 1 -> new OtpParameters.Hotp(hash, signs, counter());
            case 2 -> new OtpParameters.Totp(hash, signs, PERIOD_SECONDS);
            default -> throw new OtpauthException("type is number " + type + ", which is not known");
        };
    }

    private HmacAlgorithm hash() throws OtpauthException {
        return switch (Math.clamp(algorithm, -1, 5)) {
            case 0 -> {
                unnamed.add("SHA1");
                yield HmacAlgorithm.SHA1;
            }
            case 1 -> HmacAlgorithm.SHA1;
            case 2 -> HmacAlgorithm.SHA256;
            case 3 -> HmacAlgorithm.SHA512;
            case 4 ->
                throw new OtpauthException("algorithm is MD5, which no site that follows the standard uses; "
                        + "set up the account again on its site");
            default -> throw new OtpauthException("algorithm is number " + algorithm + ", which is not known");
        };
    }

    private int signs() throws OtpauthException {
        return switch (Math.clamp(digits, -1, 3)) {
            case 0 -> {
                unnamed.add("6 digits");
                yield 6;
            }
            case 1 -> 6;
            case 2 -> 8;
            default -> throw new OtpauthException("digits is number " + digits + ", which is not known");
        };
    }

    private long counter() throws OtpauthException {
        if (counter < 0) {
            throw new OtpauthException("counter is " + counter + "; it must be 0 or more");
        }
        return counter;
    }

    private void sayWhatWasUnnamed() {
        if (!unnamed.isEmpty()) {
            notes.repaired("The export does not state some values; the defaults were used: "
                    + String.join(", ", unnamed) + ".");
        }
    }

    /// The name often comes as `issuer:account`.
    private Label names() {
        int colon = name.indexOf(':');
        if (issuer.isEmpty() && colon > 0) {
            return new Label(
                    name.substring(0, colon).strip(), name.substring(colon + 1).strip());
        }
        boolean repeats = !issuer.isEmpty() && name.startsWith(issuer + ":");
        return new Label(issuer, repeats ? name.substring(issuer.length() + 1).strip() : name);
    }

    @Override
    public void close() {
        Arrays.fill(secret, (byte) 0);
    }
}
