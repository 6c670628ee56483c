package dev.tessera.desktop.region;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.scan.ScreenPicture;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegionViewModelTest {
    private final List<Part> taken = new ArrayList<>();
    private final List<String> cancelled = new ArrayList<>();
    private final RegionViewModel model = new RegionViewModel(
            List.of(screen(1600, 900, 0), screen(800, 600, 1600)), taken::add, () -> cancelled.add(""));

    @Test
    void aBoxIsTakenWhenTheMouseLetsGo() {
        model.press(0, 100.4, 200.6);
        model.drag(300, 400);
        assertThat(taken).isEmpty();
        assertThat(model.partProperty().get()).contains(new Part(0, 100, 201, 200, 199));
        model.release(310, 411);
        assertThat(taken).containsExactly(new Part(0, 100, 201, 210, 210));
    }

    @Test
    void itMayBeDrawnInAnyDirection() {
        model.press(1, 500, 400);
        model.drag(300, 100);
        assertThat(model.partProperty().get()).contains(new Part(1, 300, 100, 200, 300));
    }

    @Test
    void itEndsAtTheEdgesOfItsScreen() {
        model.press(1, 500, 400);
        model.drag(5000, -70);
        assertThat(model.partProperty().get()).contains(new Part(1, 500, 0, 300, 400));
    }

    @Test
    void aClickOrASliverIsNoBox() {
        model.press(0, 100, 100);
        model.release(100, 100);
        model.press(0, 100, 100);
        model.drag(500, 100 + RegionViewModel.LEAST_SIDE - 1);
        model.release(500, 100 + RegionViewModel.LEAST_SIDE - 1);
        assertThat(taken).isEmpty();
        assertThat(model.partProperty().get()).isEmpty();
    }

    @Test
    void keysMoveABoxThatBeginsInTheMiddle() {
        model.move(1, 0, 0);
        assertThat(model.partProperty().get()).contains(new Part(1, 240, 140, 320, 320));
        model.move(1, -10, 10);
        model.grow(1, 30, -40);
        assertThat(model.partProperty().get()).contains(new Part(1, 230, 150, 350, 280));
        model.take();
        assertThat(taken).containsExactly(new Part(1, 230, 150, 350, 280));
    }

    @Test
    void keysKeepItOnTheScreenAndLargeEnough() {
        model.move(1, -9999, 9999);
        assertThat(model.partProperty().get()).contains(new Part(1, 0, 280, 320, 320));
        model.grow(1, 9999, -9999);
        assertThat(model.partProperty().get()).contains(new Part(1, 0, 280, 800, RegionViewModel.LEAST_SIDE));
        model.grow(1, Integer.MAX_VALUE, Integer.MIN_VALUE);
        assertThat(model.partProperty().get()).contains(new Part(1, 0, 280, 800, RegionViewModel.LEAST_SIDE));
    }

    @Test
    void keysOnAnotherScreenBeginANewBoxThere() {
        model.move(1, 0, 0);
        model.move(0, 0, 0);
        assertThat(model.partProperty().get()).contains(new Part(0, 640, 290, 320, 320));
    }

    @Test
    void withoutABoxNothingIsTaken() {
        model.take();
        assertThat(taken).isEmpty();
        model.cancel();
        assertThat(cancelled).hasSize(1);
    }

    private static ScreenPicture screen(int width, int height, int left) {
        return new ScreenPicture(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), left, 0);
    }
}
