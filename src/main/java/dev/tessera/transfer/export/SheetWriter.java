package dev.tessera.transfer.export;

import dev.tessera.scan.QrEncoder;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A recovery sheet for paper: a PDF of A4 pages with the QR code of each account and what it is.
///
/// @param words what stands on it beside the accounts
record SheetWriter(SheetWords words) implements PlainExporter {
    private static final Set<Loss> UNHELD = EnumSet.of(Loss.TAGS, Loss.NOTE, Loss.PIN, Loss.BIN);

    @Override
    public String id() {
        return "paper";
    }

    @Override
    public String name() {
        return "a recovery sheet to print";
    }

    @Override
    public String extension() {
        return "pdf";
    }

    @Override
    public boolean isText() {
        return false;
    }

    @Override
    public Set<Loss> losses(ExportEntry entry) {
        var link = Links.usual(entry);
        boolean fits = link.length() <= QrEncoder.MAX_BYTES;
        var loss = fits ? Links.loss(link, entry.account()) : Optional.of(Loss.SIZE);
        var losses = entry.losses(loss, UNHELD);
        boolean isLeftOut = losses.stream().anyMatch(Loss::leavesOut);
        if (isLeftOut
                || SheetText.canShow(entry.account().issuer() + entry.account().accountName())) {
            return losses;
        }
        var more = EnumSet.of(Loss.SIGNS);
        more.addAll(losses);
        return more;
    }

    @Override
    public List<byte[]> write(ExportContent content) {
        var sheet = new Sheet(words, content.now());
        content.entries().forEach(sheet::add);
        return List.of(sheet.toByteArray());
    }
}
