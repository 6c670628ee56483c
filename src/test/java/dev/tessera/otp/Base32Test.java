package dev.tessera.otp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Base32Test {

    /// RFC 4648 section 10.
    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "f, MY======",
        "fo, MZXQ====",
        "foo, MZXW6===",
        "foob, MZXW6YQ=",
        "fooba, MZXW6YTB",
        "foobar, MZXW6YTBOI======",
    })
    void agreesWithRfc4648(String plain, String text) {
        assertThat(Base32.decode(text)).isEqualTo(plain.getBytes(US_ASCII));
        assertThat(Base32.decode(text.replace("=", ""))).isEqualTo(plain.getBytes(US_ASCII));
        assertThat(Base32.encode(plain.getBytes(US_ASCII))).isEqualTo(text.replace("=", ""));
    }

    @Property
    void readsWhatItWrote(@ForAll byte[] bytes) {
        var text = Base32.encode(bytes);
        assertThat(Base32.decode(text)).isEqualTo(bytes);
        assertThat(Base32.decodeTyped(text)).isEqualTo(bytes);
    }

    @Property
    void writesWhatItRead(@ForAll String text) {
        try {
            assertThat(Base32.encode(Base32.decode(text))).isEqualTo(text.replace("=", ""));
        } catch (NotBase32Exception e) {
            assertThat(e).hasMessageStartingWith("not Base32: ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"my", "MY=", "MZXW6YTB========", "MY ======", "M", "MZX", "MZXW6Y", "MZ", "=", "M=Y"})
    void isStrictWithPrograms(String text) {
        assertThatThrownBy(() -> Base32.decode(text)).isInstanceOf(NotBase32Exception.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mzxw6ytboi",
                "MZXW 6YTB OI",
                "mzxw-6ytb-oi==",
                " MZXW6YTBOI======\n",
                "MZXW6YTBOI=",
                "MZXW\u00a06YTB\u2011OI",
                "MZXW6YTBOIA",
                "MZXW6YTBOJ",
                "\ufeffMZXW6YTBOI\u200b"
            })
    void isTolerantWithPersons(String text) {
        assertThat(Base32.decodeTyped(text)).isEqualTo("foobar".getBytes(US_ASCII));
    }

    @ParameterizedTest
    @CsvSource({
        "MZXW6YTBOI58, '''8'' at position 12'",
        "0ZXW6, '''0'' at position 1'",
        "MZ1W, '''1'' at position 3'",
        "MZ 9W, '''9'' at position 4'",
        "MZ/W, '''/'' at position 3'",
        "MZſW, '''ſ'' at position 3'",
        "MZıW, '''ı'' at position 3'",
        "MZ=W, padding before position 4",
    })
    void namesTheSignThatIsNoBase32AndItsPlace(String text, String problem) {
        assertThatThrownBy(() -> Base32.decodeTyped(text)).hasMessage("not Base32: " + problem);
    }

    @ParameterizedTest
    @CsvSource({"'MZ\u0007', U+0007", "'MZ\uD83D\uDE00', U+D83D"})
    void namesASignThatCannotBeShownByNumber(String text, String number) {
        assertThatThrownBy(() -> Base32.decodeTyped(text))
                .hasMessage("not Base32: the character " + number + " at position 3");
    }
}
