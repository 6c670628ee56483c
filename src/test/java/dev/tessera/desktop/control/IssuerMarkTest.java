package dev.tessera.desktop.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForAsyncFx;

import dev.tessera.desktop.WindowTest;
import java.util.List;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.simpleicons.SimpleIcons;
import org.testfx.framework.junit5.Start;

@WindowTest
class IssuerMarkTest {
    private static final PseudoClass BRANDED = PseudoClass.getPseudoClass("branded");

    private final StackPane root = new StackPane();

    @Start
    void start(Stage stage) {
        root.getChildren().add(new IssuerMark());
        var scene = new Scene(root, 100, 100);
        Theme.dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void aKnownIssuerHasItsIconInTheFontOfThePack() {
        show("GitHub", "ann");
        var icon = icons().getFirst();
        assertThat(icon.getIconCode()).isEqualTo(SimpleIcons.GITHUB);
        assertThat(icon.getFont().getFamily()).isEqualTo("Simple-Icons");
        assertThat(icon.getIconSize()).isEqualTo(26);
        assertThat(letters()).isEmpty();
        assertThat(mark().getPseudoClassStates()).contains(BRANDED);
        assertThat(mark().getLayoutBounds().getWidth()).isEqualTo(44);
    }

    @Test
    void anyOtherHasItsMonogram() {
        show("Pexip", "github");
        assertThat(icons()).isEmpty();
        assertThat(letters()).containsExactly("P");
        assertThat(mark().getPseudoClassStates()).doesNotContain(BRANDED);
    }

    @Test
    void anAccountNameIsNoIssuer() {
        show("", "GitHub");
        assertThat(icons()).isEmpty();
        assertThat(letters()).containsExactly("G");
    }

    @Test
    void theMarkFollowsTheNameAsItIsTyped() {
        for (var typed : List.of("S", "St", "Ste", "Stea")) {
            show(typed, "");
            assertThat(letters()).containsExactly("S");
        }
        show("Steam", "");
        assertThat(icons().getFirst().getIconCode()).isEqualTo(SimpleIcons.STEAM);
        show("GitLab", "");
        assertThat(icons()).singleElement().extracting(FontIcon::getIconCode).isEqualTo(SimpleIcons.GITLAB);
        show("GitLabs", "");
        assertThat(icons()).isEmpty();
    }

    @Test
    void wipedNoBrandIsShown() {
        show("GitHub", "ann");
        waitForAsyncFx(10_000, mark()::wipe);
        assertThat(icons()).isEmpty();
        assertThat(letters()).containsExactly("•");
        assertThat(mark().getPseudoClassStates()).doesNotContain(BRANDED);
    }

    private IssuerMark mark() {
        return (IssuerMark) root.getChildren().getFirst();
    }

    private void show(String issuer, String accountName) {
        waitForAsyncFx(10_000, () -> {
            mark().show(issuer, accountName);
            root.applyCss();
            root.layout();
        });
    }

    private List<FontIcon> icons() {
        return nodes(mark())
                .filter(FontIcon.class::isInstance)
                .map(FontIcon.class::cast)
                .toList();
    }

    private List<String> letters() {
        return nodes(mark())
                .filter(Label.class::isInstance)
                .map(node -> ((Label) node).getText())
                .toList();
    }

    private static Stream<Node> nodes(Node node) {
        var below = node instanceof Parent parent ? parent.getChildrenUnmodifiable() : List.<Node>of();
        return Stream.concat(Stream.of(node), below.stream().flatMap(IssuerMarkTest::nodes));
    }
}
