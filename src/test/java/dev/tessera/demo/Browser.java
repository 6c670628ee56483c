package dev.tessera.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// As much of a browser as the pages need: a cookie, forms with their hidden fields, and redirects that it follows.
final class Browser {
    private static final Pattern HIDDEN = Pattern.compile("type=\"hidden\" name=\"(\\w+)\" value=\"([^\"]*)\"");

    private final HttpClient client;
    private final URI home;
    private final List<String> seen = new ArrayList<>();
    private @Nullable String cookie;
    private @Nullable HttpResponse<String> last;

    Browser(URI home) {
        this(home, HttpClient.newHttpClient());
    }

    /// @param client which trusts the server's certificate
    Browser(URI home, HttpClient client) {
        this.home = home;
        this.client = client;
    }

    /// Everything that was received, heads and bodies.
    List<String> seen() {
        return seen;
    }

    @Nullable
    String cookie() {
        return cookie;
    }

    void setCookie(@Nullable String newCookie) {
        cookie = newCookie;
    }

    /// A browser with the same cookie: a second tab.
    Browser tab() {
        var tab = new Browser(home, client);
        tab.cookie = cookie;
        tab.last = last;
        return tab;
    }

    HttpResponse<String> get(String path) {
        return follow(send(request(path).GET().build()));
    }

    /// Fills in and sends a form that stands on the current page.
    HttpResponse<String> submit(String action, Map<String, String> fields) {
        return follow(post(action, fields));
    }

    /// The same, without following where it leads.
    HttpResponse<String> post(String action, Map<String, String> fields) {
        return send(form(action, fields).header("Origin", origin()).build());
    }

    /// A form of the current page as a request, without an Origin.
    HttpRequest.Builder form(String action, Map<String, String> fields) {
        var all = new LinkedHashMap<String, String>();
        var hidden = HIDDEN.matcher(page());
        while (hidden.find()) {
            all.put(hidden.group(1), hidden.group(2));
        }
        all.putAll(fields);
        var body = all.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .reduce((a, b) -> a + "&" + b)
                .orElse("");
        return request(action)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            var response = client.send(request, HttpResponse.BodyHandlers.ofString());
            note(response);
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// The path of the current page.
    String uri() {
        return last == null ? "" : last.uri().getPath();
    }

    String page() {
        return last == null ? "" : last.body();
    }

    /// The text of an element with an id, without tags and with white space made one.
    String text(String id) {
        var element = Pattern.compile("<(\\w+)[^>]* id=\"" + id + "\"[^>]*>(.*?)</\\1>", Pattern.DOTALL)
                .matcher(page());
        return element.find()
                ? element.group(2)
                        .replaceAll("<[^>]+>", "")
                        .replaceAll("\\s+", " ")
                        .replace("&#39;", "'")
                        .strip()
                : "";
    }

    String origin() {
        return home.toString().replaceAll("/$", "");
    }

    private HttpRequest.Builder request(String path) {
        var builder = HttpRequest.newBuilder(home.resolve(path));
        return cookie == null ? builder : builder.header("Cookie", cookie);
    }

    private HttpResponse<String> follow(HttpResponse<String> response) {
        var current = response;
        while (current.statusCode() == 303) {
            current = send(request(current.headers().firstValue("Location").orElseThrow())
                    .GET()
                    .build());
        }
        last = current;
        return current;
    }

    private void note(HttpResponse<String> response) {
        seen.add(response.headers().map() + "\n" + response.body());
        response.headers().firstValue("Set-Cookie").ifPresent(set -> cookie = set.substring(0, set.indexOf(';')));
    }
}
