package dev.tessera.transfer.steam;

import dev.tessera.transfer.Fields;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.ImportFile;
import java.util.List;
import java.util.Optional;

/// The manifest of Steam Desktop Authenticator or steamguard-cli: the maFiles of its folder, and with what salt and IV
/// each is sealed.
final class SteamManifest {
    private static final String NAME = "manifest.json";

    private final Fields top;

    SteamManifest(Fields top) {
        this.top = top;
    }

    static boolean isMeant(Fields fields) {
        return fields.objects("entries").stream().anyMatch(entry -> entry.has("filename"));
    }

    /// That of the folder of a maFile, or one that was put beside it under the maFile's own name.
    static Optional<SteamManifest> beside(ImportFile maFile) throws ImportException {
        var stem = maFile.fileName().replaceFirst("\\.[^.]*$", "");
        for (var name : List.of(NAME, stem + "." + NAME)) {
            var file = maFile.beside(name);
            if (file.isPresent()) {
                try (var manifest = file.get()) {
                    return Optional.of(new SteamManifest(manifest.fields()));
                }
            }
        }
        return Optional.empty();
    }

    List<Fields> entries() {
        return top.objects("entries");
    }

    boolean isSealed() {
        return top.isTrue("encrypted") || entries().stream().anyMatch(SealedMaFile::isMeant);
    }

    /// What it says of a maFile; of a renamed one, if it is the only one.
    Optional<Fields> entryOf(ImportFile maFile) {
        var all = entries();
        return all.stream()
                .filter(entry -> entry.text("filename").equalsIgnoreCase(maFile.fileName()))
                .findFirst()
                .or(() -> all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty())
                .filter(SealedMaFile::isMeant);
    }
}
