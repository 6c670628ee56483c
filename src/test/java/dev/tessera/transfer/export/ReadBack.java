package dev.tessera.transfer.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.crypto.Argon2id;
import dev.tessera.crypto.ForeignArgon2id;
import dev.tessera.crypto.Passphrase;
import dev.tessera.crypto.Scrypt;
import dev.tessera.scan.ImageFile;
import dev.tessera.scan.QrDecoder;
import dev.tessera.transfer.CsvTable;
import dev.tessera.transfer.Findings;
import dev.tessera.transfer.Import;
import dev.tessera.transfer.ImportEntry;
import dev.tessera.transfer.ImportFile;
import dev.tessera.transfer.Importers;
import dev.tessera.transfer.format.Formats;
import dev.tessera.vault.Vault;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Writes an export, has our own readers read it, and says what is not as it was.
final class ReadBack {
    static final String PASSPHRASE = " pässwörd with spaces ";

    private static final SecureRandom RANDOM = new SecureRandom();

    private ReadBack() {}

    /// All that seal, at costs that are quick.
    static List<SealableExporter> sealable() {
        return List.of(
                new AegisWriter(new Scrypt(16, 8, 1)),
                new TwoFasWriter(),
                new BitwardenWriter(new ForeignArgon2id(1024, 1, 1)),
                new EnteWriter(new ForeignArgon2id(1024, 1, 1)),
                new ProtonWriter());
    }

    static TesseraWriter tessera() {
        return new TesseraWriter(new Argon2id(19 * 1024, 1, 1));
    }

    static List<PlainExporter> texts() {
        return Stream.concat(
                        sealable().stream().map(Unsealed::new),
                        Stream.of(
                                new UriListWriter(), new GoogleLinksWriter(), new KeePassXcWriter(), new AppleWriter()))
                .toList();
    }

    static ExportPlan plan(Exporter exporter, Vault vault) {
        return ExportPlan.of(exporter, vault, vault.entries());
    }

    static byte[] sealed(ExportPlan plan, String typed) {
        try (var passphrase = ((SealedExporter) plan.exporter()).passphrase(typed.toCharArray())) {
            return plan.seal(passphrase, Samples.NOW, RANDOM);
        }
    }

    static List<byte[]> written(ExportPlan plan) {
        return plan.write(Samples.NOW, RANDOM);
    }

    /// What its readers make of a file.
    static Import read(Exporter exporter, List<byte[]> files) throws IOException {
        return switch (exporter.extension()) {
            case "csv" -> table(files.getFirst());
            case "png", "pdf" -> importOf(String.join("\n", codes(files)).getBytes(UTF_8));
            default -> importOf(files.getFirst());
        };
    }

    static Import opened(byte[] file, String typed) throws IOException {
        try (var whole = ImportFile.of(file.clone());
                var passphrase = Passphrase.ofForeignFile(typed.toCharArray())) {
            var candidates = Formats.all().detect(whole);
            assertThat(Importers.isSealed(candidates, whole)).isTrue();
            return Importers.read(candidates, whole, passphrase);
        }
    }

    private static Import importOf(byte[] file) throws IOException {
        try (var whole = ImportFile.of(file.clone())) {
            return Importers.read(Formats.all().detect(whole), whole);
        }
    }

    /// The texts of all QR codes, however long a busy computer takes.
    static Set<String> codes(List<byte[]> files) throws IOException {
        var codes = new TreeSet<String>();
        for (byte[] file : files) {
            ImageFile.read(
                    file,
                    (picture, _, _) -> new QrDecoder()
                            .decode(picture, Duration.ofMinutes(2), () -> false)
                            .symbols()
                            .forEach(symbol -> codes.add(symbol.text())));
        }
        return codes;
    }

    /// The tables of KeePassXC and Apple, cell by cell.
    private static Import table(byte[] file) throws IOException {
        var findings = new Findings("csv");
        for (var row : CsvTable.parse(new String(file, UTF_8)).named()) {
            findings.add(draft -> draft.issuer(row.text("title"))
                    .accountName(row.text("username"))
                    .note(row.text("notes"))
                    .tag(row.text("group").replaceFirst("^Root/?", ""))
                    .linkOrSecret(row.text("totp") + row.text("otpauth")));
        }
        return findings.toImport();
    }

    /// Holds what was read against what was meant.
    static void assertLosesWhatItSays(ExportPlan plan, Import read) {
        var written =
                plan.entries().stream().filter(entry -> !entry.isLeftOut()).toList();
        assertThat(read.rejected()).as(plan.exporter().id()).isEmpty();
        assertThat(read.entries()).as(plan.exporter().id()).hasSameSizeAs(written);
        for (int i = 0; i < written.size(); i++) {
            var meant = written.get(i).entry();
            var losses = EnumSet.noneOf(Loss.class);
            losses.addAll(written.get(i).losses());
            losses.remove(Loss.SIGNS);
            assertThat(read.entries().get(i).account().credential())
                    .as(plan.exporter().id())
                    .isEqualTo(meant.account().credential());
            assertThat(missing(meant, read.entries().get(i)))
                    .as(plan.exporter().id() + " " + meant.account() + " "
                            + read.entries().get(i).account())
                    .isEqualTo(losses);
        }
    }

    private static Set<Loss> missing(ExportEntry meant, ImportEntry read) {
        var missing = EnumSet.noneOf(Loss.class);
        var tags = meant.tagNames();
        if (Links.hasOtherNames(meant.account(), read.account())) {
            missing.add(Loss.NAMES);
        }
        if (!read.extras().tags().equals(tags)) {
            boolean isFirst = read.extras().tags().equals(tags.subList(0, 1));
            assertThat(isFirst || read.extras().tags().isEmpty()).isTrue();
            missing.add(isFirst ? Loss.MORE_TAGS : Loss.TAGS);
        }
        if (!read.extras().note().equals(meant.note())) {
            assertThat(read.extras().note()).isEmpty();
            missing.add(Loss.NOTE);
        }
        if (read.extras().pinned() != meant.isPinned()) {
            missing.add(Loss.PIN);
        }
        if (read.extras().binned() != meant.entry().isBinned()) {
            missing.add(Loss.BIN);
        }
        return missing;
    }
}
