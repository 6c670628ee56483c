package dev.tessera.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.desktop.control.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final Path SOURCES = Path.of("src/main/java/dev/tessera/desktop");
    private static final Pattern USE = Pattern.compile("text\\(\\s*\"([a-z0-9-]+\\.[a-z0-9.-]+)\"");
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("dev.tessera.desktop.messages", Locale.ROOT);

    @Test
    void everyKeyUsedIsThereAndNoneIsUnused() throws IOException {
        assertThat(new TreeSet<>(BUNDLE.keySet())).isEqualTo(new TreeSet<>(used()));
    }

    @Test
    void everyTextIsAFormatAndHasNoStraightApostrophe() {
        assertThat(BUNDLE.keySet()).allSatisfy(key -> {
            assertThat(BUNDLE.getString(key)).isNotBlank().doesNotContain("'");
            assertThat(new MessageFormat(BUNDLE.getString(key), Locale.ROOT)).isNotNull();
        });
    }

    @Test
    void pluralsAreRight() {
        assertThat(Messages.text("entries.count", 0)).isEqualTo("No accounts");
        assertThat(Messages.text("entries.count", 1)).isEqualTo("One account");
        assertThat(Messages.text("entries.count", 24)).isEqualTo("24 accounts");
        assertThat(Messages.text("add.summary", 1, 1))
                .isEqualTo("One account. One thing more was there and is left alone.");
    }

    private static Set<String> used() throws IOException {
        var keys = new TreeSet<String>();
        try (var files = Files.walk(SOURCES)) {
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                var matcher = USE.matcher(Files.readString(file));
                while (matcher.find()) {
                    keys.add(matcher.group(1));
                }
            }
        }
        return keys;
    }
}
