package dev.tessera.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.desktop.control.Language;
import dev.tessera.desktop.control.Messages;
import dev.tessera.desktop.control.PluralForms;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class MessagesTest {
    private static final Path SOURCES = Path.of("src/main/java/dev/tessera/desktop");
    private static final Path TEXTS = Path.of("src/main/resources/dev/tessera/desktop");
    private static final Pattern PLAIN = Pattern.compile("text\\(\\s*\"([a-z0-9-]+\\.[a-z0-9.-]+)\"");
    private static final Pattern COUNTED = Pattern.compile("counted\\(\\s*\"([a-z0-9-]+\\.[a-z0-9.-]+)\"");
    private static final Pattern BOXES = Pattern.compile("[\u200f\u061c\u202a-\u202e\u2066-\u2069]");
    private static final Pattern HOLE = Pattern.compile("\\{(\\d)[^}]*}");

    @AfterEach
    void speakEnglish() {
        Messages.speak(Language.ENGLISH);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyKeyUsedIsThereInEveryFormAndNoneIsUnused(Language language) {
        var wanted = new TreeSet<>(used(PLAIN));
        for (var key : used(COUNTED)) {
            PluralForms.of(language).forEach(form -> wanted.add(key + "." + form));
        }
        var there = new TreeSet<>(texts(language).stringPropertyNames());
        there.removeIf(key -> key.endsWith(".0") && used(COUNTED).contains(key.substring(0, key.length() - 2)));
        assertThat(there).isEqualTo(wanted);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyTextIsAFormatAndHasNoStraightApostrophe(Language language) {
        var texts = texts(language);
        assertThat(texts.stringPropertyNames()).allSatisfy(key -> {
            var text = texts.getProperty(key);
            assertThat(text).isNotBlank().doesNotContain("'").isEqualTo(text.strip());
            assertThat(new MessageFormat(text, language.locale())).isNotNull();
        });
    }

    /// The last one of two would be taken, and nobody would see the first.
    @ParameterizedTest
    @EnumSource(Language.class)
    void noKeyIsThereTwice(Language language) throws IOException {
        for (var bundle : new String[] {"messages", "said"}) {
            try (var lines = Files.lines(TEXTS.resolve(file(bundle, language)))) {
                assertThat(lines.filter(line -> line.contains("=")).map(line -> line.split("=", 2)[0]))
                        .doesNotHaveDuplicates();
            }
        }
    }

    /// A number may be left out where a form says it in words.
    @ParameterizedTest
    @EnumSource(value = Language.class, mode = Mode.EXCLUDE, names = "ENGLISH")
    void everyTranslationFillsInWhatTheEnglishTextDoes(Language language) {
        var english = texts(Language.ENGLISH);
        var texts = texts(language);
        assertThat(used(PLAIN))
                .allSatisfy(key ->
                        assertThat(holes(texts.getProperty(key))).as(key).isEqualTo(holes(english.getProperty(key))));
        assertThat(used(COUNTED))
                .allSatisfy(key -> PluralForms.of(language)
                        .forEach(form -> assertThat(without0(texts.getProperty(key + "." + form)))
                                .as(key + "." + form)
                                .isIn(
                                        without0(english.getProperty(key + ".other")),
                                        without0(
                                                english.getProperty(key + (form.equals("one") ? ".one" : ".other"))))));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aFileForManyThingsSaysTheNumber(Language language) {
        var texts = texts(language);
        assertThat(used(COUNTED))
                .allSatisfy(key ->
                        assertThat(holes(texts.getProperty(key + ".other"))).contains("0"));
    }

    @Test
    void pluralsAreRight() {
        assertThat(Messages.counted("entries.count", 0)).isEqualTo("No accounts");
        assertThat(Messages.counted("entries.count", 1)).isEqualTo("One account");
        assertThat(Messages.counted("entries.count", 24)).isEqualTo("24 accounts");
    }

    @Test
    void aLanguageWithAFormForNoneSpeaksItself() {
        Messages.speak(Language.ARABIC);
        assertThat(Messages.counted("entries.count", 0))
                .isEqualTo(texts(Language.ARABIC).getProperty("entries.count.zero"));
    }

    /// JavaFX shows isolates and, within a text from right to left, the right-to-left mark as boxes.
    @ParameterizedTest
    @EnumSource(Language.class)
    void noTextHasASignThatIsShownAsABox(Language language) {
        assertThat(texts(language).values())
                .noneMatch(text -> BOXES.matcher((String) text).find());
        Messages.speak(language);
        assertThat(Messages.leftToRight("123 456")).doesNotContainPattern(BOXES);
    }

    @Test
    void numbersHaveTheDigitsOfTheCodesInEveryLanguage() {
        for (var language : Language.values()) {
            Messages.speak(language);
            assertThat(Messages.counted("entries.count", 24)).as(language.tag()).contains("24");
        }
    }

    private static Set<String> holes(String text) {
        return HOLE.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> without0(String text) {
        var holes = holes(text);
        holes.remove("0");
        return holes;
    }

    private static Properties texts(Language language) {
        var texts = new Properties();
        try (Reader reader = Files.newBufferedReader(TEXTS.resolve(file("messages", language)))) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private static String file(String bundle, Language language) {
        var tag = language == Language.ENGLISH ? "" : "_" + language.tag().replace('-', '_');
        return bundle + tag + ".properties";
    }

    private static Set<String> used(Pattern use) {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(f -> f.toString().endsWith(".java"))
                    .flatMap(file -> uses(file, use))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> uses(Path file, Pattern use) {
        try {
            return use.matcher(Files.readString(file)).results().map(found -> found.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
