package dev.tessera.desktop.control;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the floors below the windows say, in the language of the windows.
///
/// They say it in English, as the command line prints it, with names and numbers filled in. The bundle `said` holds the
/// English of each such text, `{0}` for what is filled in; a text is found by its English, what was filled in is taken
/// out and put into the same text of the other language. See docs/decisions/020-said-in-english-found-by-it.md.
final class Said {
    private static final String BUNDLE = "dev.tessera.desktop.said";
    private static final Pattern HOLE = Pattern.compile("\\{(\\d)}");

    private final Language language;
    private final ResourceBundle texts;

    private Said(Language language) {
        this.language = language;
        this.texts = ResourceBundle.getBundle(BUNDLE, language.locale());
    }

    /// `english` in `language`; what of it is not known stays English.
    static String in(Language language, String english) {
        return language == Language.ENGLISH ? english : new Said(language).translated(english);
    }

    private String translated(String english) {
        var told = found(english);
        if (told.isEmpty() && !english.isEmpty() && Character.isUpperCase(english.charAt(0))) {
            // What begins a sentence has a capital that the text by itself has not.
            told = found(Character.toLowerCase(english.charAt(0)) + english.substring(1))
                    .map(language::capital);
        }
        return told.orElse(english);
    }

    private Optional<String> found(String english) {
        var same = Known.INSTANCE.whole.get(english);
        if (same != null) {
            return Optional.of(texts.getString(same));
        }
        for (var form : Known.INSTANCE.forms) {
            var found = form.pattern().matcher(english);
            if (found.matches()) {
                return Optional.of(filled(texts.getString(form.key()), form, found));
            }
        }
        return Optional.empty();
    }

    private String filled(String text, Form form, Matcher found) {
        var filled = new StringBuilder();
        var hole = HOLE.matcher(text);
        while (hole.find()) {
            int number = Integer.parseInt(hole.group(1));
            var said = found.group("h" + number);
            var told = form.isQuoted(number) ? said : part(said);
            hole.appendReplacement(filled, Matcher.quoteReplacement(told));
        }
        return hole.appendTail(filled).toString();
    }

    /// What was filled in may be a text of its own, or a list of such: with commas between them, or of whole lines.
    private String part(String said) {
        var told = translated(said);
        if (!told.equals(said)) {
            return told;
        }
        return said.contains("\n") ? list(said, "\n") : list(said, ", ");
    }

    private String list(String said, String separator) {
        return Stream.of(said.split(separator)).map(this::translated).collect(Collectors.joining(separator));
    }

    /// A text with holes.
    ///
    /// @param quoted the holes between quotation marks: names, which no language changes
    private record Form(String key, Pattern pattern, List<Integer> quoted, int length) {
        static Form of(String key, String english) {
            var pattern = new StringBuilder();
            var quoted = new ArrayList<Integer>();
            var hole = HOLE.matcher(english);
            int end = 0;
            while (hole.find()) {
                int number = Integer.parseInt(hole.group(1));
                boolean isName = english.startsWith("“", hole.start() - 1) && english.startsWith("”", hole.end());
                pattern.append(Pattern.quote(english.substring(end, hole.start())))
                        .append(
                                pattern.indexOf("<h" + number + ">") < 0
                                        ? "(?<h" + number + ">.*?)"
                                        : "\\k<h" + number + ">");
                if (isName) {
                    quoted.add(number);
                }
                end = hole.end();
            }
            pattern.append(Pattern.quote(english.substring(end)));
            return new Form(
                    key,
                    Pattern.compile(pattern.toString(), Pattern.DOTALL),
                    quoted,
                    HOLE.matcher(english).replaceAll("").length());
        }

        boolean isQuoted(int number) {
            return quoted.contains(number);
        }
    }

    /// The English texts; read when the first is asked for.
    private static final class Known {
        static final Known INSTANCE = new Known(ResourceBundle.getBundle(BUNDLE, Locale.ENGLISH));

        final Map<String, String> whole = new HashMap<>();
        final List<Form> forms = new ArrayList<>();

        Known(ResourceBundle english) {
            for (var key : Collections.list(english.getKeys())) {
                var text = english.getString(key);
                if (HOLE.matcher(text).find()) {
                    forms.add(Form.of(key, text));
                } else {
                    whole.put(text, key);
                }
            }
            // The most exact first.
            forms.sort(Comparator.comparingInt(Form::length).reversed());
        }
    }
}
