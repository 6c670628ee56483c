package dev.tessera.walk;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// Somebody's browser: it keeps cookies, follows redirects, and sends forms.
final class Visitor implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(PATIENCE)
            .build();

    /// Follows a link.
    Page open(URI address) throws IOException {
        return send(HttpRequest.newBuilder(address).GET());
    }

    /// Fills in the page's form that has the first of these fields, and sends it.
    Page fill(Page page, String field, String value, String... more) throws IOException {
        return send(page.form(field), field, value, more);
    }

    /// Sends the page's first form that has this hidden field, as it is.
    Page fill(Page page, String hiddenField) throws IOException {
        var form = page.form(hiddenField);
        return send(form, hiddenField, form.hidden().getOrDefault(hiddenField, ""));
    }

    private Page send(Page.Form form, String field, String value, String... more) throws IOException {
        var fields = new LinkedHashMap<>(form.hidden());
        fields.put(field, value);
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        var origin = form.action().resolve("/").toString();
        return send(HttpRequest.newBuilder(form.action())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", origin.substring(0, origin.length() - 1))
                .POST(BodyPublishers.ofString(encoded(fields))));
    }

    private Page send(HttpRequest.Builder request) throws IOException {
        try {
            var response = client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
            return new Page(response.uri(), response.body());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("called off");
        }
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
    }
}
