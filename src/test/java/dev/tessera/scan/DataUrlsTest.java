package dev.tessera.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataUrlsTest {
    private static final byte[] CONTENT = {(byte) 0x89, 'P', 'N', 'G', -1, -2, 62, 63};
    private static final String BASE64 = Base64.getEncoder().encodeToString(CONTENT);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data:image/png;base64,%s",
                "DATA:image/PNG;charset=utf-8;base64,%s",
                "<img alt=\"QR\" src=\"data:image/svg+xml;base64,%s\"><p>Scan it</p>",
                "<img src='data:image/webp;base64,%s'>"
            })
    void aPictureIsFound(String text) {
        assertThat(DataUrls.in(text.formatted(BASE64))).singleElement().isEqualTo(CONTENT);
    }

    @Test
    void escapedSignsAreTakenBack() {
        String escaped = BASE64.replace("+", "%2B").replace("/", "%2F").replace("=", "%3D");
        assertThat(escaped).contains("%2B");
        assertThat(DataUrls.in("data:image/png;base64," + escaped))
                .singleElement()
                .isEqualTo(CONTENT);
    }

    @Test
    void allPicturesOfAPageAreFoundButNotMoreThanTwenty() {
        assertThat(DataUrls.in(("<img src=\"data:image/png;base64," + BASE64 + "\">").repeat(30)))
                .hasSize(20);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://example.org/qr.png",
                "data:text/html;base64,AAAA",
                "data:image/png,plain",
                "data:image/png;base64,A"
            })
    void whatIsNoneIsNone(String text) {
        assertThat(DataUrls.in(text)).isEmpty();
    }
}
