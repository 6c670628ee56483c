package dev.tessera.desktop.heap;

import dev.tessera.crypto.Passphrase;
import dev.tessera.otp.Account;
import dev.tessera.otp.Base32;
import dev.tessera.otp.Code;
import dev.tessera.otp.Credential;
import dev.tessera.otp.HmacAlgorithm;
import dev.tessera.otp.OtpParameters;
import dev.tessera.otp.Secret;
import dev.tessera.otpauth.OtpauthUri;
import dev.tessera.scan.QrEncoder;
import dev.tessera.session.VaultSession;
import dev.tessera.vault.Entry;
import dev.tessera.vault.Tag;
import dev.tessera.vault.file.KdfCost;
import dev.tessera.vault.file.VaultKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/// A vault, and all that somebody will type, copy and scan, of random words and secrets that stand nowhere else.
final class Planted {
    private static final int SECRET_BYTES = 20;
    private static final int SIDE_SCANNED = 4;
    private static final int SIDE_SHOWN = 5;
    private static final Duration STEP = Duration.ofSeconds(30);

    private final SecureRandom random = new SecureRandom();
    private final Path folder;
    private final String passphrase = Stream.generate(() -> word(6)).limit(4).collect(Collectors.joining(" "));
    private final String note = "Note " + word(12);
    private final String moreNote = word(12);
    private final String tag = "Tag " + word(12);
    private final Planting shown = plant("A", 8);
    private final Planting tagged = plant("B", 8);
    private final Planting binned = plant("C", 8);
    private final Planting onScreen = plant("D", 8);
    private final Planting linked = plant("E", 8);
    private final Planting typed = plant("f", 6);
    private final byte[] kept = bytes();
    private final String keptWord = word(6);
    private final byte[] dropped = bytes();
    private final byte[] vaultKey;

    Planted(Path folder) throws IOException {
        this.folder = folder;
        Path vault = folder.resolve("vault.tessera");
        createVault(vault);
        vaultKey = VaultKeys.of(vault, passphrase);
        ImageIO.write(
                QrEncoder.image(onScreen.link(), SIDE_SCANNED),
                "png",
                folder.resolve("screen.png").toFile());
        write("passphrase", passphrase);
        write("search", shown.issuer().substring(0, 5).toLowerCase(Locale.ROOT));
        write("more-note", moreNote);
        write("link", linked.link());
        write("typed-secret", Base32.encode(typed.secret()).toLowerCase(Locale.ROOT));
        write("typed-issuer", typed.issuer());
        write("typed-name", typed.name());
        Files.write(folder.resolve("kept"), kept);
        write("kept-word", keptWord);
        Files.write(folder.resolve("dropped"), dropped);
    }

    /// An account before it is one.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Planting(String issuer, String name, byte[] secret, int digits) {
        Account account() {
            return new Account(issuer, name, credential());
        }

        Credential credential() {
            return new Credential(
                    Secret.copyOf(secret), new OtpParameters.Totp(HmacAlgorithm.SHA1, digits, (int) STEP.toSeconds()));
        }

        String link() {
            return OtpauthUri.format(account());
        }
    }

    private Planting plant(String beginning, int digits) {
        return new Planting(beginning + word(11), word(12), bytes(), digits);
    }

    private byte[] bytes() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return bytes;
    }

    /// Small letters.
    private String word(int length) {
        return random.ints(length, 'a', 'z' + 1).mapToObj(Character::toString).collect(Collectors.joining());
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private void createVault(Path vault) throws IOException {
        var now = Instant.now();
        var label = Tag.create(tag, now);
        var first = Entry.create(shown.account(), now);
        var second = Entry.create(tagged.account(), now);
        var third = Entry.create(binned.account(), now);
        try (var typedPassphrase = Passphrase.copyOf(passphrase.toCharArray());
                var session = VaultSession.create(vault, typedPassphrase, KdfCost.LEAST, InstantSource.system())) {
            session.edit(empty -> empty.with(label)
                    .with(first.withDetails(first.details().withNote(note), now))
                    .with(second.withDetails(second.details().tagged(label.id()), now))
                    .with(third)
                    .moveToBin(third.id(), now));
        }
    }

    /// All of it, once the process has ended.
    ///
    /// @param begun when it began
    /// @param ended when it ended
    Needles needles(Instant begun, Instant ended) throws IOException {
        return new Needles(
                kept(),
                List.of(new Needle("dropped on purpose", "bytes", dropped, false)),
                plantings().flatMap(one -> secret(one).stream()).toList(),
                Stream.of(tagged, binned).flatMap(one -> secret(one).stream()).toList(),
                Needle.ofText("passphrase", passphrase),
                Needle.ofSecret("vault key", vaultKey),
                recoveryKeys(),
                qrCodes(),
                names(),
                codes(begun, ended));
    }

    private List<Needle> kept() {
        var all = new ArrayList<>(Needle.ofSecret("kept on purpose", kept));
        all.addAll(Needle.ofShortText("kept on purpose", keptWord));
        return all;
    }

    private Stream<Planting> plantings() {
        return Stream.of(shown, tagged, binned, onScreen, linked, typed);
    }

    private static List<Needle> secret(Planting one) {
        return Needle.ofSecret("secret of account " + one.issuer().charAt(0), one.secret());
    }

    /// The QR code that is shown, and the one that is scanned.
    private List<Needle> qrCodes() {
        var all = new ArrayList<>(Needle.ofQrCode("QR code shown", shown.link(), SIDE_SHOWN));
        all.addAll(Needle.ofQrCode("QR code scanned", onScreen.link(), SIDE_SCANNED));
        return all;
    }

    /// The groups that were shown, and the whole.
    private List<Needle> recoveryKeys() throws IOException {
        var all = new ArrayList<Needle>();
        for (var key : Files.readAllLines(folder.resolve("recovery-keys"))) {
            var groups = List.of(key.split("(?<=\\G.{4})"));
            all.addAll(Needle.ofText("recovery key", String.join("-", groups)));
            groups.forEach(group -> all.addAll(Needle.ofShortText("group of a recovery key", group)));
        }
        return all;
    }

    /// Names, tags and notes.
    private List<Needle> names() {
        var all = new ArrayList<Needle>();
        plantings().forEach(one -> {
            all.addAll(words("issuer", one.issuer()));
            all.addAll(words("account name", one.name()));
        });
        all.addAll(words("note", note));
        all.addAll(words("addition to the note", moreNote));
        all.addAll(words("tag", tag));
        return all;
    }

    private static List<Needle> words(String what, String text) {
        var all = new ArrayList<>(Needle.ofText(what + " " + text.charAt(0), text));
        var folded = text.toLowerCase(Locale.ROOT);
        if (!folded.equals(text)) {
            all.addAll(Needle.ofText(what + " " + text.charAt(0) + " as it is searched", folded));
        }
        return all;
    }

    /// Every code that was valid, or next to a valid one, between two instants.
    private List<Needle> codes(Instant from, Instant to) {
        var all = new ArrayList<Needle>();
        plantings().forEach(one -> {
            var credential = one.credential();
            for (var at = from.minus(STEP); at.isBefore(to.plus(STEP.multipliedBy(2))); at = at.plus(STEP)) {
                all.addAll(forms("code of " + one.issuer().charAt(0), credential.codeAt(at)));
            }
        });
        return all;
    }

    private static List<Needle> forms(String what, Code code) {
        boolean isShort = code.text().length() < 8;
        var all = new ArrayList<Needle>();
        for (var text : List.of(code.text(), code.grouped())) {
            all.addAll(isShort ? Needle.ofShortText(what, text) : Needle.ofText(what, text));
        }
        all.addAll(Needle.ofText(what, String.join(" ", code.text().split(""))));
        return all;
    }
}
