package dev.tessera.transfer.export;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.otp.OtpParameters;
import dev.tessera.scan.ImageFile;
import dev.tessera.vault.Details;
import dev.tessera.vault.Entry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class SheetTest {
    private static final SheetWriter WRITER = new SheetWriter(SheetWords.english());

    private static byte[] sheet(List<Entry> entries) {
        return ReadBack.written(ReadBack.plan(WRITER, Samples.vault(entries))).getFirst();
    }

    private static Set<String> links(List<Entry> entries) {
        return entries.stream()
                .map(entry -> Links.usual(new ExportEntry(entry, List.of())))
                .collect(Collectors.toSet());
    }

    @Test
    void eachQrCodeIsReadOffThePaperWithAllThatTheAccountIs() throws IOException {
        var entries = new ArrayList<>(Samples.ofEachKind());
        entries.add(named("حساب البنك", "علي@example.org"));
        entries.add(named("בנק", "משה"));
        entries.add(named("銀行", "山田太郎"));
        entries.add(named("Ελλάδα Україна", "x".repeat(300)));
        byte[] pdf = sheet(entries);
        assertThat(ReadBack.codes(List.of(pdf))).isEqualTo(links(entries));
        keepPictures(pdf);
    }

    /// For the eyes of a person.
    private static void keepPictures(byte[] pdf) throws IOException {
        var folder = Files.createDirectories(Path.of(System.getProperty("tessera.target", "target"), "sheet"));
        Files.write(folder.resolve("sheet.pdf"), pdf);
        ImageFile.read(pdf, (picture, number, _) -> {
            try {
                ImageIO.write(
                        picture,
                        "png",
                        folder.resolve("sheet-" + number + ".png").toFile());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Test
    void moreThanAPageGoesOnOnTheNext() throws IOException {
        var entries =
                IntStream.range(0, 25).mapToObj(i -> named("Site " + i, "ann")).toList();
        byte[] pdf = sheet(entries);
        assertThat(ReadBack.codes(List.of(pdf))).isEqualTo(links(entries));
        var pages = new ArrayList<Integer>();
        ImageFile.read(pdf, (_, number, _) -> pages.add(number));
        assertThat(pages).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void aNameThatIsTooLongForAQrCodeLeavesItsAccountOut() {
        var plan = ReadBack.plan(WRITER, Samples.vault(List.of(named("名".repeat(300), "ann"))));
        assertThat(plan.entries().getFirst().losses()).containsExactly(Loss.SIZE);
        assertThat(plan.written()).isEmpty();
    }

    @Test
    void thePagesAreOfA4AndHoldNoNameAsText() {
        var text = new String(sheet(Samples.ofEachKind()), ISO_8859_1);
        assertThat(text).startsWith("%PDF-1.4").endsWith("%%EOF\n").contains("/MediaBox [0 0 595.28 841.89]");
        assertThat(text).doesNotContain("Pexip", "GEZDGNBV");
    }

    @Test
    void aSignWithoutAFontIsTold() {
        var unassigned = new String(Character.toChars(0x10FFFD));
        assertThat(SheetText.canShow("Pexip ann")).isTrue();
        assertThat(WRITER.losses(new ExportEntry(named(unassigned, "ann"), List.of())))
                .containsExactly(Loss.SIGNS);
    }

    private static Entry named(String issuer, String name) {
        return Samples.entry(Samples.account(issuer, name, OtpParameters.Totp.standard()), Details.none());
    }
}
