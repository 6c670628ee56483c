package dev.tessera.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Templates to HTML. Every value is escaped; the one exception is the picture of the QR code, which is our own.
final class Pages {
    private final String issuer;
    private final Mustache.Compiler compiler;
    private final Map<String, Template> templates = new ConcurrentHashMap<>();

    Pages(String issuer) {
        this.issuer = issuer;
        this.compiler = Mustache.compiler()
                .escapeHTML(true)
                .emptyStringIsFalse(true)
                .withLoader(name -> new StringReader(source(name)));
    }

    String render(Reply.Body.Page page, String formToken) {
        var model = new HashMap<String, Object>(page.model());
        model.put("issuer", issuer);
        model.put("formToken", formToken);
        return templates
                .computeIfAbsent(page.template(), name -> compiler.compile(source(name)))
                .execute(model);
    }

    /// A file that is packed with the pages.
    static String resource(String name) {
        try (var stream = Pages.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new AssertionError(name + " is packed with this class");
            }
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String source(String template) {
        return resource(template + ".mustache");
    }
}
