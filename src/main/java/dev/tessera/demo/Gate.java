package dev.tessera.demo;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tessera.crypto.Hkdf;
import dev.tessera.crypto.Key;
import dev.tessera.demo.account.Token;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/// Which requests are let in: to this server by its own names, and, when they are to change anything, from its own
/// pages with
/// the form token of the same browser.
final class Gate {
    private static final int LONGEST_FORM = 8192;
    private static final String FORM_TYPE = "application/x-www-form-urlencoded";
    static final String TOKEN_FIELD = "formToken";

    private final Key formKey;
    private final Set<String> hosts;
    private final String scheme;

    /// @param hosts what may stand in the Host header
    /// @param scheme `http` or `https`
    Gate(Key formKey, Set<String> hosts, String scheme) {
        this.formKey = formKey;
        this.hosts = Set.copyOf(hosts);
        this.scheme = scheme;
    }

    /// Whether the request names this server. Another name means that somebody's DNS points here (DNS rebinding).
    boolean isForUs(Request request) {
        return hosts.contains(host(request));
    }

    /// Whether a request comes from a page of ours. Browsers send `Origin: null` from pages with our `no-referrer`
    /// policy; then
    /// `Sec-Fetch-Site`, which no page can forge, must vouch for it.
    boolean isFromUs(Request request) {
        var headers = request.getHeaders();
        var origin = headers.get(HttpHeader.ORIGIN);
        var site = headers.get("Sec-Fetch-Site");
        if (origin == null || (site != null && !site.equals("same-origin"))) {
            return false;
        }
        return origin.equals(scheme + "://" + host(request)) || (origin.equals("null") && site != null);
    }

    /// What proves that a form was made for the browser that holds `token`.
    String formToken(Token token) {
        byte[] mac = Hkdf.hmac(formKey, token.text().getBytes(US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
    }

    boolean hasFormToken(Form form, Token token) {
        byte[] expected = formToken(token).getBytes(US_ASCII);
        return MessageDigest.isEqual(expected, form.text(TOKEN_FIELD).getBytes(UTF_8));
    }

    /// The fields of a POST; empty if it is no form, has no length, or is too long.
    static Optional<Form> readForm(Request request) throws IOException {
        var type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        long length = request.getLength();
        if (type == null
                || !type.toLowerCase(Locale.ROOT).startsWith(FORM_TYPE)
                || length < 0
                || length > LONGEST_FORM) {
            return Optional.empty();
        }
        return Form.parse(Content.Source.asString(request, UTF_8));
    }

    private static String host(Request request) {
        var host = request.getHeaders().get(HttpHeader.HOST);
        return host == null ? "" : host.toLowerCase(Locale.ROOT);
    }
}
