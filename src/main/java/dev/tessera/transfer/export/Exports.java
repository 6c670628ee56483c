package dev.tessera.transfer.export;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Everything that accounts can be written as: first what is sealed, then what anybody can read.
public final class Exports {
    private static final List<SealableExporter> SEALABLE =
            List.of(new AegisWriter(), new TwoFasWriter(), new BitwardenWriter(), new EnteWriter(), new ProtonWriter());

    private Exports() {}

    /// With an English recovery sheet.
    public static List<Exporter> all() {
        return all(SheetWords.english());
    }

    /// With a recovery sheet in these words.
    public static List<Exporter> all(SheetWords words) {
        return Stream.of(
                        Stream.of(new TesseraWriter()),
                        SEALABLE.stream(),
                        SEALABLE.stream().map(Unsealed::new),
                        Stream.of(
                                new SheetWriter(words),
                                new UriListWriter(),
                                new GooglePicturesWriter(),
                                new GoogleLinksWriter(),
                                new KeePassXcWriter(),
                                new AppleWriter()))
                .<Exporter>flatMap(exporters -> exporters)
                .toList();
    }

    public static Optional<Exporter> find(String id) {
        return all().stream().filter(exporter -> exporter.id().equals(id)).findFirst();
    }
}
