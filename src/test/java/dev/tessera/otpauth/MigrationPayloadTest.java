package dev.tessera.otpauth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tessera.otp.Account;
import dev.tessera.otp.Base32;
import dev.tessera.otp.Credential;
import dev.tessera.otp.HmacAlgorithm;
import dev.tessera.otp.OtpParameters;
import dev.tessera.otp.Secret;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationPayloadTest {
    private static final byte[] SECRET = Base32.decode("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP");

    /// Written by a second program: part 2 of 3, negative batch id, a HOTP entry with a unique id, and fields
    /// that nobody knows yet.
    private static final String DATA =
            "CiwKFEhlbGxvId6tvu9IZWxsbyHerb7vEghBY21lOmFubhoEQWNtZSABKAEwAgowChRIZWxsbyHerb7v"
                    + "SGVsbG8h3q2+7xIEWm/DqyADKAIwATisAkIJdW5pcXVlLWlkEAEYAyABKPnStP///////wFKBWxhdGVyUAU=";

    private static final Account ANN = account("Acme", "ann", OtpParameters.Totp.standard());
    private static final Account ZOE = account("", "Zoë", new OtpParameters.Hotp(HmacAlgorithm.SHA512, 8, 300));

    @Nested
    class TheLink {
        private final MigrationPayload payload =
                new MigrationPayload(List.of(uri(ANN), uri(ZOE)), List.of(), 3, 1, -1_234_567);

        @Test
        void isReadAsGoogleWritesIt() throws OtpauthException {
            assertThat(MigrationPayload.parse(link(PercentText.encode(DATA)))).isEqualTo(payload);
        }

        @ParameterizedTest
        @ValueSource(strings = {"raw", "plus as space", "url alphabet", "no padding", "twice encoded", "line breaks"})
        void isReadAsOthersMangleIt(String how) throws OtpauthException {
            var data = switch (how) {
                case "plus as space" -> DATA.replace('+', ' ');
                case "url alphabet" -> DATA.replace('+', '-').replace('/', '_');
                case "no padding" -> DATA.replace("=", "");
                case "twice encoded" -> PercentText.encode(PercentText.encode(DATA));
                case "line breaks" -> DATA.substring(0, 76) + "%0D%0A" + DATA.substring(76);
                default -> DATA;
            };
            assertThat(MigrationPayload.parse(link(data))).isEqualTo(payload);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "otpauth-migration://offline/?data=",
                    "OTPAUTH-MIGRATION://OFFLINE?DATA=",
                    "otpauth-migration://offline?x=y&data="
                })
        void isReadInItsVariants(String beginning) throws OtpauthException {
            assertThat(MigrationPayload.parse(beginning + PercentText.encode(DATA)))
                    .isEqualTo(payload);
            assertThat(ScannedText.parse(" <" + beginning + DATA + "> ")).isEqualTo(new ScannedText.Part(payload));
        }

        @ParameterizedTest
        @CsvSource({
            "otpauth-migration://offline, it has no data",
            "otpauth-migration://offline?date=x, it has no data",
            "otpauth-migration://offline?data=, it contains no account",
            "otpauth-migration://offline?data=EAEYASAA, it contains no account",
            "otpauth-migration://offline?data=%3F%3F, its data is not Base64",
            "otpauth-migration://offline?data=Cg, it is damaged or incomplete",
            "otpauth-migration:offline, the link is incomplete",
            "otpauth://offline?data=Cg, does not begin with otpauth-migration:",
        })
        void isRefusedWhenItHoldsNothing(String text, String problem) {
            assertThatThrownBy(() -> MigrationPayload.parse(text))
                    .isInstanceOf(OtpauthException.class)
                    .hasMessageContaining(problem);
        }

        @Test
        void isRefusedUnreadWhenItIsTooLong() {
            assertThatThrownBy(() -> MigrationPayload.parse(link("A".repeat(8192))))
                    .isInstanceOf(OtpauthException.class)
                    .hasMessageContaining("longer than 8 KiB");
        }

        @Test
        void isRefusedWhereverItIsCutOff() {
            byte[] whole = Base64.getDecoder().decode(DATA);
            int entries = 2 + 44 + 2 + 48;
            for (int length = 1; length < entries; length++) {
                if (length == 46) {
                    continue; // the end of the first entry: a whole message of one account
                }
                var cut = link(Base64.getEncoder().encodeToString(Arrays.copyOf(whole, length)));
                assertThatThrownBy(() -> MigrationPayload.parse(cut)).isInstanceOf(OtpauthException.class);
            }
        }
    }

    @Nested
    class AnEntry {
        @Test
        void thatLeavesThingsOpenMeansTheUsualAndThatIsSaid() throws OtpauthException {
            var uri = only(entry(_ -> {}));
            assertThat(uri.account()).isEqualTo(account("Acme", "ann", OtpParameters.Totp.standard()));
            assertThat(uri.repairs())
                    .containsExactly("The export does not state some values; the defaults were used: SHA1, 6 digits,"
                            + " time-based codes.");
        }

        @ParameterizedTest
        @CsvSource({
            "4, 4, 'algorithm is MD5, which no site that follows the standard uses'",
            "4, 5, algorithm is number 5",
            "4, -1, algorithm is number -1",
            "4, 4294967297, algorithm is number 4294967297",
            "5, 3, digits is number 3",
            "6, 3, type is number 3",
        })
        void thatCannotBeHonouredIsNamedAndTheRestKept(int field, long value, String reason) throws OtpauthException {
            var payload = parse(message ->
                    message.content(1, entry(e -> e.number(field, value))).content(1, usualEntry()));
            assertThat(payload.accounts()).containsExactly(uri(ANN));
            assertThat(payload.rejected()).singleElement().asString().startsWith("Acme (ann): " + reason);
        }

        @Test
        void withANegativeCounterIsRejected() throws OtpauthException {
            var payload = parse(message -> message.content(
                    1, entry(e -> e.number(6, 1).number(4, 1).number(5, 1).number(7, -1))));
            assertThat(payload.rejected()).containsExactly("Acme (ann): counter is -1; it must be 0 or more");
        }

        @Test
        void withoutASecretIsRejected() throws OtpauthException {
            var payload = parse(message -> message.content(1, new byte[0]));
            assertThat(payload.rejected())
                    .containsExactly("an account without a name: secret has 0 bytes; it must have 1 to 1024");
        }

        @Test
        void isNamedByWhatThereIsOfItsNames() throws OtpauthException {
            byte[] ann = new ProtobufWriter().content(2, "ann".getBytes(UTF_8)).toByteArray();
            byte[] acme = new ProtobufWriter()
                    .content(1, new byte[1025])
                    .content(3, "Acme".getBytes(UTF_8))
                    .toByteArray();
            var payload = parse(message -> message.content(1, ann).content(1, acme));
            assertThat(payload.rejected())
                    .containsExactly(
                            "ann: secret has 0 bytes; it must have 1 to 1024",
                            "Acme: secret has 1025 bytes; it must have 1 to 1024");
        }

        @Test
        void mayHaveASecretOf1024Bytes() throws OtpauthException {
            byte[] longest = new ProtobufWriter().content(1, new byte[1024]).toByteArray();
            assertThat(only(longest).account().credential().secret().length()).isEqualTo(1024);
        }

        @ParameterizedTest
        @CsvSource({
            "Acme, Acme:ann, Acme, ann",
            "Acme, Acme: ann, Acme, ann",
            "'', Acme:ann, Acme, ann",
            "'', ann, '', ann",
            "Acme, a:b, Acme, a:b",
            "Acme, Other:ann, Acme, Other:ann",
            "'', Acme:a:b, Acme, a:b",
        })
        void namesItsIssuerInItsName(String issuer, String name, String readIssuer, String readName)
                throws OtpauthException {
            byte[] entry = new ProtobufWriter()
                    .content(1, SECRET)
                    .content(2, name.getBytes(UTF_8))
                    .content(3, issuer.getBytes(UTF_8))
                    .toByteArray();
            var account = only(entry).account();
            assertThat(account.issuer()).isEqualTo(readIssuer);
            assertThat(account.accountName()).isEqualTo(readName);
        }

        @Test
        void ofTheWrongShapeMakesTheExportDamaged() {
            assertDamaged(message -> message.number(1, 5));
            assertDamaged(message ->
                    message.content(1, new ProtobufWriter().number(1, 5).toByteArray()));
            assertDamaged(message -> message.content(3, SECRET));
            // A length of 2^64-1, as a field that says so itself.
            byte[] hugeLength = {0x0a, -1, -1, -1, -1, -1, -1, -1, -1, -1, 1};
            assertThatThrownBy(() ->
                            MigrationPayload.parse(link(Base64.getEncoder().encodeToString(hugeLength))))
                    .hasMessageContaining("damaged");
        }
    }

    @Nested
    class ThePartNumbers {
        @Test
        void meanOnePartWhenMissing() throws OtpauthException {
            var payload = parse(message -> message.content(1, usualEntry()));
            assertThat(payload).isEqualTo(new MigrationPayload(List.of(uri(ANN)), List.of(), 1, 0, 0));
        }

        @ParameterizedTest
        @CsvSource({"2, 2", "1, 1", "3, -1", "1001, 0", "2147483647, 5", "1, 4294967296"})
        void areRefusedWhenTheyMakeNoSense(long size, long index) {
            assertThatThrownBy(() -> parse(message ->
                            message.content(1, usualEntry()).number(3, size).number(4, index)))
                    .isInstanceOf(OtpauthException.class)
                    .hasMessage("its part numbers make no sense; it can have 1 to 1000 parts");
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0, batchSize is 0", "1001, 0, batchSize is 1001", "2, 2, batchIndex is 2", "2, -1, batchIndex is -1"
    })
    void hasNoOtherPartNumbersEither(int size, int index, String problem) {
        assertThatThrownBy(() -> new MigrationPayload(List.of(), List.of(), size, index, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(problem);
    }

    @Nested
    class Writing {
        @Test
        void givesWhatIsReadAgain() throws OtpauthException {
            var links = MigrationPayload.format(List.of(ANN, ZOE), -7);
            assertThat(links).hasSize(1);
            assertThat(MigrationPayload.parse(links.getFirst()))
                    .isEqualTo(new MigrationPayload(List.of(uri(ANN), uri(ZOE)), List.of(), 1, 0, -7));
        }

        @Test
        void putsAtMostTenIntoAPart() throws OtpauthException {
            var accounts = IntStream.range(0, 21)
                    .mapToObj(i -> account("Acme", "ann" + i, OtpParameters.Totp.standard()))
                    .toList();
            var tray = MigrationTray.empty();
            for (String link : MigrationPayload.format(accounts, 99)) {
                var part = MigrationPayload.parse(link);
                assertThat(part.accounts()).hasSizeBetween(1, 10);
                tray = tray.with(part);
            }
            assertThat(tray.batches()).singleElement().satisfies(batch -> {
                assertThat(batch.progress()).isEqualTo("3 of 3");
                assertThat(batch.accounts()).extracting(OtpauthUri::account).isEqualTo(accounts);
            });
        }

        @Test
        void takesTenThousandAccountsAndNoMore() {
            assertThat(MigrationPayload.format(Collections.nCopies(10_000, ANN), 1))
                    .hasSize(1000);
            assertThatThrownBy(() -> MigrationPayload.format(Collections.nCopies(10_001, ANN), 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("these are 1001");
        }

        @Test
        void putsFewerIntoAPartWhereNamesAreLong() throws OtpauthException {
            var accounts = Collections.nCopies(5, account("Acme", "x".repeat(400), OtpParameters.Totp.standard()));
            var links = MigrationPayload.format(accounts, 7);
            assertThat(links).hasSize(3);
            assertThat(MigrationPayload.parse(links.getLast()).accounts()).hasSize(1);
        }

        @Test
        void ofNothingGivesNothing() {
            assertThat(MigrationPayload.format(List.of(), 1)).isEmpty();
        }

        @Test
        void refusesWhatTheFormHasNoPlaceFor() {
            var pin = Secret.copyOf(new byte[] {'1'});
            var sha1 = HmacAlgorithm.SHA1;
            var kinds = List.of(
                    new OtpParameters.Totp(sha1, 7, 30),
                    new OtpParameters.Totp(sha1, 6, 60),
                    new OtpParameters.Hotp(sha1, 10, 0),
                    new OtpParameters.Steam(),
                    new OtpParameters.Motp(pin),
                    new OtpParameters.Yandex(pin));
            for (OtpParameters kind : kinds) {
                var account = new Account("Acme", "ann", new Credential(Secret.copyOf(new byte[16]), kind));
                assertThat(MigrationPayload.canHold(account)).isFalse();
                assertThatThrownBy(() -> MigrationPayload.format(List.of(account), 1))
                        .isInstanceOf(IllegalArgumentException.class);
            }
            assertThat(MigrationPayload.canHold(ANN)).isTrue();
        }
    }

    private static void assertDamaged(Consumer<ProtobufWriter> fields) {
        assertThatThrownBy(() -> parse(fields))
                .isInstanceOf(OtpauthException.class)
                .hasMessage("it is damaged or incomplete; scan it again");
    }

    private static OtpauthUri only(byte[] entry) throws OtpauthException {
        return parse(message -> message.content(1, entry)).accounts().getFirst();
    }

    private static MigrationPayload parse(Consumer<ProtobufWriter> fields) throws OtpauthException {
        try (var message = new ProtobufWriter()) {
            fields.accept(message);
            return MigrationPayload.parse(link(Base64.getEncoder().encodeToString(message.toByteArray())));
        }
    }

    private static byte[] entry(Consumer<ProtobufWriter> numbers) {
        try (var entry = new ProtobufWriter()) {
            entry.content(1, SECRET).content(2, "ann".getBytes(UTF_8)).content(3, "Acme".getBytes(UTF_8));
            numbers.accept(entry);
            return entry.toByteArray();
        }
    }

    private static byte[] usualEntry() {
        return entry(e -> e.number(4, 1).number(5, 1).number(6, 2));
    }

    private static String link(String data) {
        return "otpauth-migration://offline?data=" + data;
    }

    private static OtpauthUri uri(Account account) {
        return new OtpauthUri(account, List.of(), List.of());
    }

    private static Account account(String issuer, String accountName, OtpParameters parameters) {
        return new Account(issuer, accountName, new Credential(Secret.copyOf(SECRET), parameters));
    }
}
