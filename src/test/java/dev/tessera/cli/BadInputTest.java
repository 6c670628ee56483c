package dev.tessera.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.scan.QrEncoder;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What persons and scripts get wrong: each is told, with the next step and its exit code, and the vault stays as it
/// is, byte for byte.
class BadInputTest {
    @TempDir
    private Path home;

    private Desk desk;

    @BeforeEach
    void sitDown() throws IOException {
        desk = Desk.with(home, Desk.GITHUB);
    }

    /// Runs the command, and checks all that holds for each refusal.
    private void refuses(ExitCode exitCode, String problem, String hint, String... arguments) throws IOException {
        var vault = desk.vaultBytes();
        var files = files();
        var ended = desk.unlocked(arguments);
        assertThat(ended.err()).contains("tessera: error: ").contains(problem);
        assertThat(ended.err()).contains("tessera: hint: ").contains(hint);
        assertThat(ended.exitCode()).isEqualTo(exitCode.number()).isNotZero();
        assertThat(ended.out()).as("standard output").isEmpty();
        assertThat(desk.vaultBytes()).as("the vault").isEqualTo(vault);
        assertThat(files()).as("nothing was written beside it").isEqualTo(files);
        assertThat(ended.err())
                .as("no secret is told")
                .doesNotContain(Desk.SECRET)
                .doesNotContain(Desk.SECRET.substring(0, 12))
                .doesNotContain(Desk.PASSPHRASE);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return files.sorted().toList();
        }
    }

    @Nested
    class Add {
        private static final String WHOLE_LINK = "give the whole link that the site shows";

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
            otpauth://totp/Pexip:ann?issuer=Pexip                                                     | secret is missing
            otpauth://totp/Pexip:ann?secret=&issuer=Pexip                                             | secret is missing
            otpauth://totp/Pexip:ann?secret=GEZDGNBVGY3TQOJQ!EZDGNBVGY3TQOJQ                          | secret is not Base32: '!' at position 17
            otpauth://totp/Pexip:ann?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&digits=0                 | digits is 0; it must be 1 to 10
            otpauth://totp/Pexip:ann?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&digits=six               | digits is no whole number
            otpauth://totp/Pexip:ann?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&period=0                 | period is 0; it must be 1 to 86400
            otpauth://totp/Pexip:ann?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&algorithm=MD7            | algorithm is MD7; it must be SHA1
            otpauth://hotp/Pexip:ann?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&counter=-1               | counter is -1; it must be 0 to
            otpauth://push/Pexip:ann?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ                          | the type is not known
            otpauth://totp/Pexip:ann?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&secret=KRSXG5CTMVRXEZLU  | secret is given twice
            motp://Pexip:ann?secret=zzzz                                                              | secret is not hexadecimal
            otpauth-migration://offline?data=AAAA                                                     | it is damaged or incomplete
            """)
        void aLinkThatIsNoUsableAccount(String link, String problem) throws IOException {
            refuses(ExitCode.INPUT_REFUSED, problem, WHOLE_LINK, "add", link);
            desk.terminal.pipe(link + "\n");
            refuses(ExitCode.INPUT_REFUSED, problem, WHOLE_LINK, "add", "-");
        }

        @Test
        void aWebAddress() throws IOException {
            desk.terminal.pipe("https://example.org/invitation?token=" + Desk.SECRET);
            refuses(
                    ExitCode.INPUT_REFUSED,
                    "this is a web address (example.org)",
                    "the page where the site sets up two-factor log-in",
                    "add",
                    "-");
        }

        @Test
        void aSecretWithoutAName() throws IOException {
            desk.terminal.pipe(Desk.SECRET);
            refuses(ExitCode.INPUT_REFUSED, "a bare secret, without a name", "--issuer NAME", "add", "-");
        }

        @Test
        void nothingAtAll() throws IOException {
            desk.terminal.pipe(" \n");
            refuses(ExitCode.INPUT_REFUSED, "there is no link", WHOLE_LINK, "add", "-");
        }

        @Test
        void oneGoodLinkAndOneBadOneAddNothing() throws IOException {
            desk.terminal.pipe(Desk.PEXIP + "\notpauth://totp/Broken:ann?secret=!\n");
            refuses(
                    ExitCode.INPUT_REFUSED,
                    "link 2 of 2: this account cannot be used: secret is not Base32",
                    WHOLE_LINK,
                    "add",
                    "-");
        }

        @Test
        void aPictureInsteadOfText() throws IOException {
            desk.terminal.pipe(Files.readAllBytes(desk.picture("code.png", Desk.PEXIP)));
            refuses(ExitCode.INPUT_REFUSED, "standard input is not UTF-8 text", "pipe an otpauth: link", "add", "-");
        }

        @Test
        void moreThanAnyLinkIsLong() throws IOException {
            desk.terminal.pipe(new byte[2 * 1024 * 1024]);
            refuses(ExitCode.INPUT_REFUSED, "more than 1048576 bytes", "pipe an otpauth: link", "add", "-");
        }

        @Test
        void noLink() throws IOException {
            refuses(ExitCode.USAGE, "missing: URI", "tessera add --help", "add");
        }

        @Test
        void anOptionThatDoesNotExist() throws IOException {
            refuses(ExitCode.USAGE, "there is no option --isuer", "--issuer", "add", Desk.PEXIP, "--isuer", "Pexip");
        }
    }

    @Nested
    class Window {
        private static final String LINKS = "links alone that begin with otpauth: or otpauth-migration:";

        @ParameterizedTest
        @CsvSource({
            "https://example.org/?secret=" + Desk.SECRET,
            "otpauth " + Desk.SECRET + ":",
            "'file:///otpauth://totp/a?secret=" + Desk.SECRET + "'",
        })
        void anotherLink(String link) throws IOException {
            refusesAlone("an argument is neither a command nor a link that the window takes", LINKS, link);
        }

        @Test
        void aLinkWithALineBreak() throws IOException {
            refusesAlone("an argument is neither", LINKS, Desk.PEXIP + "\n" + Desk.GITHUB);
        }

        @Test
        void aBareSecret() throws IOException {
            refusesAlone("an argument is neither", "tessera --help", Desk.SECRET);
        }

        @Test
        void oneOfSeveral() throws IOException {
            refusesAlone("there is no command lst", "did you mean list", Desk.PEXIP, "lst");
        }

        @Test
        void aMisspeltCommand() throws IOException {
            refusesAlone("there is no command lst", "did you mean list", "lst");
        }

        @Test
        void aLinkBesideACommand() throws IOException {
            refusesAlone("there is a link beside a command", LINKS, Desk.PEXIP, "list");
        }

        @Test
        void aWordBeforeACommand() throws IOException {
            refusesAlone("there is no command lst", "did you mean list", "lst", "list");
        }

        @Test
        void aLinkThatIsNotToBeSeen() throws IOException {
            refusesAlone("--hidden is given with a link", "leave it out", "--hidden", Desk.PEXIP);
        }

        private void refusesAlone(String problem, String hint, String... arguments) throws IOException {
            var ended = desk.run(arguments);
            assertThat(ended.err()).contains("tessera: error: " + problem);
            assertThat(ended.err()).contains("tessera: hint: ").contains(hint);
            assertThat(ended.err()).doesNotContain(Desk.SECRET.substring(0, 12));
            assertThat(ended.out()).isEmpty();
            assertThat(ended.exitCode()).isEqualTo(ExitCode.USAGE.number());
            assertThat(desk.launched).as("no window opened").isEmpty();
        }
    }

    @Nested
    class Scan {
        @Test
        void aFileThatIsNotThere() throws IOException {
            refuses(ExitCode.INPUT_REFUSED, "nowhere.png", "check the name", scan(home.resolve("nowhere.png")));
        }

        @Test
        void aFolder() throws IOException {
            var folder = Files.createDirectory(home.resolve("pictures"));
            refuses(ExitCode.INPUT_REFUSED, "pictures is a folder", "give the pictures in it one by one", scan(folder));
        }

        @Test
        void anEmptyFile() throws IOException {
            refuses(
                    ExitCode.INPUT_REFUSED,
                    "empty.png is empty",
                    "check the name",
                    scan(Files.createFile(home.resolve("empty.png"))));
        }

        @Test
        void aTextFileWithThePictureEnding() throws IOException {
            var file = Files.writeString(home.resolve("code.png"), "not a picture at all, only words\n");
            refuses(ExitCode.INPUT_REFUSED, "code.png is text, not a picture", "give a PNG", scan(file));
        }

        @Test
        void aPictureCutShort() throws IOException {
            var whole = Files.readAllBytes(desk.picture("whole.png", Desk.PEXIP));
            var file = Files.write(home.resolve("cut.png"), Arrays.copyOf(whole, whole.length / 2));
            refuses(ExitCode.INPUT_REFUSED, "cut.png", "", scan(file));
        }

        @Test
        void aPictureThatClaimsToBeHuge() throws IOException {
            var bytes = Files.readAllBytes(desk.picture("small.png", Desk.PEXIP));
            // Width and height of the PNG's header, each two thousand million.
            Arrays.fill(bytes, 16, 24, (byte) 0x7F);
            refuses(ExitCode.INPUT_REFUSED, "huge.png", "", scan(Files.write(home.resolve("huge.png"), bytes)));
        }

        @Test
        void aKindThatIsNotRead() throws IOException {
            // The first bytes of a HEIC picture, as phones take them.
            byte[] heic = "\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
            refuses(
                    ExitCode.INPUT_REFUSED,
                    "HEIF",
                    "save it as PNG",
                    scan(Files.write(home.resolve("photo.heic"), heic)));
        }

        @Test
        void aPictureWithoutACode() throws IOException {
            var picture = desk.picture("blank.png", new BufferedImage(300, 300, BufferedImage.TYPE_BYTE_GRAY));
            findsNothing(picture, "nothing looks like a QR code");
        }

        @Test
        void halfACode() throws IOException {
            var whole = QrEncoder.image(Desk.PEXIP, 4);
            var half = desk.picture("half.png", whole.getSubimage(0, 0, whole.getWidth(), whole.getHeight() / 2));
            findsNothing(half, "a corner of the QR code is cut off or covered");
        }

        @Test
        void theCodeOfAWebPage() throws IOException {
            var picture = desk.picture("menu.png", "https://example.org/menu");
            var vault = desk.vaultBytes();
            var ended = desk.unlocked(scan(picture));
            assertThat(ended.exitCode()).isEqualTo(ExitCode.NOTHING_FOUND.number());
            assertThat(ended.err()).contains("no account was found").contains("sets up two-factor log-in");
            assertThat(desk.vaultBytes()).isEqualTo(vault);
        }

        @Test
        void anAccountThatCannotBeUsed() throws IOException {
            var picture = desk.picture("broken.png", Desk.PEXIP + "&digits=0");
            var vault = desk.vaultBytes();
            var ended = desk.unlocked(scan(picture));
            assertThat(ended.exitCode()).isEqualTo(ExitCode.INPUT_REFUSED.number());
            assertThat(ended.out()).contains("digits is 0; it must be 1 to 10").doesNotContain(Desk.SECRET);
            assertThat(ended.err()).contains("no usable account was found").contains("tessera: hint: ");
            assertThat(desk.vaultBytes()).isEqualTo(vault);
        }

        @Test
        void aGoodPictureAndABadOneAddNothing() throws IOException {
            var good = desk.picture("good.png", Desk.PEXIP);
            var bad = Files.writeString(home.resolve("bad.png"), "words");
            refuses(
                    ExitCode.INPUT_REFUSED,
                    "bad.png is text",
                    "give a PNG",
                    "scan",
                    "--add",
                    good.toString(),
                    bad.toString());
        }

        @Test
        void noPictureIsNamed() throws IOException {
            refuses(ExitCode.USAGE, "there is nothing to scan", "--screen", "scan", "--add");
        }

        @Test
        void theClipboardHoldsNoPicture() throws IOException {
            refuses(ExitCode.NOTHING_FOUND, "no picture in the clipboard", "copy one", "scan", "--clipboard", "--add");
        }

        /// The picture is told of on standard output, as any other.
        private void findsNothing(Path picture, String why) {
            var vault = desk.vaultBytes();
            var ended = desk.unlocked(scan(picture));
            assertThat(ended.exitCode()).isEqualTo(ExitCode.NOTHING_FOUND.number());
            assertThat(ended.out()).contains(why);
            assertThat(ended.err())
                    .contains("tessera: error: no QR code was found")
                    .contains("tessera: hint: have the whole QR code in the picture");
            assertThat(desk.vaultBytes()).isEqualTo(vault);
        }

        private static String[] scan(Path file) {
            return new String[] {"scan", "--add", file.toString()};
        }
    }

    @Nested
    class Unlock {
        @Test
        void aWrongPassphrase() throws IOException {
            var wrong = desk.secretFile("wrong", "an owl in the cellar\n");
            refusesWith(wrong, ExitCode.NOT_UNLOCKED, "not the passphrase of this vault", "try again");
        }

        @Test
        void aPassphraseWithASpaceTooMany() throws IOException {
            var spaced = desk.secretFile("space", Desk.PASSPHRASE + " \n");
            refusesWith(spaced, ExitCode.NOT_UNLOCKED, "not the passphrase of this vault", "try again");
        }

        @Test
        void noPassphraseFile() throws IOException {
            refusesWith(
                    home.resolve("nowhere"),
                    ExitCode.NOT_UNLOCKED,
                    "no passphrase file",
                    "check the name behind the option");
        }

        @Test
        void anEmptyPassphraseFile() throws IOException {
            refusesWith(desk.secretFile("empty", ""), ExitCode.NOT_UNLOCKED, "is empty", "first line");
        }

        @Test
        void anEmptyFirstLine() throws IOException {
            var file = desk.secretFile("second", "\n" + Desk.PASSPHRASE + "\n");
            refusesWith(file, ExitCode.NOT_UNLOCKED, "is empty", "first line");
        }

        @Test
        void aFolderAsPassphraseFile() throws IOException {
            var folder = Files.createDirectory(home.resolve("folder"));
            refusesWith(folder, ExitCode.NOT_UNLOCKED, "cannot be read", "check that it is a file");
        }

        @Test
        void aPassphraseFileThatIsNoText() throws IOException {
            var file = desk.secretFile("binary", "");
            Files.write(file, new byte[] {(byte) 0xC3, 0x28, (byte) 0xFF, 0x0A});
            refusesWith(file, ExitCode.NOT_UNLOCKED, "", "UTF-8");
        }

        @Test
        void nobodyToAsk() throws IOException {
            var vault = desk.vaultBytes();
            var ended = desk.run("list", "--vault", desk.vault.toString());
            assertThat(ended.exitCode()).isEqualTo(ExitCode.NOT_UNLOCKED.number());
            assertThat(ended.err()).contains("no terminal to ask on").contains("--passphrase-file FILE");
            assertThat(desk.vaultBytes()).isEqualTo(vault);
        }

        @Test
        void threeWrongPassphrasesTyped() throws IOException {
            var vault = desk.vaultBytes();
            desk.terminal.type("one", "two", "three", Desk.PASSPHRASE);
            var ended = desk.run("list", "--vault", desk.vault.toString());
            assertThat(ended.exitCode()).isEqualTo(ExitCode.NOT_UNLOCKED.number());
            assertThat(ended.out()).isEmpty();
            assertThat(desk.vaultBytes()).isEqualTo(vault);
        }

        @Test
        void noVault() throws IOException {
            var nowhere = home.resolve("nowhere.tessera");
            var ended = desk.run(
                    "list", "--vault", nowhere.toString(), "--passphrase-file", desk.passphraseFile.toString());
            assertThat(ended.exitCode()).isEqualTo(ExitCode.VAULT_UNUSABLE.number());
            assertThat(ended.err()).contains("there is no vault at").contains("tessera vault create");
            assertThat(nowhere).doesNotExist();
        }

        @Test
        void aFolderAsVault() throws IOException {
            var ended =
                    desk.run("list", "--vault", home.toString(), "--passphrase-file", desk.passphraseFile.toString());
            assertThat(ended.exitCode()).isEqualTo(ExitCode.VAULT_UNUSABLE.number());
            assertThat(ended.err()).contains("is not a file").contains("--vault FILE");
        }

        @Test
        void aVaultOfZeroBytes() throws IOException {
            Files.write(desk.vault, new byte[0]);
            refuses(ExitCode.VAULT_UNUSABLE, "empty", "backup", "list");
        }

        @Test
        void somethingElseThanAVault() throws IOException {
            Files.writeString(desk.vault, "a shopping list: bread, milk, cheese, and a pound of butter, please\n");
            refuses(ExitCode.VAULT_UNUSABLE, "does not begin as a Tessera vault", "newest backup", "list");
        }

        @Test
        void aVaultCutShort() throws IOException {
            var whole = desk.vaultBytes();
            Files.write(desk.vault, Arrays.copyOf(whole, whole.length - 20));
            refuses(ExitCode.VAULT_UNUSABLE, "damaged", "backup", "list");
        }

        @Test
        void aVaultWithOneByteChanged() throws IOException {
            var whole = desk.vaultBytes();
            whole[whole.length - 5] ^= 1;
            Files.write(desk.vault, whole);
            refuses(ExitCode.VAULT_UNUSABLE, "damaged", "backup", "list");
        }

        @Test
        void aVaultOfANewerVersion() throws IOException {
            var whole = desk.vaultBytes();
            whole[8] = 9;
            Files.write(desk.vault, whole);
            refuses(ExitCode.VAULT_UNUSABLE, "has format version", "install the newest release", "list");
        }

        private void refusesWith(Path passphraseFile, ExitCode exitCode, String problem, String hint)
                throws IOException {
            var vault = desk.vaultBytes();
            for (var command :
                    List.of(new String[] {"list"}, new String[] {"code", "github"}, new String[] {"add", Desk.PEXIP})) {
                var arguments = Stream.concat(
                                Arrays.stream(command),
                                Stream.of(
                                        "--vault",
                                        desk.vault.toString(),
                                        "--passphrase-file",
                                        passphraseFile.toString()))
                        .toArray(String[]::new);
                var ended = desk.run(arguments);
                assertThat(ended.exitCode()).isEqualTo(exitCode.number());
                assertThat(ended.out()).isEmpty();
                assertThat(ended.err()).contains("tessera: error: ").contains(problem);
                assertThat(ended.err()).contains("tessera: hint: ").contains(hint);
                assertThat(ended.err()).doesNotContain("owl").doesNotContain(Desk.SECRET);
            }
            assertThat(desk.vaultBytes()).isEqualTo(vault);
        }
    }
}
