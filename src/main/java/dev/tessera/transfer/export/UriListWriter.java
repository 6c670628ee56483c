package dev.tessera.transfer.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Links of accounts, one a line, as nearly every program reads them.
final class UriListWriter implements PlainExporter {
    private static final Set<Loss> UNHELD = EnumSet.of(Loss.TAGS, Loss.NOTE, Loss.PIN, Loss.BIN);

    @Override
    public String id() {
        return "uri_list";
    }

    @Override
    public String name() {
        return "a list of links";
    }

    @Override
    public String extension() {
        return "txt";
    }

    @Override
    public boolean isText() {
        return true;
    }

    @Override
    public Set<Loss> losses(ExportEntry entry) {
        return entry.losses(Links.loss(Links.usual(entry), entry.account()), UNHELD);
    }

    @Override
    public List<byte[]> write(ExportContent content) {
        return List.of(content.entries().stream()
                .map(entry -> Links.usual(entry) + "\n")
                .collect(Collectors.joining())
                .getBytes(UTF_8));
    }
}
