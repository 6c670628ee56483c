package dev.tessera.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What a visitor reads off a page.
class PageTest {
    private static final Page PAGE = page("""
            <h1>Set up Anna&#39;s authenticator</h1>
            <p class="note error" role="alert" id="error">Wrong &amp; late.</p>
            <form method="post" action="/other"><input type="hidden" name="formToken" value="aaa">
            <button>Show a new QR code</button></form>
            <form method="post" action="/enrol/verify" id="verifyForm">
            <input type="hidden" name="formToken" value="b&#x3D;&quot;1&quot;&lt;&gt;">
            <input id="code" name="code">
            </form>""");

    @Test
    void headingAndErrorAreUnescaped() {
        assertThat(PAGE.heading()).isEqualTo("Set up Anna's authenticator");
        assertThat(PAGE.error()).hasValue("Wrong & late.");
    }

    @Test
    void theFormIsTheOneWithTheFieldAndBringsItsHiddenFields() throws Exception {
        var form = PAGE.form("code");
        assertThat(form.action()).isEqualTo(URI.create("http://127.0.0.1:8080/enrol/verify"));
        assertThat(form.hidden()).isEqualTo(Map.of("formToken", "b=\"1\"<>"));
    }

    @Test
    void aPageThatAsksForSomethingElseSaysWhereTheVisitorIs() {
        assertThatThrownBy(() -> PAGE.form("password"))
                .isInstanceOf(WalkException.class)
                .hasMessage(
                        "the page \"Set up Anna's authenticator\" does not ask for password; it says: Wrong & late.");
    }

    @Test
    void aPageWithoutAnErrorOrADrawingHasNone() {
        var plain = page("<h1>Your account</h1>");
        assertThat(plain.error()).isEmpty();
        assertThat(plain.svg()).isEmpty();
        assertThat(plain.has("factor")).isFalse();
    }

    private static Page page(String html) {
        return new Page(URI.create("http://127.0.0.1:8080/enrol"), html);
    }
}
