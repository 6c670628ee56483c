package dev.tessera.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Links and words that are wrong.
class BadInputTest extends BadInput {
    @Nested
    class Add {
        private static final String WHOLE_LINK = "give the whole link that the site shows";

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
            otpauth://totp/Pexip:ann?issuer=Pexip                                                     | secret is missing
            otpauth://totp/Pexip:ann?secret=&issuer=Pexip                                             | secret is missing
            otpauth://totp/Pexip:ann?secret=GEZDGNBVGY3TQOJQ!EZDGNBVGY3TQOJQ                          | secret is not Base32: '!' at position 17
            otpauth://totp/Pexip:ann?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&digits=0                 | digits is 0; it must be 1 to 10
            otpauth://totp/Pexip:ann?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&digits=six               | digits is not a whole number
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
                    "the page where you set up two-factor log-in",
                    "add",
                    "-");
        }

        @Test
        void aSecretWithoutAName() throws IOException {
            desk.terminal.pipe(Desk.SECRET);
            refuses(ExitCode.INPUT_REFUSED, "only a secret, without a name", "--issuer NAME", "add", "-");
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
        private static final String LINKS = "only links that begin with otpauth: or otpauth-migration:";

        @ParameterizedTest
        @CsvSource({
            "https://example.org/?secret=" + Desk.SECRET,
            "otpauth " + Desk.SECRET + ":",
            "'file:///otpauth://totp/a?secret=" + Desk.SECRET + "'",
        })
        void anotherLink(String link) throws IOException {
            refusesAlone("an argument is neither a command nor a link that the window can open", LINKS, link);
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
            refusesAlone("there is a link as well as a command", LINKS, Desk.PEXIP, "list");
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
}
