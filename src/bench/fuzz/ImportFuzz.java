import dev.tessera.crypto.Passphrase;
import dev.tessera.otp.Code;
import dev.tessera.transfer.Import;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.ImportFile;
import dev.tessera.transfer.Importer;
import dev.tessera.transfer.Importers;
import dev.tessera.transfer.Match;
import dev.tessera.transfer.format.Formats;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Any bytes as another program's file, for every format that calls them possible: entries that have codes, each thing
/// that cannot be used with a label and a reason, or our exception with a sentence. What is sealed is tried with a
/// passphrase as well; the time for that is the file's to ask for, within the bounds.
public final class ImportFuzz {
    /// What the sealed seeds open with.
    static final String PASSPHRASE = "test";

    private static final Instant NOW = Instant.ofEpochSecond(1_764_000_000);

    private ImportFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        try (var file = ImportFile.of(data.clone())) {
            check(file, Formats.all().all());
        } catch (ImportException refused) {
            requireSentence(refused.getMessage());
        }
    }

    /// @param importers those that do not call the file possible do not read it
    static void check(ImportFile file, List<Importer> importers) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        var all = importers.stream()
                .filter(importer -> importer.match(file) != Match.NO)
                .toList();
        for (var importer : all) {
            read(() -> Importers.read(List.of(importer), file));
        }
        boolean isPicture = all.stream().anyMatch(importer -> importer.id().equals("qr"));
        Fuzzing.within(start, Duration.ofSeconds(isPicture ? 65 : 10), "a file");
        for (var importer : all) {
            if (importer.isSealed(file)) {
                try (var passphrase = Passphrase.ofForeignFile(PASSPHRASE.toCharArray())) {
                    read(() -> Importers.read(List.of(importer), file, passphrase));
                }
            }
        }
    }

    private interface Reading {
        Import read() throws ImportException;
    }

    private static void read(Reading reading) {
        try (var found = reading.read()) {
            for (var entry : found.entries()) {
                Code _ = entry.account().credential().codeAt(NOW);
            }
            for (var rejected : found.rejected()) {
                requireSentence(rejected.label());
                requireSentence(rejected.reason());
            }
            found.notes().forEach(ImportFuzz::requireSentence);
        } catch (ImportException refused) {
            requireSentence(refused.getMessage());
        }
    }

    static void requireSentence(String text) {
        if (text.isBlank()) {
            throw new AssertionError("no sentence");
        }
    }
}
