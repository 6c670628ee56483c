package dev.tessera.transfer.export;

import java.util.List;
import java.util.Set;

/// A target that could seal its files, without the seal.
///
/// @param target which one
record Unsealed(SealableExporter target) implements PlainExporter {

    @Override
    public String id() {
        return target.id() + "_plain";
    }

    @Override
    public String name() {
        return target.name();
    }

    @Override
    public String extension() {
        return target.plainExtension();
    }

    @Override
    public boolean isText() {
        return true;
    }

    @Override
    public Set<Loss> losses(ExportEntry entry) {
        return target.losses(entry);
    }

    @Override
    public List<byte[]> write(ExportContent content) {
        return List.of(target.plain(content));
    }
}
