package dev.tessera.transfer.qr;

import dev.tessera.scan.DataUrls;
import dev.tessera.transfer.HtmlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What of a web page counts: links of accounts in its text and its attributes, and pictures that it holds itself.
/// Nothing is run and nothing is fetched.
///
/// @param links in the order of the page
/// @param pictures the content of each picture file
/// @param hasPicturesElsewhere whether it shows any that it does not hold itself
record WebPage(List<String> links, List<byte[]> pictures, boolean hasPicturesElsewhere) {
    private static final Set<String> FIRST_TAGS = Set.of(
            "!doctype",
            "html",
            "head",
            "meta",
            "title",
            "style",
            "body",
            "main",
            "section",
            "div",
            "p",
            "h1",
            "h2",
            "table",
            "ul",
            "ol",
            "img",
            "a",
            "code",
            "pre",
            "center",
            "span");

    /// A name that nothing follows is looked at once, and not from each of its letters again.
    private static final Pattern ATTRIBUTE =
            Pattern.compile("(?<![a-zA-Z:_-])([a-zA-Z:_-]++)\\s*+=\\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\\s\"'>]++))");
    private static final Pattern LINK = Pattern.compile("(?i)(?:(?:apple-)?otpauth|otpauth-migration|steam|motp)://");

    WebPage {
        links = List.copyOf(links);
        pictures = List.copyOf(pictures);
    }

    /// Whether a text is HTML, as a whole page or as the part of one that some programs write.
    static boolean isMeant(String text) {
        return firstTag(text)
                .filter(tag -> FIRST_TAGS.contains(tag) || tag.equals("svg"))
                .isPresent();
    }

    /// Whether a text is a drawing.
    static boolean isSvg(String text) {
        return firstTag(text).filter(tag -> tag.equals("svg")).isPresent();
    }

    /// The name of the first tag, behind comments and what XML declares.
    private static Optional<String> firstTag(String text) {
        int at = 0;
        while (true) {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            var end = text.startsWith("<!--", at) ? "-->" : text.startsWith("<?", at) ? "?>" : "";
            if (end.isEmpty()) {
                break;
            }
            int next = text.indexOf(end, at);
            if (next < 0) {
                return Optional.empty();
            }
            at = next + end.length();
        }
        return at < text.length() && text.charAt(at) == '<' ? Optional.of(name(text, at + 1)) : Optional.empty();
    }

    private static String name(String text, int start) {
        int end = start;
        while (end < text.length()
                && end < start + 10
                && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '!')) {
            end++;
        }
        return text.substring(start, end).toLowerCase(Locale.ROOT);
    }

    static WebPage parse(String text) {
        var reader = new Reader(text);
        reader.read();
        return new WebPage(reader.links, reader.pictures, reader.hasPicturesElsewhere);
    }

    private static final class Reader {
        private final String text;
        private final List<String> links = new ArrayList<>();
        private final List<byte[]> pictures = new ArrayList<>();
        private boolean hasPicturesElsewhere;

        Reader(String text) {
            this.text = text;
        }

        void read() {
            int at = 0;
            while (at < text.length()) {
                int tag = text.indexOf('<', at);
                int end = tag < 0 ? text.length() : tag;
                HtmlText.plain(text.substring(at, end)).lines().forEach(this::line);
                at = end == text.length() ? end : behindTag(end);
            }
        }

        private int behindTag(int start) {
            if (text.startsWith("<!--", start)) {
                return behind("-->", start);
            }
            int end = start + 1;
            char quote = 0;
            while (end < text.length() && (quote != 0 || text.charAt(end) != '>')) {
                char sign = text.charAt(end++);
                if (quote == 0 ? sign == '"' || sign == '\'' : sign == quote) {
                    quote = quote == 0 ? sign : 0;
                }
            }
            var name = name(text, start + 1);
            attributes(name, text.substring(start + 1, end));
            // A script is no text that anyone sees.
            return name.equals("script") || name.equals("style") ? behindContent(name, end) : end + 1;
        }

        private int behindContent(String name, int start) {
            int end = text.indexOf("</", start);
            while (end >= 0 && !text.regionMatches(true, end + 2, name, 0, name.length())) {
                end = text.indexOf("</", end + 2);
            }
            return end < 0 ? text.length() : end;
        }

        private int behind(String mark, int start) {
            int end = text.indexOf(mark, start);
            return end < 0 ? text.length() : end + mark.length();
        }

        private void attributes(String tag, String inner) {
            var attribute = ATTRIBUTE.matcher(inner);
            while (attribute.find()) {
                var value = HtmlText.plain(value(attribute.group(2), attribute.group(3), attribute.group(4)));
                var held = DataUrls.in(value);
                pictures.addAll(held);
                hasPicturesElsewhere |=
                        tag.equals("img") && attribute.group(1).equalsIgnoreCase("src") && held.isEmpty();
                line(value);
            }
        }

        private static String value(String quoted, String singlyQuoted, String bare) {
            return quoted != null ? quoted : singlyQuoted != null ? singlyQuoted : bare;
        }

        /// A link reaches to the end of its line, for some have spaces; behind other words only to the next space.
        private void line(String line) {
            var link = LINK.matcher(line);
            int start = link.find() ? link.start() : line.length();
            boolean isAlone = line.substring(0, start).isBlank();
            while (start < line.length()) {
                int end = link.find() ? link.start() : line.length();
                var whole = line.substring(start, end).strip();
                links.add(isAlone ? whole : whole.split("\\s", 2)[0]);
                start = end;
            }
        }
    }
}
