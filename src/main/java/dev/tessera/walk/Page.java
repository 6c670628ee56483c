package dev.tessera.walk;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A page of the demo login side as a visitor gets it. It reads what our own templates write, not any HTML.
record Page(URI address, String html) {
    private static final Pattern HEADING = Pattern.compile("<h1>([^<]*)</h1>");
    private static final Pattern ERROR = Pattern.compile("id=\"error\"[^>]*>([^<]*)<");
    private static final Pattern FORM =
            Pattern.compile("<form method=\"post\" action=\"([^\"]*)\"[^>]*>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"");
    private static final Pattern LINK = Pattern.compile("<a [^>]*href=\"([^\"]*)\"[^>]*>([^<]*)<");
    private static final Pattern SVG = Pattern.compile("<svg .*?</svg>", Pattern.DOTALL);
    private static final Pattern ENTITY = Pattern.compile("&(?:#(\\d+)|#x([0-9A-Fa-f]+)|(amp|lt|gt|quot|apos));");

    /// What is to be sent, and where.
    record Form(URI action, Map<String, String> hidden) {}

    String heading() {
        return first(HEADING).orElse("");
    }

    /// What the page says is wrong; empty if nothing is.
    Optional<String> error() {
        return first(ERROR);
    }

    /// The QR code's drawing.
    Optional<String> svg() {
        var svg = SVG.matcher(html);
        return svg.find() ? Optional.of(svg.group()) : Optional.empty();
    }

    /// The text of an element that holds nothing but text.
    Optional<String> text(String id) {
        return first(Pattern.compile(" id=\"" + id + "\"[^>]*>([^<]*)<"));
    }

    /// Where the first link goes whose address and words begin with these.
    ///
    /// @throws WalkException if there is none
    URI link(String place, String words) throws WalkException {
        var links = LINK.matcher(html);
        while (links.find()) {
            var target = address.resolve(unescape(links.group(1)));
            var path = target.getRawPath() + (target.getRawQuery() == null ? "" : "?" + target.getRawQuery());
            if (path.startsWith(place) && unescape(links.group(2)).startsWith(words)) {
                return target;
            }
        }
        throw new WalkException("the page \"" + heading() + "\" has no link \"" + words + "\"");
    }

    boolean has(String id) {
        return html.contains(" id=\"" + id + "\"");
    }

    /// The form with the field of that name.
    ///
    /// @throws WalkException if there is none
    Form form(String field) throws WalkException {
        var forms = FORM.matcher(html);
        while (forms.find()) {
            if (forms.group(2).contains(" name=\"" + field + "\"")) {
                return new Form(address.resolve(unescape(forms.group(1))), hidden(forms.group(2)));
            }
        }
        throw new WalkException("the page \"" + heading() + "\" does not ask for " + field
                + error().map(error -> "; it says: " + error).orElse(""));
    }

    private static Map<String, String> hidden(String form) {
        var fields = new LinkedHashMap<String, String>();
        var inputs = HIDDEN.matcher(form);
        while (inputs.find()) {
            fields.put(unescape(inputs.group(1)), unescape(inputs.group(2)));
        }
        return fields;
    }

    private Optional<String> first(Pattern pattern) {
        var matcher = pattern.matcher(html);
        return matcher.find() ? Optional.of(unescape(matcher.group(1))) : Optional.empty();
    }

    private static String unescape(String text) {
        return ENTITY.matcher(text).replaceAll(entity -> Matcher.quoteReplacement(character(entity)));
    }

    private static String character(java.util.regex.MatchResult entity) {
        if (entity.group(1) != null) {
            return Character.toString(Integer.parseInt(entity.group(1)));
        }
        if (entity.group(2) != null) {
            return Character.toString(Integer.parseInt(entity.group(2), 16));
        }
        return switch (entity.group(3)) {
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            default -> "'";
        };
    }
}
