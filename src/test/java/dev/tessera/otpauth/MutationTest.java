package dev.tessera.otpauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Foreign text of every kind: refused or read, never an accident and never a hang.
class MutationTest {
    private static final List<String> VALID = List.of(
            "otpauth://totp/Acme%20Inc:ann%40example.org?secret=JBSWY3DPEHPK3PXP&issuer=Acme%20Inc&algorithm=SHA1&digits=6&period=30",
            "otpauth://hotp/Acme:ann?secret=JBSWY3DPEHPK3PXP&counter=9223372036854775807&algorithm=SHA512&digits=10",
            "otpauth://steam/Steam:ann?secret=STEAMKEY&issuer=Steam&digits=5",
            "otpauth://yaotp/ann?secret=6SB2IKNM6OBZPAVBVTOHDKS4FAAAAAAADFUTQMBTRY&pin=5239&pin_length=4",
            "motp://Acme:ann?secret=e3152afee62599c8&pin=1234",
            "steam://STEAMKEY",
            "otpauth-migration://offline?data=CiwKFEhlbGxvId6tvu9IZWxsbyHerb7vEghBY21lOmFubhoEQWNtZSABKAEwAhABGAMgASj50rT%2F%2F%2F%2F%2F%2F%2F8B",
            "https://ann:x@example.org:8443/path?query#fragment",
            "JBSW Y3DP EHPK 3PXP");
    private static final String SIGNS = "%&=?#:/+ \n\0\"<>@[]\\|0189aAzZ=\u0660\u0131\u017f\u202e\ufeff\ud83d\udc00";
    private static final int ROUNDS = 30_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyMutationIsReadOrRefused(long seed) {
        var random = new SplittableRandom(seed);
        var now = Instant.ofEpochSecond(1_800_000_000);
        Assertions.assertTimeoutPreemptively(Duration.ofMinutes(1), () -> {
            for (int i = 0; i < ROUNDS; i++) {
                String text = mutate(VALID.get(random.nextInt(VALID.size())), random);
                if (ScannedText.parse(text) instanceof ScannedText.One one) {
                    var account = one.uri().account();
                    assertThat(account.credential().codeAt(now).text()).isNotEmpty();
                    assertThat(OtpauthUri.parse(OtpauthUri.format(account))
                                    .account()
                                    .credential())
                            .isEqualTo(account.credential());
                }
                assertReadOrRefused(text);
            }
        });
    }

    @Test
    void longRunsOfOneSignTakeNoTime() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            for (int sign : SIGNS.chars().toArray()) {
                var run = String.valueOf((char) sign).repeat(8000);
                for (String text : List.of(
                        run,
                        "otpauth://totp/" + run,
                        "otpauth://totp/a?secret=" + run,
                        "https://" + run,
                        "otpauth-migration://offline?data=" + run,
                        "steam://" + run,
                        "JBSW ".repeat(1600) + (char) sign)) {
                    assertReadOrRefused(text);
                }
            }
        });
    }

    private static void assertReadOrRefused(String text) {
        assertThatCode(() -> ScannedText.parse(text)).doesNotThrowAnyException();
        try {
            OtpauthUri.parse(text);
        } catch (OtpauthException e) {
            assertThat(e.getMessage()).isNotBlank().doesNotContain("JBSWY3DPEH", "STEAMKEY", "e3152afee6");
        }
        try {
            MigrationPayload.parse(text);
        } catch (OtpauthException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    /// One to four edits: a sign replaced, put in or taken out, a stretch doubled, the end cut off, two links spliced.
    private static String mutate(String valid, SplittableRandom random) {
        String text = valid;
        for (int edits = random.nextInt(1, 5); edits > 0 && !text.isEmpty(); edits--) {
            int at = random.nextInt(text.length());
            int to = random.nextInt(at, text.length() + 1);
            char sign = SIGNS.charAt(random.nextInt(SIGNS.length()));
            text = switch (random.nextInt(6)) {
                case 0 -> text.substring(0, at) + sign + text.substring(at + 1);
                case 1 -> text.substring(0, at) + sign + text.substring(at);
                case 2 -> text.substring(0, at) + text.substring(at + 1);
                case 3 -> text.substring(0, to) + text.substring(at);
                case 4 -> text.substring(0, at);
                default -> text.substring(0, at) + VALID.get(random.nextInt(VALID.size()));
            };
        }
        return text;
    }
}
