package dev.tessera.transfer.export;

/// A target that reads its files sealed or not.
interface SealableExporter extends SealedExporter {

    /// The whole file without a seal.
    byte[] plain(ExportContent content);

    /// How the names of files without a seal end, if otherwise.
    default String plainExtension() {
        return extension();
    }
}
