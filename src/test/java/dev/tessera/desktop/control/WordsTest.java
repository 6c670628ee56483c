package dev.tessera.desktop.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.desktop.WindowTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Properties;
import java.util.stream.Collectors;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.util.WaitForAsyncUtils;

/// Text from right to left at every width: nothing fails, and no word is lost.
@WindowTest
class WordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"ar", "he"})
    void everyTextOfTheLanguageIsLaidOutAtEveryWidth(String tag) throws IOException {
        var texts = new Properties();
        try (var reader = Files.newBufferedReader(
                Path.of("src/main/resources/dev/tessera/desktop/messages_" + tag + ".properties"))) {
            texts.load(reader);
        }
        var lost = new ArrayList<String>();
        WaitForAsyncUtils.waitForAsyncFx(120_000, () -> {
            for (var key : texts.stringPropertyNames()) {
                var words = new Words(texts.getProperty(key));
                var box = new VBox(words);
                var scene = new Scene(box);
                for (int width = 60; width < 480; width += 60) {
                    scene.getRoot().resize(width, 900);
                    box.applyCss();
                    box.layout();
                    words.layout();
                    if (Words.isRightToLeft(words.getText()) && !shown(words).equals(bare(words.getText()))) {
                        lost.add(key + " at " + width + ": " + shown(words));
                    }
                }
            }
        });
        assertThat(lost).isEmpty();
    }

    @Test
    void theHeightFollowsTheNumberOfLines() {
        var words = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            var made = new Words("שלום עולם זה טוב מאוד");
            var box = new VBox(made);
            new Scene(box);
            box.applyCss();
            return made;
        });
        double one = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> words.prefHeight(1000));
        assertThat(WaitForAsyncUtils.waitForAsyncFx(10_000, () -> words.prefHeight(60)))
                .isGreaterThan(2 * one);
        assertThat(WaitForAsyncUtils.waitForAsyncFx(10_000, () -> words.prefHeight(-1)))
                .isEqualTo(one);
    }

    /// All lines, without the spaces at which they are broken.
    private static String shown(Words words) {
        return words.lookupAll(".words-line").stream()
                .sorted((a, b) -> Double.compare(a.getLayoutY(), b.getLayoutY()))
                .map(node -> bare(((Text) node).getText()))
                .collect(Collectors.joining());
    }

    private static String bare(String text) {
        return text.replaceAll("\\s", "");
    }
}
