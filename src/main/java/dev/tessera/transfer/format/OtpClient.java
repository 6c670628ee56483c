package dev.tessera.transfer.format;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tessera.crypto.Key;
import dev.tessera.crypto.Passphrase;
import dev.tessera.crypto.Pbkdf2;
import dev.tessera.transfer.DamagedImportException;
import dev.tessera.transfer.Draft;
import dev.tessera.transfer.Fields;
import dev.tessera.transfer.Findings;
import dev.tessera.transfer.Import;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.ImportFile;
import dev.tessera.transfer.Kind;
import dev.tessera.transfer.Match;
import dev.tessera.transfer.SealedImporter;
import dev.tessera.transfer.SecretTexts;
import dev.tessera.transfer.Unsealing;
import dev.tessera.transfer.UnsupportedImportException;
import dev.tessera.transfer.UnusableEntryException;
import dev.tessera.transfer.WrongImportPassphraseException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Locale;

/// OTPClient: its database, version 3, 2 (a structure of C as it lies in memory) and 1 (without any mark).
final class OtpClient implements SealedImporter {
    private static final byte[] MARK = "OTPClient".getBytes(US_ASCII);
    private static final int TAG_LENGTH = 16;
    private static final int FIRST_HEADER_LENGTH = 48;
    private static final int FIRST_ITERATIONS = 100_000;

    /// Where the parts of a header stand.
    private record Layout(int version, int iv, int salt, int costs, int length, ByteOrder order) {}

    private static final Layout SECOND = new Layout(2, 16, 32, 64, 76, ByteOrder.LITTLE_ENDIAN);
    private static final Layout THIRD = new Layout(3, 13, 29, 61, 73, ByteOrder.BIG_ENDIAN);

    @Override
    public String id() {
        return "otpclient";
    }

    @Override
    public String name() {
        return "OTPClient";
    }

    @Override
    public Match match(ImportFile file) {
        if (file.startsWith(MARK)) {
            return Match.SURE;
        }
        boolean mayBeFirst =
                file.length() > FIRST_HEADER_LENGTH + TAG_LENGTH && file.text().isEmpty() && Randomness.isLikely(file);
        return mayBeFirst ? Match.POSSIBLE : Match.NO;
    }

    @Override
    public Import open(ImportFile file, Passphrase passphrase) throws ImportException {
        byte[] whole = passphrase.toUtf8();
        byte[] shorter = asOldVersions(whole);
        try {
            return open(file, whole.clone());
        } catch (WrongImportPassphraseException e) {
            if (shorter.length == whole.length) {
                throw e;
            }
            return open(file, shorter.clone());
        } finally {
            Arrays.fill(whole, (byte) 0);
            Arrays.fill(shorter, (byte) 0);
        }
    }

    /// Old versions took as many bytes of the passphrase as it has characters.
    private static byte[] asOldVersions(byte[] utf8) {
        int characters = 0;
        for (byte unit : utf8) {
            characters += (unit & 0xc0) == 0x80 ? 0 : 1;
        }
        return Arrays.copyOf(utf8, characters);
    }

    /// @param password taken over and wiped
    private Import open(ImportFile file, byte[] password) throws ImportException {
        if (!file.startsWith(MARK)) {
            byte[] head = file.bytes(0, FIRST_HEADER_LENGTH);
            byte[] salt = Arrays.copyOfRange(head, 16, FIRST_HEADER_LENGTH);
            var key = Unsealing.pbkdf2(Pbkdf2.Hash.SHA512, FIRST_ITERATIONS, password, salt);
            return opened(file, key, Arrays.copyOf(head, 16), head);
        }
        var layout = layout(file);
        byte[] head = file.bytes(0, layout.length);
        var costs = ByteBuffer.wrap(head, layout.costs, 3 * Integer.BYTES).order(layout.order);
        long iterations = costs.getInt();
        long[] cost = {costs.getInt(), iterations, costs.getInt()};
        byte[] salt = Arrays.copyOfRange(head, layout.salt, layout.salt + 32);
        var key = Unsealing.argon2id(cost, password, salt);
        return opened(file, key, Arrays.copyOfRange(head, layout.iv, layout.iv + 16), head);
    }

    private static Layout layout(ImportFile file) throws ImportException {
        if (file.length() < THIRD.length + TAG_LENGTH) {
            throw new DamagedImportException(
                    "The database ends within its header: it is cut off. Restore it from a backup.");
        }
        byte[] head = file.bytes(0, SECOND.length);
        int third = ByteBuffer.wrap(head).getInt(MARK.length);
        int second = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt(12);
        if (third == THIRD.version) {
            return THIRD;
        }
        if (second == SECOND.version) {
            return SECOND;
        }
        throw new UnsupportedImportException(
                "This database is from a version of OTPClient that Tessera does not know. In OTPClient, export it as"
                        + " Aegis or FreeOTP+ and import that.");
    }

    private Import opened(ImportFile file, Key key, byte[] iv, byte[] head) throws ImportException {
        byte[] box = file.bytes(head.length, file.length());
        try (key;
                var inner = ImportFile.of(Unsealing.gcm(key, iv, head, box))) {
            var findings = new Findings(id());
            for (JsonNode entry : inner.json().filter(JsonNode::isArray).orElseThrow(OtpClient::noList)) {
                findings.add(draft -> entry(draft, Fields.of(entry)));
            }
            return findings.toImport();
        }
    }

    private static DamagedImportException noList() {
        return new DamagedImportException("The passphrase is right, but there is no list of accounts in the database.");
    }

    private static void entry(Draft draft, Fields entry) throws UnusableEntryException {
        var issuer = entry.text("issuer");
        draft.issuer(issuer).accountName(entry.text("label")).tag(entry.text("group"));
        var kind = Kind.parse(entry.text("type"));
        boolean isSteam = kind == Kind.TOTP && issuer.toLowerCase(Locale.ROOT).equals("steam");
        draft.kind(isSteam ? Kind.STEAM : kind)
                .algorithm(entry.text("algo"))
                .digits(entry.number("digits"))
                .period(entry.number("period"))
                .counter(entry.number("counter"))
                .secret(SecretTexts.base32(entry.text("secret")));
    }
}
