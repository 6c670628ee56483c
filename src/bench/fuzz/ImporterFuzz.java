import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.ImportFile;
import dev.tessera.transfer.Importer;
import dev.tessera.transfer.format.Formats;
import java.util.List;

/// Any bytes as a file of one program alone, which `-Dformat` names: the coverage that leads the fuzzer is then that of
/// one importer. What must hold is the same as for all of them.
public final class ImporterFuzz {
    private static final List<Importer> IMPORTER =
            List.of(Formats.all().find(System.getProperty("format")).orElseThrow());

    private ImporterFuzz() {}

    /// OTP Auth's files are ciphers of other files, which no fuzzer changes with sense: what it makes is sealed here as
    /// the outer layer and as what is within it, too.
    public static void fuzzerTestOneInput(byte[] data) {
        read(data);
        if (IMPORTER.getFirst().id().equals("otpauth_ios")) {
            read(SealedSeeds.otpAuth(data));
            read(SealedSeeds.otpAuthLayer(data));
        }
    }

    private static void read(byte[] data) {
        try (var file = ImportFile.of(data.clone())) {
            ImportFuzz.check(file, IMPORTER);
        } catch (ImportException refused) {
            ImportFuzz.requireSentence(refused.getMessage());
        }
    }
}
