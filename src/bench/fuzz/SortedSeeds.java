import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.ImportFile;
import dev.tessera.transfer.Match;
import dev.tessera.transfer.format.Formats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;

/// The seeds of each importer by themselves, and the names of the importers: `SortedSeeds SEEDS FOLDER`. Fails for one
/// without any.
public final class SortedSeeds {
    private SortedSeeds() {}

    public static void main(String[] args) throws IOException {
        var seeds = new ArrayList<Path>();
        try (var all = Files.newDirectoryStream(Path.of(args[0]))) {
            all.forEach(seeds::add);
        }
        var missing = new ArrayList<String>();
        for (var importer : Formats.all().all()) {
            var folder = Files.createDirectories(Path.of(args[1], importer.id()));
            int found = 0;
            for (var seed : seeds) {
                try (var file = ImportFile.of(Files.readAllBytes(seed))) {
                    boolean isInside = importer.id().equals("otpauth_ios") && seed.endsWith("otp-auth-inside");
                    if (isInside || importer.match(file) != Match.NO) {
                        Files.copy(seed, folder.resolve(seed.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                        found++;
                    }
                } catch (ImportException _) {
                    // A seed of another target, such as a picture; no importer reads it.
                }
            }
            if (found == 0) {
                missing.add(importer.id());
            }
            System.out.println(importer.id());
        }
        if (!missing.isEmpty()) {
            throw new AssertionError("there is no seed of " + missing);
        }
    }
}
