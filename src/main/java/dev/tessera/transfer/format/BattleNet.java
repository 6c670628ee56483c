package dev.tessera.transfer.format;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.tessera.transfer.AndroidPreferences;
import dev.tessera.transfer.Draft;
import dev.tessera.transfer.Findings;
import dev.tessera.transfer.Import;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.ImportFile;
import dev.tessera.transfer.Importer;
import dev.tessera.transfer.Match;
import dev.tessera.transfer.SecretTexts;
import dev.tessera.transfer.UnusableEntryException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalLong;

/// Battle.net's authenticator: the settings of the app, where serial number and secret lie under a mask that is
/// the same in each.
final class BattleNet implements Importer {
    private static final String SERIAL = "AUTHENTICATOR_SERIAL";
    private static final String SECRET = "AUTHENTICATOR_DEVICE_SECRET";
    private static final String SEALING = "AUTHENTICATOR_CREDENTIALS_ENCRYPTION_TYPE";
    private static final byte[] MASK = HexFormat.of()
            .parseHex("398e27fc50276a656065b0e525f4c06c04c61075286b8e7aeda59da9813b5dd6c80d2fb38068773fa59ba47c17ca6c"
                    + "6479015c1d5b8b8f6b9a");

    @Override
    public String id() {
        return "battlenet";
    }

    @Override
    public String name() {
        return "Battle.net";
    }

    @Override
    public Match match(ImportFile file) {
        return Match.when(AndroidPreferences.isMeant(file, SERIAL, SECRET));
    }

    @Override
    public Import read(ImportFile file) throws ImportException {
        var settings = AndroidPreferences.read(file);
        var findings = new Findings(id());
        findings.add(draft -> account(draft, settings));
        return findings.toImport();
    }

    private static void account(Draft draft, AndroidPreferences settings) throws UnusableEntryException {
        draft.issuer("Battle.net").digits(OptionalLong.of(8));
        if (settings.findEnding(SEALING).filter(kind -> !kind.equals("MASK")).isPresent()) {
            throw new UnusableEntryException("secret is encrypted with a key that never leaves the phone");
        }
        var serial = settings.findEnding(SERIAL);
        if (serial.isPresent()) {
            draft.accountName(unmasked(serial.get(), "serial number"));
        }
        var secret = settings.findEnding(SECRET).orElseThrow(() -> new UnusableEntryException("secret is missing"));
        draft.secret(SecretTexts.hex(unmasked(secret, "secret")));
    }

    private static String unmasked(String hex, String what) throws UnusableEntryException {
        byte[] bytes = bytes(hex.strip(), what);
        try {
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] ^= MASK[i];
                if (bytes[i] < ' ' || bytes[i] > '~') {
                    throw new UnusableEntryException(what + " cannot be read with the mask that Battle.net uses");
                }
            }
            return new String(bytes, US_ASCII);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static byte[] bytes(String hex, String what) throws UnusableEntryException {
        if (hex.length() > 2 * MASK.length) {
            throw new UnusableEntryException(what + " is longer than the mask that Battle.net uses");
        }
        try {
            return HexFormat.of().parseHex(hex);
        } catch (IllegalArgumentException _) {
            throw new UnusableEntryException(what + " is not hexadecimal");
        }
    }
}
