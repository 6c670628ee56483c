package dev.tessera.desktop.add;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.tessera.crypto.Passphrase;
import dev.tessera.desktop.Accounts;
import dev.tessera.desktop.FakeFiles;
import dev.tessera.desktop.FakePasteboard;
import dev.tessera.desktop.FakeTime;
import dev.tessera.desktop.control.Threads;
import dev.tessera.desktop.control.Ticker;
import dev.tessera.desktop.region.Part;
import dev.tessera.otpauth.MigrationPayload;
import dev.tessera.otpauth.OtpauthUri;
import dev.tessera.scan.QrEncoder;
import dev.tessera.scan.ScreenPicture;
import dev.tessera.scan.camera.Cameras;
import dev.tessera.scan.camera.FilmDriver;
import dev.tessera.session.VaultSession;
import dev.tessera.vault.file.KdfCost;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AddViewModelTest {
    private static final String LINK = "otpauth://totp/Acme:ann?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Acme";

    private final FakeTime time = new FakeTime(Instant.ofEpochSecond(59));
    private final TakenExports exports = new TakenExports();
    private final FakePasteboard pasteboard = new FakePasteboard();
    private final List<BufferedImage> screens = new ArrayList<>();
    private final FilmDriver cameras = new FilmDriver();
    private final List<Duration> waits = new ArrayList<>();
    private final List<UUID> added = new ArrayList<>();
    private final Path folder;
    private final VaultSession session;
    private final AddViewModel model;
    private final FakeFiles files = new FakeFiles();
    private Optional<IOException> noScreen = Optional.empty();

    AddViewModelTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        try (var passphrase = Passphrase.copyOf("a passphrase".toCharArray())) {
            session = VaultSession.create(folder.resolve("v.tessera"), passphrase, KdfCost.LEAST, time);
        }
        var threads = new Threads(Runnable::run, Runnable::run, time);
        model = new AddViewModel(
                session,
                new Ticker(time, threads),
                time,
                new AddViewModel.Environment(
                        threads,
                        new Sources(this::capture, files, pasteboard, Cameras.of(cameras)),
                        exports,
                        added::addAll));
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void anExportOfAnotherProgramGoesToWhoCanReadIt() {
        var files = List.of(folder.resolve("one.png"), folder.resolve("export.json"));
        model.readFiles(files);
        assertThat(exports.taken).isEqualTo(files);
        assertThat(model.stateProperty().get()).isInstanceOf(AddState.Idle.class);
        model.importExports();
        assertThat(exports.asked).isEqualTo(1);
    }

    @Test
    void anAccountOnTheScreenIsPreviewedAndThenAdded() {
        screens.add(QrEncoder.image(LINK, 4));
        model.scanScreen();
        assertThat(preview().heading()).isEqualTo("Found on your screen");
        assertThat(preview().candidates()).hasSize(1);
        assertThat(session.vault().entries()).isEmpty();
        model.addChosen();
        assertThat(session.vault().listed()).singleElement().satisfies(entry -> {
            assertThat(entry.account().issuer()).isEqualTo("Acme");
            assertThat(added).containsExactly(entry.id());
        });
        assertThat(model.stateProperty().get()).isEqualTo(new AddState.Idle());
    }

    @Test
    void allScreensAreReadAndACodeSeenTwiceCountsOnce() {
        screens.add(QrEncoder.image(LINK, 4));
        screens.add(QrEncoder.image(LINK, 6));
        screens.add(QrEncoder.image(OtpauthUri.format(Accounts.pexip()), 4));
        model.scanScreen();
        assertThat(preview().candidates()).hasSize(2);
    }

    @Test
    void cancellingAddsNothing() {
        model.readText(LINK);
        model.cancel();
        model.addChosen();
        assertThat(session.vault().entries()).isEmpty();
    }

    @Test
    void aDuplicateMayBeKeptRenamedOrAddedAgain() throws Exception {
        session.add(OtpauthUri.parse(LINK).account());
        var renamed = LINK.replace("Acme", "Apex");
        model.readText(renamed);
        var candidate = preview().candidates().getFirst();
        assertThat(candidate.duplicateProperty().get()).isPresent();
        assertThat(candidate.choiceProperty().get()).isEqualTo(Candidate.Choice.LEAVE);
        model.addChosen();
        assertThat(titles()).containsExactly("Acme");

        model.readText(renamed);
        preview().candidates().getFirst().choiceProperty().set(Candidate.Choice.RENAME);
        model.addChosen();
        assertThat(titles()).containsExactly("Apex");

        model.readText(renamed);
        preview().candidates().getFirst().choiceProperty().set(Candidate.Choice.ADD);
        model.addChosen();
        assertThat(titles()).containsExactly("Apex", "Apex");
    }

    @Test
    void manyLinesOfTextAreAddedInOneSave() {
        pasteboard.text =
                Optional.of(LINK + "\n\n# a note\n" + OtpauthUri.format(Accounts.pexip()) + "\nhttps://example.org/x");
        model.paste();
        assertThat(preview().candidates()).hasSize(2);
        assertThat(preview().leftAlone()).hasSize(1);
        model.addChosen();
        assertThat(titles()).containsExactly("Acme", "Pexip");
    }

    @Test
    void partsOfAnExportGatherInAnyOrder() {
        var accounts = IntStream.range(0, 9)
                .mapToObj(i -> Accounts.varied("Site " + i, "ann", i))
                .toList();
        var more = IntStream.range(0, 3)
                .mapToObj(i -> Accounts.varied("More " + i, "ann", i))
                .toList();
        var all = new ArrayList<>(accounts);
        all.addAll(more);
        var parts = MigrationPayload.format(all, 42);
        model.readText(parts.get(1));
        assertThat(preview().missing().orElseThrow()).startsWith("1 of 2 parts").contains("part 1");
        model.readText(parts.get(0));
        assertThat(preview().missing()).isEmpty();
        assertThat(preview().candidates()).hasSize(12);
    }

    @Test
    void aPictureInAPageThatIsDroppedIsRead() throws IOException {
        var png = new ByteArrayOutputStream();
        ImageIO.write(QrEncoder.image(LINK, 4), "png", png);
        model.readText(
                "<img src=\"data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray()) + "\">");
        assertThat(preview().candidates()).hasSize(1);
        model.cancel();
        pasteboard.picture = Optional.of(QrEncoder.image(LINK, 4));
        model.take(pasteboard);
        assertThat(preview().candidates()).hasSize(1);
    }

    @Test
    void aDroppedPictureThatIsBrokenIsNamed() {
        model.readText("data:image/png;base64,iVBORw0KGgo=");
        assertThat(model.stateProperty().get()).isInstanceOf(AddState.Nothing.class);
    }

    @Test
    void aPictureFileIsRead() throws IOException {
        var file = folder.resolve("code.png");
        ImageIO.write(QrEncoder.image(LINK, 4), "png", file.toFile());
        files.pictures = () -> List.of(file);
        model.openPictures();
        assertThat(preview().heading()).isEqualTo("Found in the picture");
    }

    @Test
    void aTextFileDroppedIsRead() throws IOException {
        var file = folder.resolve("links.txt");
        Files.writeString(file, LINK + "\n");
        model.readFiles(List.of(file));
        assertThat(preview().candidates()).hasSize(1);
    }

    @Test
    void aFileThatIsNeitherIsSaid() throws IOException {
        var file = folder.resolve("archive.zip");
        Files.write(file, new byte[] {0x50, 0x4b, 3, 4, (byte) 0xff, (byte) 0xfe});
        model.readFiles(List.of(file, folder.resolve("gone.png")));
        assertThat(nothing().seen())
                .hasSize(2)
                .last()
                .asString()
                .startsWith("There is no file")
                .endsWith("gone.png.");
    }

    @Test
    void aPictureInTheClipboardIsRead() {
        pasteboard.picture = Optional.of(QrEncoder.image(LINK, 4));
        model.paste();
        assertThat(preview().candidates()).hasSize(1);
    }

    @Test
    void anEmptyClipboardIsSaid() {
        model.paste();
        assertThat(nothing().heading()).isEqualTo("Nothing to paste");
    }

    @Test
    void aBareSecretOpensTheForm() {
        model.readText("JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP");
        assertThat(model.stateProperty().get())
                .asInstanceOf(type(AddState.Typing.class))
                .satisfies(typing -> assertThat(typing.form().secretProperty().get())
                        .isEqualTo("JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP"));
    }

    @Test
    void nothingOnTheScreenOffersAnotherLook() {
        screens.add(new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB));
        model.scanScreen();
        assertThat(nothing().again()).isEqualTo(AddState.Again.SLOWLY);
        model.scanScreenSlowly();
        assertThat(waits).containsExactly(Duration.ZERO, Duration.ofSeconds(3));
    }

    @Test
    void aPartOfTheScreenIsReadAlone() {
        screens.add(QrEncoder.image(OtpauthUri.format(Accounts.pexip()), 4));
        screens.add(QrEncoder.image(LINK, 4));
        model.scanRegion();
        assertThat(waits).containsExactly(Duration.ZERO);
        pick(new Part(1, 0, 0, 300, 300));
        assertThat(preview().candidates()).hasSize(1);
        model.addChosen();
        assertThat(session.vault().listed())
                .singleElement()
                .satisfies(entry -> assertThat(entry.account().issuer()).isEqualTo("Acme"));
    }

    @Test
    void nothingInThePartOffersAnotherPart() {
        screens.add(new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB));
        model.scanRegion();
        pick(new Part(0, 20, 20, 100, 100));
        assertThat(nothing().again()).isEqualTo(AddState.Again.REGION);
    }

    @Test
    void noPartMayBePicked() {
        screens.add(QrEncoder.image(LINK, 4));
        model.scanRegion();
        assertThat(model.takesMore()).isFalse();
        model.cancel();
        assertThat(model.stateProperty().get()).isEqualTo(new AddState.Idle());
    }

    @Test
    void partOfAScreenThatCannotBeCapturedIsSaid() {
        noScreen = Optional.of(new IOException("the screen may not be seen: allow it"));
        model.scanRegion();
        assertThat(nothing().seen()).containsExactly("The screen may not be seen: allow it.");
    }

    /// As if it had been drawn with the mouse.
    private void pick(Part part) {
        var region = ((AddState.Picking) model.stateProperty().get()).region();
        region.take(part);
    }

    @Test
    void aCodeThatIsNoAccountIsExplained() {
        screens.add(QrEncoder.image("https://example.org/login", 4));
        model.scanScreen();
        assertThat(nothing().heading()).isEqualTo("No account in this QR code");
        assertThat(nothing().seen()).singleElement().asString().contains("example.org");
    }

    @Test
    void aScreenThatCannotBeCapturedIsSaid() {
        noScreen = Optional.of(new IOException("the screen may not be seen: allow it"));
        model.scanScreen();
        assertThat(nothing().seen()).containsExactly("The screen may not be seen: allow it.");
    }

    @Test
    void anAccountWithAPinWaitsForIt() {
        model.readText("otpauth://yaotp/Yandex:me?secret=LA2V6KMCGYMWWVEW64RNP3JA3IAAAAAAHTSG4HRZPI&pin_length=6");
        var candidate = preview().candidates().getFirst();
        assertThat(candidate.needsPin()).isTrue();
        assertThat(candidate.choiceProperty().get()).isEqualTo(Candidate.Choice.LEAVE);
        candidate.pin("12".toCharArray());
        assertThat(candidate.pinProblemProperty().get()).isNotBlank();
        candidate.pin("123456".toCharArray());
        assertThat(candidate.choiceProperty().get()).isEqualTo(Candidate.Choice.ADD);
        model.addChosen();
        assertThat(session.vault().listed()).hasSize(1);
    }

    @Test
    void aTypedAccountIsAdded() {
        model.typeIn();
        model.addTyped();
        assertThat(session.vault().entries()).isEmpty();
        ((AddState.Typing) model.stateProperty().get()).form().secretProperty().set("JBSWY3DPEHPK3PXP");
        model.addTyped();
        assertThat(session.vault().listed()).hasSize(1);
    }

    @Test
    void whatCannotBeSavedIsSaidAndNothingIsAdded() throws IOException {
        model.readText(LINK);
        Files.delete(session.file());
        Files.createDirectory(session.file());
        model.addChosen();
        assertThat(nothing().heading()).isEqualTo("Not saved");
        assertThat(session.vault().entries()).isEmpty();
    }

    @Test
    void closedItShowsNothingMore() {
        model.close();
        screens.add(QrEncoder.image(LINK, 4));
        model.readText(LINK);
        model.close();
        assertThat(model.stateProperty().get()).isEqualTo(new AddState.Idle());
    }

    private List<ScreenPicture> capture(Duration wait) throws IOException {
        waits.add(wait);
        if (noScreen.isPresent()) {
            throw noScreen.get();
        }
        return screens.stream().map(screen -> new ScreenPicture(screen, 0, 0)).toList();
    }

    private AddState.Preview preview() {
        return (AddState.Preview) model.stateProperty().get();
    }

    private AddState.Nothing nothing() {
        return (AddState.Nothing) model.stateProperty().get();
    }

    private List<String> titles() {
        return session.vault().listed().stream()
                .map(entry -> entry.account().title())
                .toList();
    }
}
