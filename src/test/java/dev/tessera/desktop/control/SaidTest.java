package dev.tessera.desktop.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction.LoadConstantInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class SaidTest {
    private static final Path TEXTS = Path.of("src/main/resources/dev/tessera/desktop");
    private static final Path NEVER_SHOWN = Path.of("src/test/resources/dev/tessera/desktop/never-shown.txt");
    private static final Pattern HOLE = Pattern.compile("\\{\\d}");
    private static final Pattern FORMAT = Pattern.compile("%[sd]");
    private static final Set<String> FLOORS_ABOVE = Set.of("cli", "desktop", "demo", "walk", "agent");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "it is empty | darin ist nichts",
                "pin has 3 digits; the link says it has 4 | pin hat 3 Stellen; laut dem Link sind es 4",
                "Not saved, nothing was changed: the disk is full. Free some space, then try again. | Der Datenträger ist voll",
                "digits is 12; it must be 1 to 10 | 1 bis 10",
                "Page 2: There was not enough time to find all the codes in it. Import this part on its own. | Seite 2",
                "The file has no part “secret is missing”: it is damaged or incomplete. Export it again. | secret is missing",
                "The export does not state some values; the defaults were used: time-based codes, SHA1. | SHA1",
                "The export does not state some values; the defaults were used: SHA1, 6 digits. | SHA1, 6 Stellen",
                "This file (a list of links, Aegis) is encrypted. Enter the passphrase it was exported with. | (eine Liste von Links, Aegis)",
                "The passphrase is wrong, or the file is damaged. Try the passphrase the file was exported with. Formats tried: OTPClient, andOTP. | Versuchte Formate: OTPClient, andOTP.",
                "digits does not suit Steam; for Steam it must be 5 characters | muss es 5 Zeichen sein",
                "period does not suit Steam; for Steam it must be 30 seconds | muss es 30 s sein",
                "This is Wi-Fi access, not an authenticator account. Look for the QR code on the page where you set up "
                        + "two-factor log-in for the site. | ein WLAN-Zugang",
                "This is a contact, not an authenticator account. Look for the QR code on the page where you set up "
                        + "two-factor log-in for the site. | ein Kontakt",
            })
    void whatIsFilledInStandsInTheTextOfTheLanguage(String english, String part) {
        assertThat(Said.in(Language.GERMAN, english)).isNotEqualTo(english).containsIgnoringCase(part);
    }

    @Test
    void eachLineOfAListIsATextOfItsOwn() {
        var english = "This file may have one of these formats (Aegis, 2FAS), but it cannot be read as any of them. "
                + "Aegis: The passphrase is right, but the file is damaged. Export it again from Aegis.\n"
                + "2FAS: This file is empty. Export it again.";
        assertThat(Said.in(Language.GERMAN, english))
                .contains("Aegis: Die Passphrase stimmt")
                .endsWith("\n2FAS: Diese Datei ist leer. Bitte neu exportieren.");
    }

    @Test
    void whatIsNotKnownStaysAsItIs() {
        assertThat(Said.in(Language.GERMAN, "Nobody has ever said this")).isEqualTo("Nobody has ever said this");
        assertThat(Said.in(Language.GERMAN, "")).isEmpty();
        assertThat(Said.in(Language.ENGLISH, "it is empty")).isEqualTo("it is empty");
    }

    @ParameterizedTest
    @EnumSource(value = Language.class, mode = Mode.EXCLUDE, names = "ENGLISH")
    void everyLanguageHasEveryText(Language language) {
        var english = texts(Language.ENGLISH);
        var texts = texts(language);
        assertThat(texts.keySet()).isEqualTo(english.keySet());
        english.forEach((key, text) -> assertThat(texts.get(key))
                .as(key)
                .isNotBlank()
                .doesNotContain("'")
                .doesNotContainPattern("[\\u200f\\u061c\\u2066-\\u2069]")
                .satisfies(there -> assertThat(holes(there)).isEqualTo(holes(text))));
    }

    /// Each is found by its English, whatever is filled in.
    @Test
    void everyTextIsFound() {
        texts(Language.JAPANESE).forEach((key, text) -> {
            var filled = HOLE.matcher(texts(Language.ENGLISH).get(key))
                    .replaceAll(hole -> "w" + hole.group().charAt(1));
            assertThat(Said.in(Language.JAPANESE, filled))
                    .isEqualTo(HOLE.matcher(text)
                            .replaceAll(hole -> "w" + hole.group().charAt(1)));
        });
    }

    /// A text that a lower floor gained, or says in other words, has to be put into `said.properties` and into that of
    /// each language, or, where no window ever shows it, into `never-shown.txt`.
    @Test
    void everyTextOfTheLowerFloorsIsKnown() throws IOException {
        var known =
                texts(Language.ENGLISH).values().stream().map(SaidTest::bare).collect(Collectors.toSet());
        known.addAll(Files.readAllLines(NEVER_SHOWN));
        var unknown = new TreeMap<>(saidByLowerFloors());
        unknown.keySet().removeIf(text -> known.contains(bare(text)) || known.contains(text));
        assertThat(unknown).isEmpty();
    }

    /// Each text with the places that say it.
    private static Map<String, Set<String>> saidByLowerFloors() throws IOException {
        var said = new TreeMap<String, Set<String>>();
        var classes = Path.of(
                Said.class.getProtectionDomain().getCodeSource().getLocation().getPath());
        try (var files = Files.walk(classes.resolve("dev/tessera"))) {
            for (var file : files.filter(SaidTest::isOfLowerFloor).toList()) {
                var type = ClassFile.of().parse(file);
                type.methods().forEach(method -> method.code().ifPresent(code -> collect(type, method, code, said)));
            }
        }
        return said;
    }

    private static boolean isOfLowerFloor(Path file) {
        int root = file.getNameCount() - 1;
        while (!file.getName(root).toString().equals("tessera")) {
            root--;
        }
        return file.toString().endsWith(".class")
                && file.getNameCount() > root + 2
                && !FLOORS_ABOVE.contains(file.getName(root + 1).toString());
    }

    private static void collect(ClassModel type, MethodModel method, CodeModel code, Map<String, Set<String>> said) {
        var made = new ArrayDeque<String>();
        if (method.methodName().equalsString("<init>")) {
            made.push(type.superclass().orElseThrow().asInternalName());
        }
        for (var element : code) {
            switch (element) {
                case NewObjectInstruction another ->
                    made.push(another.className().asInternalName());
                case InvokeInstruction call when call.name().equalsString("<init>") && !made.isEmpty() -> made.pop();
                case LoadConstantInstruction constant
                when constant.constantValue() instanceof String text -> collect(text, type, made.peek(), said);
                case InvokeDynamicInstruction call
                when call.name().equalsString("makeConcatWithConstants") ->
                    collect(joined(call), type, made.peek(), said);
                default -> {}
            }
        }
    }

    private static String joined(InvokeDynamicInstruction call) {
        var arguments = call.bootstrapArgs();
        var text = new StringBuilder();
        int hole = 0;
        int constant = 1;
        for (char sign : ((String) arguments.getFirst()).toCharArray()) {
            switch (sign) {
                case 1 -> text.append('{').append(hole++).append('}');
                case 2 -> text.append(arguments.get(constant++));
                default -> text.append(sign);
            }
        }
        return text.toString();
    }

    private static void collect(String text, ClassModel type, String madeOfIt, Map<String, Set<String>> said) {
        if (isForPeople(text, madeOfIt == null ? "" : madeOfIt)) {
            said.computeIfAbsent(text, _ -> new TreeSet<>())
                    .add(type.thisClass().asInternalName());
        }
    }

    /// Of what is no exception of ours, only what has the form of a sentence.
    private static boolean isForPeople(String text, String madeOfIt) {
        if (madeOfIt.startsWith("dev/tessera/") && madeOfIt.endsWith("Exception")) {
            return text.matches("(?s).*[a-z]{2,} [a-z{].*");
        }
        boolean isFile = text.contains("=") && text.contains("\n");
        return !madeOfIt.startsWith("java") && !isFile && text.matches("(?s).*[a-z]{2,} [a-z{]+ .*[a-z]{2,}.*");
    }

    private static Set<String> holes(String text) {
        return HOLE.matcher(text).results().map(found -> found.group()).collect(Collectors.toCollection(TreeSet::new));
    }

    /// However its holes are written.
    private static String bare(String text) {
        return FORMAT.matcher(HOLE.matcher(text).replaceAll("{}")).replaceAll("{}");
    }

    private static Map<String, String> texts(Language language) {
        var tag = language == Language.ENGLISH ? "" : "_" + language.tag().replace('-', '_');
        var texts = new Properties();
        try (Reader reader = Files.newBufferedReader(TEXTS.resolve("said" + tag + ".properties"))) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, texts::getProperty));
    }
}
