package dev.tessera.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// One line of the corpus's manifest, and what must come out of the file.
record Sample(Path file, String format, String password, JsonNode json) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static List<Sample> all() throws IOException {
        var folder = Path.of(System.getProperty("corpus"), "import");
        var samples = new ArrayList<Sample>();
        for (var line : Files.readAllLines(folder.resolve("manifest.tsv")).stream()
                .skip(1)
                .toList()) {
            var cells = line.split("\t", -1);
            var json = MAPPER.readTree(folder.resolve(cells[3]).toFile());
            samples.add(new Sample(folder.resolve(cells[0]), cells[1], cells[2], json));
        }
        return samples;
    }

    boolean mustBeRefused() {
        return json.path("error").isTextual();
    }

    /// What kind of refusal the corpus's words mean.
    Class<? extends ImportException> refusal() {
        var error = json.path("error").asText().toLowerCase(Locale.ROOT);
        if (error.contains("not decryptable")) {
            return WrongImportPassphraseException.class; // Nobody can tell it from a wrong passphrase.
        }
        boolean isDamaged =
                error.contains("valid json") || error.contains("no entries") || error.contains("no services");
        return isDamaged ? DamagedImportException.class : UnsupportedImportException.class;
    }

    List<Expected> usable() {
        return entries().filter(Expected::isUsable).map(Expected::of).toList();
    }

    /// How many are to be reported.
    int rejected() {
        long unusable = entries().filter(entry -> !Expected.isUsable(entry)).count();
        return json.path("rejected").size() + (int) unusable;
    }

    private Stream<JsonNode> entries() {
        return StreamSupport.stream(json.path("entries").spliterator(), false);
    }

    @Override
    public String toString() {
        return String.valueOf(file.subpath(file.getNameCount() - 2, file.getNameCount()));
    }
}
